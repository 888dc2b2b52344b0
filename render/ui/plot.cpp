#include "render/ui/plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

/// How many of the values are shown.
std::size_t shown_values(const PlotLine& line) {
  if (line.values == nullptr || line.values->empty()) return 0;
  const double last = static_cast<double>(line.values->size() - 1);
  return static_cast<std::size_t>(std::clamp(line.until_percent, 0.0, 100.0) / 100.0 * last) + 1;
}

/// From percent and value to the window.
struct Frame {
  ImVec2 min, max;
  Axis axis;
  [[nodiscard]] float x(double percent) const { return min.x + (max.x - min.x) * static_cast<float>(percent / 100.0); }
  [[nodiscard]] float y(double value) const {
    return max.y - (max.y - min.y) * static_cast<float>((value - axis.lo) / (axis.hi - axis.lo));
  }
};

void draw_axes(const Frame& frame, const Plot& plot, float scale) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(frame.min, frame.max, IM_COL32(20, 23, 27, 255));
  if (plot.stance_percent > 0.0)
    draw.AddRectFilled(frame.min, {frame.x(plot.stance_percent), frame.max.y}, IM_COL32(255, 255, 255, 12));
  for (double mark = std::ceil(frame.axis.lo / frame.axis.mark - 1e-9) * frame.axis.mark;
       mark <= frame.axis.hi + 1e-9 * frame.axis.mark; mark += frame.axis.mark) {
    const float y = frame.y(mark);
    draw.AddLine({frame.min.x, y}, {frame.max.x, y}, IM_COL32(255, 255, 255, 28));
    const std::string text = fmt::format("{:g}", std::abs(mark) < 1e-9 * frame.axis.mark ? 0.0 : mark);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    draw.AddText({frame.min.x - size.x - 4.0F * scale, y - 0.5F * size.y}, colour_quiet, text.c_str());
  }
}

void draw_line(const Frame& frame, const PlotLine& line, float scale) {
  if (line.values == nullptr || line.values->size() < 2) return;
  std::vector<ImVec2> points;
  const double step = 100.0 / static_cast<double>(line.values->size() - 1);
  for (std::size_t i = 0; i < shown_values(line); ++i)
    if (const double value = (*line.values)[i]; std::isfinite(value))
      points.push_back({frame.x(step * static_cast<double>(i)), frame.y(value)});
  ImGui::GetWindowDrawList()->AddPolyline(points.data(), static_cast<int>(points.size()), line.colour, 0,
                                          line.width * scale);
}

void read_values(const Frame& frame, const Plot& plot) {
  const float at = std::clamp((ImGui::GetIO().MousePos.x - frame.min.x) / (frame.max.x - frame.min.x), 0.0F, 1.0F);
  const double percent = 100.0 * static_cast<double>(at);
  ImGui::GetWindowDrawList()->AddLine({frame.x(percent), frame.min.y}, {frame.x(percent), frame.max.y}, colour_quiet);
  std::string text = fmt::format("{:.0f} % of the stride", percent);
  for (const PlotLine& line : plot.lines)
    if (shown_values(line) > 0 && percent <= line.until_percent)
      text += fmt::format("\n{}  {:.{}f} {}", line.name, value_at(*line.values, percent), plot.decimals, plot.unit);
  ImGui::SetTooltip("%s", text.c_str());
}

}  // namespace

double value_at(const std::vector<double>& values, double percent) {
  const double last = static_cast<double>(values.size() - 1);
  const double at = std::clamp(percent / 100.0, 0.0, 1.0) * last;
  const auto i = std::min(static_cast<std::size_t>(at), values.size() - 1);
  const auto next = std::min(i + 1, values.size() - 1);
  const double part = at - static_cast<double>(i);
  return (1.0 - part) * values[i] + part * values[next];
}

Axis axis_of(const std::vector<PlotLine>& lines) {
  double lo = 0.0, hi = 0.0;
  for (const PlotLine& line : lines) {
    for (std::size_t i = 0; i < shown_values(line); ++i) {
      const double value = (*line.values)[i];
      if (!std::isfinite(value)) continue;
      lo = std::min(lo, value);
      hi = std::max(hi, value);
    }
  }
  if (hi - lo < 1e-9) hi = lo + 1.0;
  const double rough = (hi - lo) / 4.0;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double digit = rough / power;
  const double mark = power * (digit < 1.5 ? 1.0 : digit < 3.5 ? 2.0 : digit < 7.5 ? 5.0 : 10.0);
  const double margin = 0.05 * (hi - lo);
  return {lo < 0.0 ? lo - margin : lo, hi > 0.0 ? hi + margin : hi, mark};
}

std::optional<double> draw_plot(UiState& ui, const Plot& plot, float width, float height) {
  text_line(colour_quiet, plot.title);
  const float left = 38.0F * ui.scale, bottom = 4.0F * ui.scale;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size{std::max(width, left + 20.0F), std::max(height, 20.0F)};
  ImGui::InvisibleButton(plot.name.c_str(), size);
  name_item(ui, plot.name);
  const Frame frame{{corner.x + left, corner.y}, {corner.x + size.x, corner.y + size.y - bottom}, axis_of(plot.lines)};
  draw_axes(frame, plot, ui.scale);
  for (const PlotLine& line : plot.lines) draw_line(frame, line, ui.scale);
  const float x = frame.x(plot.cursor_percent);
  ImGui::GetWindowDrawList()->AddLine({x, frame.min.y}, {x, frame.max.y}, colour_cursor, ui.scale);
  if (ImGui::IsItemHovered()) read_values(frame, plot);
  if (!ImGui::IsItemActive()) return std::nullopt;
  const double at = static_cast<double>((ImGui::GetIO().MousePos.x - frame.min.x) / (frame.max.x - frame.min.x));
  return 100.0 * std::clamp(at, 0.0, 1.0);
}

}  // namespace stridelab::view
