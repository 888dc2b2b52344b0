#pragma once

#include <imgui.h>

#include <array>
#include <string>

#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

// Colours that people with any colour vision tell apart (Okabe & Ito 2008), on dark ground. A is always orange, B blue.
inline constexpr ImU32 colour_a = IM_COL32(230, 159, 0, 255);
inline constexpr ImU32 colour_b = IM_COL32(86, 180, 233, 255);
/// Of forms beside A and B: bluish green and reddish purple.
inline constexpr std::array<ImU32, 2> colours_beside{IM_COL32(0, 178, 130, 255), IM_COL32(220, 140, 185, 255)};
inline constexpr std::array<const char*, 2> names_beside{"C", "D"};
inline constexpr ImU32 colour_band = IM_COL32(120, 130, 140, 90);
inline constexpr ImU32 colour_quiet = IM_COL32(150, 158, 166, 255);
inline constexpr ImU32 colour_cursor = IM_COL32(240, 240, 240, 160);
inline constexpr ImU32 colour_warning = IM_COL32(240, 200, 90, 255);
inline constexpr ImU32 colour_frame = IM_COL32(41, 46, 53, 255);    ///< of what can be pressed or moved
inline constexpr ImU32 colour_accent = IM_COL32(30, 98, 144, 255);  ///< of what is on; white stands on it
inline constexpr ImU32 colour_track = IM_COL32(74, 82, 92, 255);

/// Opens a window that fills a rectangle, with its title as a heading. ImGui::End() must follow in any case.
void begin_panel(const char* title, const Rect& rect, bool heading = true);

/// Keeps the rectangle of the last item under a name, as far as it can be seen.
void name_item(UiState& ui, std::string name);

/// A button with its name kept.
bool named_button(UiState& ui, const char* label, const std::string& name);

/// The same for what can be on or off: filled while it is on.
bool toggle_button(UiState& ui, const char* label, const std::string& name, bool on);

/// How wide a button with that label is; pixels.
float button_width(const char* label);

/// The next item goes beside the last one if it fits there, else on a new line.
///
/// width  of the next item, pixels
void flow(float width);

/// A dialog in the middle of the window that everything behind waits for; it scrolls where the window is small.
///
/// open     whether it should be there
/// width    at most, design pixels
/// returns  whether it is; then ImGui::EndPopup() must follow
bool begin_dialog(const UiState& ui, const char* title, bool open, float width);

/// Keeps the height that the open window needs for all its content, for the layout of the next picture.
void measure_height(UiState& ui, const char* part);

/// A text broken at blanks alone, so that each line fits: ImGui would break inside of a number as well.
std::string broken_lines(const std::string& text, float width);

/// A word or sentence with a colour, wrapped at the edge of the window.
void text_line(ImU32 colour, const std::string& text);

/// Explains the last item while the mouse rests on it.
void explain_item(const std::string& text);

/// A value with the decimals of its row, or "-".
std::string value_text(const std::optional<double>& value, int decimals);

/// "+3.1 %", or "-" where there is none.
std::string percent_text(const std::optional<double>& percent);

void draw_form(UiState& ui, ViewModel& model, const Rect& rect);
void draw_knee(UiState& ui, ViewModel& model, const Rect& rect);
void draw_timeline(UiState& ui, ViewModel& model, const Rect& rect);
void draw_why(UiState& ui, ViewModel& model, const Rect& rect);

/// The height of that panel at a width: what its words need, and never less than they needed before.
float why_height(UiState& ui, const ViewModel& model, float width);
/// For a room with a projector: three large numbers and the curve of the kneecap.
void draw_teach(UiState& ui, ViewModel& model, const Rect& rect);
/// What lowers the load at a place for the form under the sliders, who pays, how well supported; each can be tried.
void draw_what_helps(UiState& ui, ViewModel& model, const Region& place);
void draw_toolbar(UiState& ui, ViewModel& model, const Rect& rect);

/// The hand on the picture: turns, shifts and nears the camera, as a wish.
/// On the runner of a live run it pushes instead, the further the harder.
void take_viewport_input(UiState& ui, ViewModel& model);
/// What became of the last wish, for some seconds over the picture.
void draw_toast(UiState& ui);

/// Opens a dialog about a file.
void ask_for_file(UiState& ui, const ViewModel& model, FileDialog dialog);
/// Saves the form into its file, or asks for another one where that would lose something.
void save_or_ask(UiState& ui, ViewModel& model);

// Over everything else.
void draw_file_dialogs(UiState& ui, ViewModel& model);
void draw_notice(UiState& ui);
void draw_help(UiState& ui);
void draw_tour(UiState& ui);
/// Whether the card of the tour that is open is about that item: a small panel scrolls to it.
bool tour_is_about(const UiState& ui, std::string_view name);

}  // namespace stridelab::view
