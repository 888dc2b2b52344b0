#include "gait/event_spline.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

constexpr int degree = BasisWindow::order - 1;

/// Basis values (upper triangle and diagonal) and knot differences (lower triangle) of one span: The NURBS Book (Piegl &
/// Tiller 1997), algorithm A2.3, first part. `t` holds the 2 degree + 2 knots around the span.
using Triangle = std::array<std::array<double, degree + 1>, degree + 1>;

Triangle triangle(const std::array<double, 2 * degree + 2>& t, double phase) {
  Triangle ndu{};
  std::array<double, degree + 1> left{}, right{};
  ndu[0][0] = 1.0;
  for (std::size_t j = 1; j <= degree; ++j) {
    left[j] = phase - t[degree + 1 - j];
    right[j] = t[degree + j] - phase;
    double saved = 0.0;
    for (std::size_t r = 0; r < j; ++r) {
      ndu[j][r] = right[r + 1] + left[j - r];
      const double temp = ndu[r][j - 1] / ndu[j][r];
      ndu[r][j] = saved + right[r + 1] * temp;
      saved = left[j - r] * temp;
    }
    ndu[j][j] = saved;
  }
  return ndu;
}

/// Three derivatives of function r of the span, without the factors degree! / (degree - k)!: A2.3, second part.
std::array<double, 4> derivatives(const Triangle& ndu, int r) {
  std::array<std::array<double, degree + 1>, 2> a{};
  std::array<double, 4> result{};
  auto at_ndu = [&ndu](int i, int j) { return ndu[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]; };
  std::size_t s1 = 0, s2 = 1;
  a[0][0] = 1.0;
  for (int k = 1; k <= 3; ++k) {
    double d = 0.0;
    const int rk = r - k, pk = degree - k;
    auto& a1 = a[s1];
    auto& a2 = a[s2];
    if (r >= k) {
      a2[0] = a1[0] / at_ndu(pk + 1, rk);
      d = a2[0] * at_ndu(rk, pk);
    }
    const int j1 = rk >= -1 ? 1 : -rk;
    const int j2 = r - 1 <= pk ? k - 1 : degree - r;
    for (int j = j1; j <= j2; ++j) {
      const auto i = static_cast<std::size_t>(j);
      a2[i] = (a1[i] - a1[i - 1]) / at_ndu(pk + 1, rk + j);
      d += a2[i] * at_ndu(rk + j, pk);
    }
    if (r <= pk) {
      a2[static_cast<std::size_t>(k)] = -a1[static_cast<std::size_t>(k - 1)] / at_ndu(pk + 1, r);
      d += a2[static_cast<std::size_t>(k)] * at_ndu(r, pk);
    }
    result[static_cast<std::size_t>(k)] = d;
    std::swap(s1, s2);
  }
  return result;
}

}  // namespace

EventSpline::EventSpline(double duty, double other_duty, int stance_intervals, int flight_intervals)
    : half_count_(stance_intervals + flight_intervals + 2) {
  for (std::size_t half = 0; half < 2; ++half) {
    const double d = half == 0 ? duty : other_duty;
    std::vector<double>& knots = half_knots_[half];
    knots.reserve(static_cast<std::size_t>(half_count_));
    knots.push_back(0.0);
    for (int i = 0; i < stance_intervals; ++i) knots.push_back(d * i / stance_intervals);
    knots.push_back(d);
    for (int i = 0; i < flight_intervals; ++i) knots.push_back(d + (0.5 - d) * i / flight_intervals);
  }
}

double EventSpline::knot(int index) const {
  const int turns = floor_divide(index, half_count_);
  return half_knots_[turns & 1][static_cast<std::size_t>(index - turns * half_count_)] + 0.5 * turns;
}

BasisWindow EventSpline::at(double phase) const {
  const double half = std::floor(2.0 * phase);
  const double local = phase - 0.5 * half;
  const std::vector<double>& knots = half_knots_[static_cast<int>(half) & 1];
  const auto next = std::upper_bound(knots.begin(), knots.end(), local);
  const int span = static_cast<int>(next - knots.begin()) - 1 + static_cast<int>(half) * half_count_;

  std::array<double, 2 * degree + 2> t{};
  for (int i = 0; i < 2 * degree + 2; ++i) t[static_cast<std::size_t>(i)] = knot(span - degree + i);
  const Triangle ndu = triangle(t, phase);
  constexpr std::array<double, 4> factor = {1.0, degree, degree * (degree - 1), degree * (degree - 1) * (degree - 2)};
  BasisWindow window{};
  window.first = span - degree;
  for (std::size_t r = 0; r <= degree; ++r) {
    const std::array<double, 4> d = derivatives(ndu, static_cast<int>(r));
    window.value[0][r] = ndu[r][degree];
    for (std::size_t k = 1; k <= 3; ++k) window.value[k][r] = d[k] * factor[k];
  }
  return window;
}

}  // namespace stridelab
