#include "render/ui/plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/ui/overlay.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// From percent and value to the window.
struct Frame {
  ImVec2 min, max;
  Axis axis;
  float scale;
  [[nodiscard]] float x(double percent) const { return min.x + (max.x - min.x) * static_cast<float>(percent / 100.0); }
  [[nodiscard]] float y(double value) const {
    return max.y - (max.y - min.y) * static_cast<float>((value - axis.lo) / (axis.hi - axis.lo));
  }
  [[nodiscard]] double percent_at(float at_x) const {
    return 100.0 * std::clamp(static_cast<double>((at_x - min.x) / (max.x - min.x)), 0.0, 1.0);
  }
};

/// Marks stand a line and a half apart at least.
int marks_that_fit(const Frame& frame) {
  return 1 + static_cast<int>((frame.max.y - frame.min.y) / (1.5F * ImGui::GetTextLineHeight()));
}

void draw_axes(ImDrawList& draw, const Frame& frame, const Plot& plot) {
  draw.AddRectFilled(frame.min, frame.max, IM_COL32(20, 23, 27, 255));
  if (plot.stance_percent > 0.0)
    draw.AddRectFilled(frame.min, {frame.x(plot.stance_percent), frame.max.y}, IM_COL32(255, 255, 255, 14));
  for (const double mark : marks_of(frame.axis, marks_that_fit(frame))) {
    const float y = frame.y(mark);
    draw.AddLine({frame.min.x, y}, {frame.max.x, y},
                 mark == 0.0 ? IM_COL32(255, 255, 255, 70) : IM_COL32(255, 255, 255, 28));
    const std::string text = fmt::format("{:.6g}", mark);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    // The numbers at the ends stay beside their own plot.
    const float top =
        std::clamp(y - 0.5F * size.y, frame.min.y - 0.2F * size.y, std::max(frame.min.y, frame.max.y - 0.8F * size.y));
    draw.AddText({frame.min.x - size.x - 4.0F * frame.scale, top}, colour_quiet, text.c_str());
  }
}

void draw_x_marks(ImDrawList& draw, const Frame& frame) {
  const float y = frame.max.y + 2.0F * frame.scale;
  const auto put = [&](double percent, const char* text, float part) {
    draw.AddText({frame.x(percent) - part * ImGui::CalcTextSize(text).x, y}, colour_quiet, text);
  };
  const bool wide = frame.max.x - frame.min.x > 4.0F * ImGui::CalcTextSize("% of stride").x;
  put(0.0, "0", 0.0F);
  put(50.0, wide ? "50" : "50 % of stride", 0.5F);
  if (wide) put(75.0, "% of stride", 0.5F);
  put(100.0, "100", 1.0F);
  for (const double percent : {25.0, 50.0, 75.0})
    draw.AddLine({frame.x(percent), frame.min.y}, {frame.x(percent), frame.max.y}, IM_COL32(255, 255, 255, 14));
}

/// Strips of one colour, so that nothing shows between them.
void draw_band(ImDrawList& draw, const Frame& frame, const MeasuredBand& band) {
  const ImDrawListFlags flags = draw.Flags;
  draw.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  for (std::size_t i = 1; i < band.percent.size(); ++i) {
    const float left = frame.x(band.percent[i - 1]), right = frame.x(band.percent[i]);
    draw.AddQuadFilled({left, frame.y(band.mean[i - 1] + band.sd[i - 1])}, {right, frame.y(band.mean[i] + band.sd[i])},
                       {right, frame.y(band.mean[i] - band.sd[i])}, {left, frame.y(band.mean[i - 1] - band.sd[i - 1])},
                       colour_band);
  }
  draw.Flags = flags;
}

/// A value that is missing parts the line.
void draw_line(ImDrawList& draw, const Frame& frame, const PlotLine& line) {
  if (line.values == nullptr || line.values->size() < 2) return;
  std::vector<ImVec2> points;
  const double step = 100.0 / static_cast<double>(line.values->size() - 1);
  const auto flush = [&] {
    draw.AddPolyline(points.data(), static_cast<int>(points.size()), line.colour, 0, line.width * frame.scale);
    points.clear();
  };
  for (std::size_t i = 0; i < shown_values(line); ++i) {
    const double value = (*line.values)[i];
    if (std::isfinite(value)) points.push_back({frame.x(step * static_cast<double>(i)), frame.y(value)});
    if (!std::isfinite(value)) flush();
  }
  flush();
}

/// In the right part, where a stride's loads are small: no curve is below it if it is short enough.
void draw_note(ImDrawList& draw, const Frame& frame, const std::string& note) {
  if (note.empty()) return;
  const float width = 0.58F * (frame.max.x - frame.min.x), pad = 4.0F * frame.scale;
  const std::string text = broken_lines(note, width - 2.0F * pad);
  const ImVec2 size = ImGui::CalcTextSize(text.c_str());
  if (size.y > 0.7F * (frame.max.y - frame.min.y) || size.x > width - pad) return;
  draw.AddText({frame.max.x - size.x - pad, frame.min.y + pad}, colour_quiet, text.c_str());
}

/// "B 5.35 A 6.26": the values at a pin.
std::string pin_text(const Plot& plot, double percent) {
  std::string text;
  for (auto line = plot.lines.rbegin(); line != plot.lines.rend(); ++line)
    if (!line->name.empty() && has_value(*line, percent))
      text += fmt::format("{}{} {:.{}f}", text.empty() ? "" : "  ", line->name, value_at(*line->values, percent),
                          plot.decimals);
  return text;
}

/// Dots on the named curves, and their values close by where there is room.
void draw_pins(ImDrawList& draw, const Frame& frame, const Plot& plot) {
  std::vector<glm::vec2> at, sizes;
  const float pad = 3.0F * frame.scale;
  for (const double percent : plot.pins) {
    float y = frame.max.y;
    for (const PlotLine& line : plot.lines) {
      if (line.name.empty() || !has_value(line, percent)) continue;
      y = frame.y(value_at(*line.values, percent));
      draw.AddCircleFilled({frame.x(percent), y}, 3.5F * frame.scale, line.colour);
      draw.AddCircle({frame.x(percent), y}, 3.5F * frame.scale, IM_COL32(255, 255, 255, 220), 0, frame.scale);
    }
    const ImVec2 size = ImGui::CalcTextSize(pin_text(plot, percent).c_str());
    at.push_back({frame.x(percent), y});
    sizes.push_back({size.x + 2.0F * pad, size.y});
  }
  const Rect area{frame.min.x, frame.min.y, frame.max.x, frame.max.y};
  const auto chips = lay_labels(at, sizes, area, {}, 5.0F * frame.scale);
  for (std::size_t i = 0; i < chips.size(); ++i) {
    if (!chips[i]) continue;
    draw.AddRectFilled({chips[i]->x0, chips[i]->y0}, {chips[i]->x1, chips[i]->y1}, IM_COL32(48, 54, 61, 235), pad);
    draw.AddText({chips[i]->x0 + pad, chips[i]->y0}, ImGui::GetColorU32(ImGuiCol_Text),
                 pin_text(plot, plot.pins[i]).c_str());
  }
}

/// Where a named curve lies under the mouse.
bool is_on_curve(const Frame& frame, const Plot& plot, ImVec2 mouse) {
  const double percent = frame.percent_at(mouse.x);
  return std::any_of(plot.lines.begin(), plot.lines.end(), [&](const PlotLine& line) {
    return !line.name.empty() && has_value(line, percent) &&
           std::abs(frame.y(value_at(*line.values, percent)) - mouse.y) < 8.0F * frame.scale;
  });
}

PlotTouch touch_of(const Frame& frame, const Plot& plot) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  PlotTouch touch;
  if (ImGui::IsItemActive()) touch.cursor = frame.percent_at(mouse.x);
  const bool moved = ImGui::GetIO().MouseDragMaxDistanceSqr[0] > 16.0F * frame.scale * frame.scale;
  if (ImGui::IsItemDeactivated() && ImGui::IsItemHovered() && !moved && is_on_curve(frame, plot, mouse))
    touch.pin = frame.percent_at(mouse.x);
  return touch;
}

void read_values(ImDrawList& draw, const Frame& frame, const Plot& plot) {
  const double percent = frame.percent_at(ImGui::GetIO().MousePos.x);
  draw.AddLine({frame.x(percent), frame.min.y}, {frame.x(percent), frame.max.y}, colour_quiet);
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(reading_text(plot, percent).c_str());
  ImGui::EndTooltip();
}

}  // namespace

float plot_extra_height(const UiState& ui, const Plot& plot) {
  const float line = ImGui::GetTextLineHeight(), gap = ImGui::GetStyle().ItemSpacing.y;
  return (plot.title.empty() ? 0.0F : line + gap) + gap + (plot.x_marks ? line + 4.0F * ui.scale : 4.0F * ui.scale);
}

PlotTouch draw_plot(UiState& ui, const Plot& plot, float width, float height) {
  if (!plot.title.empty()) text_line(colour_quiet, plot.title);
  const float left = 36.0F * ui.scale;
  const float bottom = plot.x_marks ? ImGui::GetTextLineHeight() + 4.0F * ui.scale : 4.0F * ui.scale;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size{std::max(width, left + 20.0F), std::max(height, 20.0F) + bottom};
  ImGui::InvisibleButton(plot.name.c_str(), size);
  name_item(ui, plot.name);
  const Frame frame{{corner.x + left, corner.y},
                    {corner.x + size.x - ui.scale, corner.y + size.y - bottom},
                    axis_of(plot.lines, plot.band),
                    ui.scale};
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_axes(draw, frame, plot);
  if (plot.x_marks) draw_x_marks(draw, frame);
  draw.PushClipRect(frame.min, frame.max, true);
  if (plot.band != nullptr) draw_band(draw, frame, *plot.band);
  draw_note(draw, frame, plot.note);
  for (const PlotLine& line : plot.lines) draw_line(draw, frame, line);
  draw_pins(draw, frame, plot);
  const float x = frame.x(plot.cursor_percent);
  draw.AddLine({x, frame.min.y}, {x, frame.max.y}, colour_cursor, ui.scale);
  draw.PopClipRect();
  if (ImGui::IsItemHovered()) read_values(draw, frame, plot);
  return touch_of(frame, plot);
}

}  // namespace stridelab::view
