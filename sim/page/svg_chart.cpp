#include "page/svg_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "report/markup.h"

namespace stridelab {
namespace {

constexpr double width = 360.0, height = 190.0, left = 44.0, right = 10.0, top = 10.0, bottom = 34.0;

struct Frame2 {
  double x_low, x_high, y_low, y_high;
  [[nodiscard]] double x(double v) const { return left + (width - left - right) * (v - x_low) / (x_high - x_low); }
  [[nodiscard]] double y(double v) const {
    return top + (height - top - bottom) * (1.0 - (v - y_low) / (y_high - y_low));
  }
};

/// Everything drawn fits, and so does zero where it is near.
Frame2 frame_of(const Chart& chart) {
  constexpr double far = std::numeric_limits<double>::infinity();
  Frame2 f{far, -far, far, -far};
  const auto take = [&](const std::vector<double>& x, const std::vector<double>& y) {
    for (const double v : x) {
      f.x_low = std::min(f.x_low, v);
      f.x_high = std::max(f.x_high, v);
    }
    for (const double v : y) {
      f.y_low = std::min(f.y_low, v);
      f.y_high = std::max(f.y_high, v);
    }
  };
  for (const ChartLine& line : chart.lines) take(line.x, line.y);
  for (const ChartBand& band : chart.bands) {
    take(band.x, band.low);
    take(band.x, band.high);
  }
  if (f.x_high <= f.x_low) {
    f.x_low = 0.0;
    f.x_high = 1.0;
  }
  if (!(f.y_high > f.y_low)) {
    f.y_low -= 0.5;
    f.y_high += 0.5;
  }
  const double span = f.y_high - f.y_low;
  if (f.y_low > 0.0 && f.y_low < 0.5 * span) f.y_low = 0.0;
  f.y_high += 0.05 * span;
  if (f.y_low != 0.0) f.y_low -= 0.05 * span;
  return f;
}

std::string points(const Frame2& f, const std::vector<double>& x, const std::vector<double>& y) {
  std::string path;
  bool down = false;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const bool known = std::isfinite(y[i]);
    if (known) path += fmt::format("{}{:.1f} {:.1f}", down ? "L" : "M", f.x(x[i]), f.y(y[i]));
    down = known;
  }
  return path;
}

std::string band_path(const Frame2& f, const ChartBand& band) {
  std::vector<double> x = band.x, y = band.low;
  x.insert(x.end(), band.x.rbegin(), band.x.rend());
  y.insert(y.end(), band.high.rbegin(), band.high.rend());
  return fmt::format(R"(<path class="band" d="{}Z"/>)", points(f, x, y));
}

/// Enough digits for the step between two ticks.
std::string tick_text(double value, double step) {
  const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
  const double shown = std::abs(value) < 1e-9 * step ? 0.0 : value;
  return fmt::format("{:.{}f}", shown, decimals);
}

std::string axes(const Frame2& f, const Chart& chart) {
  std::string out;
  const double y_step = tick_step(f.y_high - f.y_low, 4.0), x_step = tick_step(f.x_high - f.x_low, 5.0);
  for (double v = std::ceil(f.y_low / y_step) * y_step; v <= f.y_high; v += y_step)
    out += fmt::format(
        R"(<line class="{}" x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}"/><text x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text>)",
        std::abs(v) < 1e-9 * y_step ? "zero" : "grid", left, width - right, f.y(v), f.y(v), left - 5.0, f.y(v) + 4.0,
        tick_text(v, y_step));
  for (double v = std::ceil(f.x_low / x_step) * x_step; v <= f.x_high + 1e-9; v += x_step)
    out += fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)", f.x(v), height - bottom + 14.0,
                       tick_text(v, x_step));
  return out + fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)",
                           0.5 * (left + width - right), height - 4.0, markup_text(chart.x_label));
}

}  // namespace

double tick_step(double range, double count) {
  const double rough = range / count, ten = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * ten >= rough) return step * ten;
  return 10.0 * ten;
}

std::string svg_chart(const Chart& chart) {
  const Frame2 f = frame_of(chart);
  const std::string name = fmt::format("{}, {}", chart.title, chart.unit);
  std::string out =
      fmt::format(R"(<svg class="chart" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="{}"><title>{}</title>)",
                  width, height, markup_text(name), markup_text(name));
  for (const ChartBand& band : chart.bands) out += band_path(f, band);
  out += axes(f, chart);
  for (const ChartLine& line : chart.lines)
    out += fmt::format(R"(<path class="line {}" d="{}"/>)", line.css, points(f, line.x, line.y));
  return out + "</svg>";
}

std::string chart_figure(const Chart& chart, std::string_view further) {
  return fmt::format("<figure><figcaption>{} <span class=\"soft\">{}{}</span></figcaption>{}</figure>\n",
                     markup_text(chart.title), markup_text(chart.unit), markup_text(further), svg_chart(chart));
}

}  // namespace stridelab
