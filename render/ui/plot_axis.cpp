#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/ui/plot.h"

namespace stridelab::view {
namespace {

struct Span {
  double lo = 0.0, hi = 0.0;
  void hold(double value) {
    if (!std::isfinite(value)) return;
    lo = std::min(lo, value);
    hi = std::max(hi, value);
  }
};

}  // namespace

std::size_t shown_values(const PlotLine& line) {
  if (line.values == nullptr || line.values->empty()) return 0;
  const double last = static_cast<double>(line.values->size() - 1);
  return static_cast<std::size_t>(std::clamp(line.until_percent, 0.0, 100.0) / 100.0 * last) + 1;
}

bool has_value(const PlotLine& line, double percent) {
  return shown_values(line) > 0 && percent <= line.until_percent && std::isfinite(value_at(*line.values, percent));
}

double value_at(const std::vector<double>& values, double percent) {
  const double last = static_cast<double>(values.size() - 1);
  const double at = std::clamp(percent / 100.0, 0.0, 1.0) * last;
  const auto i = std::min(static_cast<std::size_t>(at), values.size() - 1);
  const auto next = std::min(i + 1, values.size() - 1);
  const double part = at - static_cast<double>(i);
  return part > 0.0 ? (1.0 - part) * values[i] + part * values[next] : values[i];
}

Axis axis_of(const std::vector<PlotLine>& lines, const MeasuredBand* band) {
  Span span;
  for (const PlotLine& line : lines)
    for (std::size_t i = 0; i < shown_values(line); ++i) span.hold((*line.values)[i]);
  if (band != nullptr) {
    for (std::size_t i = 0; i < band->mean.size(); ++i) {
      span.hold(band->mean[i] - band->sd[i]);
      span.hold(band->mean[i] + band->sd[i]);
    }
  }
  auto [lo, hi] = span;
  if (hi - lo < 1e-9) hi = lo + 1.0;
  const double rough = (hi - lo) / 4.0;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double digit = rough / power;
  const double mark = power * (digit < 1.5 ? 1.0 : digit < 3.5 ? 2.0 : digit < 7.5 ? 5.0 : 10.0);
  const double margin = 0.05 * (hi - lo);
  return {lo < 0.0 ? lo - margin : lo, hi > 0.0 ? hi + margin : hi, mark};
}

std::vector<double> marks_of(const Axis& axis, int most) {
  const auto count = [&](double step) {
    return static_cast<int>(std::floor(axis.hi / step + 1e-9) - std::ceil(axis.lo / step - 1e-9)) + 1;
  };
  double step = axis.mark;
  // Zero is always on the axis, so one mark is always there: twice a step at most a few times.
  for (double wider = 2.0; count(step) > std::max(most, 1); wider = wider == 2.0 ? 2.5 : 2.0) step *= wider;
  std::vector<double> marks;
  const double first = std::ceil(axis.lo / step - 1e-9);
  for (int i = 0; i < count(step); ++i) marks.push_back((first + i) * step + 0.0);
  return marks;
}

std::string reading_text(const Plot& plot, double percent) {
  std::string text = fmt::format("{:.0f} % of the stride", percent);
  // The upper line in the picture is the last one: B above A.
  for (auto line = plot.lines.rbegin(); line != plot.lines.rend(); ++line)
    if (!line->name.empty() && has_value(*line, percent))
      text += fmt::format("\n{}  {:.{}f} {}", line->name, value_at(*line->values, percent), plot.decimals, plot.unit);
  if (plot.band != nullptr && plot.band->covers(percent))
    text += fmt::format("\nrunners  {:.{}f} \u00b1 {:.{}f} {}", plot.band->mean_at(percent), plot.decimals,
                        plot.band->sd_at(percent), plot.decimals, plot.unit);
  return text;
}

}  // namespace stridelab::view
