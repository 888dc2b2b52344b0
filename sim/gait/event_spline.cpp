#include "gait/event_spline.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

constexpr int degree = BasisWindow::order - 1;

int floor_divide(int a, int b) { return (a >= 0) ? a / b : -((b - 1 - a) / b); }

}  // namespace

EventSpline::EventSpline(double duty, int stance_intervals, int flight_intervals)
    : half_count_(stance_intervals + flight_intervals + 2) {
  half_knots_.reserve(static_cast<std::size_t>(half_count_));
  half_knots_.push_back(0.0);
  for (int i = 0; i < stance_intervals; ++i) half_knots_.push_back(duty * i / stance_intervals);
  half_knots_.push_back(duty);
  for (int i = 0; i < flight_intervals; ++i) half_knots_.push_back(duty + (0.5 - duty) * i / flight_intervals);
}

double EventSpline::knot(int index) const {
  const int turns = floor_divide(index, half_count_);
  return half_knots_[static_cast<std::size_t>(index - turns * half_count_)] + 0.5 * turns;
}

BasisWindow EventSpline::at(double phase) const {
  const double half = std::floor(2.0 * phase);
  const double local = phase - 0.5 * half;
  const auto next = std::upper_bound(half_knots_.begin(), half_knots_.end(), local);
  const int span = static_cast<int>(next - half_knots_.begin()) - 1 + static_cast<int>(half) * half_count_;

  // The NURBS Book (Piegl & Tiller 1997) algorithm A2.3: basis functions and their derivatives by divided differences.
  std::array<double, 2 * degree + 2> t{};
  for (int i = 0; i < 2 * degree + 2; ++i) t[static_cast<std::size_t>(i)] = knot(span - degree + i);
  std::array<std::array<double, degree + 1>, degree + 1> ndu{};
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
  BasisWindow window{};
  window.first = span - degree;
  for (std::size_t j = 0; j <= degree; ++j) window.value[0][j] = ndu[j][degree];
  for (int r = 0; r <= degree; ++r) {
    std::array<std::array<double, degree + 1>, 2> a{};
    std::size_t s1 = 0, s2 = 1;
    a[0][0] = 1.0;
    for (int k = 1; k <= 3; ++k) {
      double d = 0.0;
      const int rk = r - k, pk = degree - k;
      auto at_ndu = [&](int i, int j) { return ndu[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]; };
      auto& a1 = a[s1];
      auto& a2 = a[s2];
      if (r >= k) {
        a2[0] = a1[0] / at_ndu(pk + 1, rk);
        d = a2[0] * at_ndu(rk, pk);
      }
      const int j1 = rk >= -1 ? 1 : -rk;
      const int j2 = r - 1 <= pk ? k - 1 : degree - r;
      for (int j = j1; j <= j2; ++j) {
        a2[static_cast<std::size_t>(j)] =
            (a1[static_cast<std::size_t>(j)] - a1[static_cast<std::size_t>(j - 1)]) / at_ndu(pk + 1, rk + j);
        d += a2[static_cast<std::size_t>(j)] * at_ndu(rk + j, pk);
      }
      if (r <= pk) {
        a2[static_cast<std::size_t>(k)] = -a1[static_cast<std::size_t>(k - 1)] / at_ndu(pk + 1, r);
        d += a2[static_cast<std::size_t>(k)] * at_ndu(r, pk);
      }
      window.value[static_cast<std::size_t>(k)][static_cast<std::size_t>(r)] = d;
      std::swap(s1, s2);
    }
  }
  double factor = degree;
  for (int k = 1; k <= 3; ++k) {
    for (double& v : window.value[static_cast<std::size_t>(k)]) v *= factor;
    factor *= degree - k;
  }
  return window;
}

}  // namespace stridelab
