#pragma once

#include <imgui.h>

#include <string>

#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

// Colours that people with any colour vision tell apart (Okabe & Ito 2008), on dark ground. A is always orange, B blue.
inline constexpr ImU32 colour_a = IM_COL32(230, 159, 0, 255);
inline constexpr ImU32 colour_b = IM_COL32(86, 180, 233, 255);
inline constexpr ImU32 colour_band = IM_COL32(120, 130, 140, 90);
inline constexpr ImU32 colour_quiet = IM_COL32(150, 158, 166, 255);
inline constexpr ImU32 colour_cursor = IM_COL32(240, 240, 240, 160);
inline constexpr ImU32 colour_warning = IM_COL32(240, 200, 90, 255);

/// Opens a window that fills a rectangle. ImGui::End() must follow in any case.
void begin_panel(const char* title, const Rect& rect, bool title_bar = true);

/// Keeps the rectangle of the last item under a name, where it can be seen.
void name_item(UiState& ui, std::string name);

/// A button with its name kept.
bool named_button(UiState& ui, const char* label, const std::string& name);

/// A text broken at blanks alone, so that each line fits: ImGui would break inside of a number as well.
std::string broken_lines(const std::string& text, float width);

/// A word or sentence with a colour, wrapped at the edge of the window.
void text_line(ImU32 colour, const std::string& text);

/// Explains the last item while the mouse rests on it.
void explain_item(const std::string& text);

/// "foot_strike_deg" -> "foot strike"
std::string spoken_key(std::string_view key);

/// A value with the decimals of its row, or "-".
std::string value_text(const std::optional<double>& value, int decimals);

/// "+3.1 %", or "-" where there is none.
std::string percent_text(const std::optional<double>& percent);

void draw_form(UiState& ui, ViewModel& model, const Rect& rect);
void draw_knee(UiState& ui, ViewModel& model, const Rect& rect);
void draw_timeline(UiState& ui, ViewModel& model, const Rect& rect);
void draw_why(UiState& ui, ViewModel& model, const Rect& rect);

/// The height that the words of that panel need at a width.
float why_height(const ViewModel& model, float width);
void draw_notice(UiState& ui);

// Inside a window that is open.
void draw_trade_off(UiState& ui, ViewModel& model);
void draw_knee_map(UiState& ui, ViewModel& model);
void draw_compare(UiState& ui, ViewModel& model);
void draw_about(UiState& ui, ViewModel& model);

}  // namespace stridelab::view
