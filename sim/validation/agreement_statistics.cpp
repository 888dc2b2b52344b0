#include "validation/agreement_statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace stridelab {
namespace {

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Means, variances and covariance, each with 1/n.
struct Moments {
  double mean_x, mean_y, xx = 0.0, yy = 0.0, xy = 0.0;
};

std::optional<Moments> moments(std::span<const double> x, std::span<const double> y) {
  if (x.size() < 2 || x.size() != y.size()) return std::nullopt;
  Moments m{mean_of(x), mean_of(y)};
  const auto n = static_cast<double>(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    m.xx += (x[i] - m.mean_x) * (x[i] - m.mean_x) / n;
    m.yy += (y[i] - m.mean_y) * (y[i] - m.mean_y) / n;
    m.xy += (x[i] - m.mean_x) * (y[i] - m.mean_y) / n;
  }
  return m;
}

}  // namespace

std::optional<Line> least_squares_line(std::span<const double> x, std::span<const double> y) {
  const auto m = moments(x, y);
  if (!m || m->xx == 0.0) return std::nullopt;
  const double slope = m->xy / m->xx;
  return Line{slope, m->mean_y - slope * m->mean_x};
}

std::optional<double> correlation(std::span<const double> x, std::span<const double> y) {
  const auto m = moments(x, y);
  if (!m || m->xx == 0.0 || m->yy == 0.0) return std::nullopt;
  return m->xy / std::sqrt(m->xx * m->yy);
}

std::optional<double> reduced_major_axis_slope(std::span<const double> x, std::span<const double> y) {
  const auto m = moments(x, y);
  if (!m || m->xx == 0.0 || m->xy == 0.0) return std::nullopt;
  return std::copysign(std::sqrt(m->yy / m->xx), m->xy);
}

std::optional<double> concordance(std::span<const double> x, std::span<const double> y) {
  const auto m = moments(x, y);
  if (!m) return std::nullopt;
  const double shift = m->mean_x - m->mean_y;
  const double spread = m->xx + m->yy + shift * shift;
  if (spread == 0.0) return std::nullopt;
  return 2.0 * m->xy / spread;
}

std::optional<double> median_ratio(std::span<const double> x, std::span<const double> y) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
    if (x[i] != 0.0) ratios.push_back(y[i] / x[i]);
  if (ratios.empty()) return std::nullopt;
  std::sort(ratios.begin(), ratios.end());
  return 0.5 * (ratios[(ratios.size() - 1) / 2] + ratios[ratios.size() / 2]);
}

double share_inside_percent(std::span<const double> model, std::span<const double> mean, std::span<const double> sd) {
  int inside = 0;
  for (std::size_t i = 0; i < model.size(); ++i) inside += std::abs(model[i] - mean[i]) <= sd[i] ? 1 : 0;
  return 100.0 * inside / static_cast<double>(model.size());
}

double rms_difference(std::span<const double> a, std::span<const double> b) {
  double squares = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) squares += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(squares / static_cast<double>(a.size()));
}

double mean_difference(std::span<const double> a, std::span<const double> b) { return mean_of(a) - mean_of(b); }

Extremum extremum(std::span<const double> percent, std::span<const double> values, double sign) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < values.size(); ++i)
    if (sign * values[i] > sign * values[best]) best = i;
  return {values[best], percent[best]};
}

}  // namespace stridelab
