#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/ui/panel_parts.h"
#include "render/ui/place_notes.h"
#include "report/shown_rows.h"

namespace stridelab::view {
namespace {

// More and less, apart from A and B: told by side, arrow and sign as well, so that no one needs the hue.
constexpr ImU32 colour_more = IM_COL32(225, 116, 52, 255);
constexpr ImU32 colour_less = IM_COL32(48, 178, 140, 255);

/// The scale of the bars: the largest change, in steps that do not jump while a slider moves.
double full_scale_percent(const std::vector<TradeOffRow>& rows) {
  double most = 0.0;
  for (const TradeOffRow& row : rows) most = std::max(most, std::abs(row.change_percent.value_or(0.0)));
  for (const double step : {5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 60.0, 80.0, 100.0, 200.0, 500.0})
    if (most <= step) return step;
  return most;
}

std::string load_text(const TradeOffRow& row) { return value_text(row.b, row.decimals) + " " + row.unit; }

std::string change_text(const TradeOffRow& row, bool with_arrow) {
  if (!row.change_percent) return "-";
  if (!with_arrow) return percent_text(row.change_percent);
  const char* arrow = *row.change_percent >= 0.05 ? "\u25b2 " : *row.change_percent <= -0.05 ? "\u25bc " : "";
  return arrow + percent_text(row.change_percent);
}

/// Of the "~" behind a change, so that all decimals stand below each other.
float mark_width() { return ImGui::CalcTextSize(" ~").x; }

/// Where the columns of a row begin and end, pixels from its left edge. The value gives way where the bars need room.
struct Columns {
  float bar = 0.0F, bar_end = 0.0F, value_end = 0.0F, change_end = 0.0F;
  bool values = true;
};

Columns columns_of(const UiState& ui, const std::vector<TradeOffRow>& rows, float width) {
  float label = 0.0F, value = 0.0F;
  for (const TradeOffRow& row : rows) {
    label = std::max(label, ImGui::CalcTextSize((row.label + " !").c_str()).x);
    value = std::max(value, ImGui::CalcTextSize(load_text(row).c_str()).x);
  }
  const float change = ImGui::CalcTextSize("\u25b2 +100.0 % ~").x, gap = 10.0F * ui.scale;
  Columns columns;
  columns.change_end = width;
  columns.value_end = width - change - gap;
  columns.bar = label + gap;
  columns.values = columns.value_end - value - gap - columns.bar > 70.0F * ui.scale;
  columns.bar_end = columns.values ? columns.value_end - value - gap : columns.value_end;
  return columns;
}

/// What is known of a row beside its numbers.
struct Known {
  std::vector<std::string> notes;     ///< of the answer, on this place
  bool at_its_limit = false;          ///< the muscles there are at the end of their strength
  const SureValue* change = nullptr;  ///< how sure the change is; null: not known yet
  [[nodiscard]] bool cannot_tell() const { return change != nullptr && change->interval.spans_zero(); }
};

Known known_of(const ShownRun& b, const TradeOffRow& row, const SureAnswer* sure) {
  Known known{notes_on(b, row.region, row.load), at_limit(b, row.region), nullptr};
  for (const RegionLoad& load : b.regions)
    if (sure != nullptr && load.region.key == row.region) known.change = sure->sure.percent_of(load.main().metric.key);
  return known;
}

/// A bar from the middle: right is more load than A, left less.
void draw_bar(ImDrawList& draw, const TradeOffRow& row, const Known& known, double full_percent, const Rect& place,
              float scale) {
  const float middle = 0.5F * (place.x0 + place.x1), half = 0.5F * place.width();
  const double change = row.change_percent.value_or(0.0);
  const float end = middle + half * static_cast<float>(std::clamp(change / full_percent, -1.0, 1.0));
  draw.AddRectFilled({place.x0, place.y0}, {place.x1, place.y1}, IM_COL32(255, 255, 255, 10), 2.0F * scale);
  draw.AddRectFilled({std::min(middle, end), place.y0 + 2.0F * scale}, {std::max(middle, end), place.y1 - 2.0F * scale},
                     known.cannot_tell()  ? colour_quiet
                     : known.at_its_limit ? colour_warning
                     : change > 0.0       ? colour_more
                                          : colour_less);
  draw.AddLine({middle, place.y0}, {middle, place.y1}, colour_quiet, scale);
  if (known.change == nullptr) return;
  // Where nine in ten draws lie.
  const auto x = [&](double percent) {
    return middle + half * static_cast<float>(std::clamp(percent / full_percent, -1.0, 1.0));
  };
  const float y = 0.5F * (place.y0 + place.y1), low = x(known.change->interval.low_90),
              high = x(known.change->interval.high_90);
  const ImU32 colour = ImGui::GetColorU32(ImGuiCol_Text);
  draw.AddLine({low, y}, {high, y}, colour, scale);
  for (const float end : {low, high}) draw.AddLine({end, y - 3.0F * scale}, {end, y + 3.0F * scale}, colour, scale);
}

/// "sure to 90 %: -14.2 to -8.1 %", or that it cannot be told.
std::string sure_text(const Known& known) {
  if (known.change == nullptr) return "";
  const Interval& range = known.change->interval;
  const std::string ends = fmt::format("{:+.1f} to {:+.1f} %", range.low_90, range.high_90);
  return known.cannot_tell() ? "\ncannot tell which way: " + ends : "\nnine in ten draws of the model: " + ends;
}

std::string hint_of(const TradeOffRow& row, const Known& known) {
  std::string said = sure_text(known);
  for (const std::string& note : known.notes) said += "\n! " + note;
  return fmt::format("{}\nA {} {}\nB {} {}{}{}\nClick: what helps here, what it means, its usual band", row.load,
                     value_text(row.a, row.decimals), row.unit, value_text(row.b, row.decimals), row.unit,
                     row.size_uncertain ? "\n~ the direction is known, the size uncertain" : "", said);
}

/// The row has a mark that a test finds.
void also_named(UiState& ui, const TradeOffRow& row, const char* mark) {
  const auto found = ui.placed.widgets.find("trade_off." + row.region);
  if (found != ui.placed.widgets.end())
    ui.placed.widgets[fmt::format("trade_off.{}.{}", mark, row.region)] = found->second;
}

void draw_row(UiState& ui, const Known& known, const TradeOffRow& row, double full_percent, const Columns& columns) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetTextLineHeight() + 2.0F * ui.scale;
  if (ImGui::Selectable(("##" + row.region).c_str(), false, 0, {0.0F, height})) {
    ui.choices.region = row.region;
    ui.choices.panel = "knee-map";
    ui.memory.go_to_help = true;
  }
  name_item(ui, "trade_off." + row.region);
  explain_item(hint_of(row, known));
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImU32 text = ImGui::GetColorU32(ImGuiCol_Text);
  const auto put_right = [&](float end, ImU32 colour, const std::string& words) {
    draw.AddText({corner.x + end - ImGui::CalcTextSize(words.c_str()).x, corner.y}, colour, words.c_str());
  };
  draw.AddText(corner, known.notes.empty() ? text : colour_warning,
               (row.label + (known.notes.empty() ? "" : " !")).c_str());
  if (!known.notes.empty()) also_named(ui, row, "note");
  draw_bar(draw, row, known, full_percent,
           {corner.x + columns.bar, corner.y, corner.x + columns.bar_end, corner.y + height}, ui.scale);
  if (columns.values) put_right(columns.value_end, colour_quiet, load_text(row));
  put_right(columns.change_end - mark_width(), known.cannot_tell() ? colour_quiet : text,
            change_text(row, !known.cannot_tell()));
  if (known.cannot_tell()) {
    put_right(columns.change_end, colour_warning, "?");
    also_named(ui, row, "cannot_tell");
  } else if (row.size_uncertain) {
    put_right(columns.change_end, text, "~");
  }
}

/// The ends of the bars, and what stands in the columns.
void draw_scale(double full_percent, const Columns& columns) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::Dummy({1.0F, ImGui::GetTextLineHeight()});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const auto put = [&](float at, float part, const std::string& text) {
    draw.AddText({corner.x + at - part * ImGui::CalcTextSize(text.c_str()).x, corner.y}, colour_quiet, text.c_str());
  };
  const std::string end = fmt::format("{:.0f} %", full_percent);
  const float room = columns.bar_end - columns.bar;
  if (room > 2.4F * ImGui::CalcTextSize(("+" + end).c_str()).x) {
    put(columns.bar, 0.0F, "-" + end);
    put(columns.bar_end, 1.0F, "+" + end);
  } else {
    put(columns.bar_end, 1.0F, "\u00b1" + end);
  }
  if (columns.values) put(columns.value_end, 1.0F, "B");
  put(columns.change_end - mark_width(), 1.0F, "B - A");
}

void choose_per(UiState& ui) {
  const auto choice = [&](const char* label, LoadPer per, const char* name, const char* hint) {
    if (toggle_button(ui, label, name, ui.choices.per == per)) ui.choices.per = per;
    explain_item(hint);
  };
  choice("peak of a step", LoadPer::step, "trade_off.per_step", "The largest load of one step, right leg");
  flow(button_width("per km"));
  choice("per km", LoadPer::km, "trade_off.per_km",
         "Load times time with the foot down, added up over a kilometre, one leg: more but lighter steps count here");
}

}  // namespace

void draw_trade_off(UiState& ui, ViewModel& model) {
  choose_per(ui);
  const std::vector<TradeOffRow>& rows = model.trade_off(ui.choices.per);
  if (rows.empty()) return text_line(colour_quiet, "solving");
  const double full = full_scale_percent(rows);
  const Columns columns = columns_of(ui, rows, ImGui::GetContentRegionAvail().x);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 2.0F * ui.scale});
  draw_scale(full, columns);
  const auto sure = ui.choices.per == LoadPer::step ? model.how_sure() : nullptr;
  for (const TradeOffRow& row : rows) draw_row(ui, known_of(*model.b(), row, sure.get()), row, full, columns);
  ImGui::PopStyleVar();
  ImGui::Spacing();
  text_line(colour_quiet, ui.choices.per == LoadPer::step
                              ? "Right: more load than A. Thin: where nine in ten draws of the model lie; ? cannot "
                                "tell. Each place has a load of its own: rest on it."
                              : "Right: more load than A. Load x time, foot down, one leg, over a kilometre.");
  if (sure && !sure->fault.empty()) text_line(colour_warning, sure->fault);
  // What is said of this answer stands below the numbers it marks.
  for (const std::string& note : model.b()->metrics().notes) text_line(colour_warning, "! " + note);
  text_line(colour_quiet, std::string(mark_meaning()));
  name_item(ui, "trade_off.foot");
}

}  // namespace stridelab::view
