#include "gait/force_shape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stridelab {
namespace {

constexpr int degree = 5;

/// A cardinal-like B-spline of any degree on the clamped uniform knots, by Cox - de Boor.
double bspline(int index, int p, double s) {
  auto knot = [](int i) { return std::clamp(static_cast<double>(i - degree) / ForceShape::intervals, 0.0, 1.0); };
  if (p == 0) {
    const bool last = knot(index + 1) == 1.0 && knot(index) < 1.0;
    return (s >= knot(index) && (s < knot(index + 1) || (last && s <= 1.0))) ? 1.0 : 0.0;
  }
  const double w1 = knot(index + p) - knot(index);
  const double w2 = knot(index + p + 1) - knot(index + 1);
  double value = 0.0;
  if (w1 > 0.0) value += (s - knot(index)) / w1 * bspline(index, p - 1, s);
  if (w2 > 0.0) value += (knot(index + p + 1) - s) / w2 * bspline(index + 1, p - 1, s);
  return value;
}

/// Polynomial pieces: coefficients of powers of the local variable x = (s - start), per interval and function, for the
/// function and its two integrals. Built once by interpolation, exact for quintics up to rounding.
struct Pieces {
  // [integral][interval][function][power]
  std::array<std::array<std::array<std::array<double, degree + 3>, ForceShape::count>, ForceShape::intervals>, 3> c{};

  Pieces() {
    const double h = 1.0 / ForceShape::intervals;
    Eigen::Matrix<double, degree + 1, degree + 1> vandermonde;
    std::array<double, degree + 1> x{};
    for (int i = 0; i <= degree; ++i) {
      x[static_cast<std::size_t>(i)] = (i + 0.5) / (degree + 1.0);
      for (int p = 0; p <= degree; ++p) vandermonde(i, p) = std::pow(x[static_cast<std::size_t>(i)], p);
    }
    const auto lu = vandermonde.fullPivLu();
    for (std::size_t f = 0; f < ForceShape::count; ++f) {
      double first = 0.0, second = 0.0;
      for (std::size_t k = 0; k < ForceShape::intervals; ++k) {
        Eigen::Matrix<double, degree + 1, 1> sample;
        for (int i = 0; i <= degree; ++i)
          sample(i) =
              bspline(static_cast<int>(f) + 2, degree, (static_cast<double>(k) + x[static_cast<std::size_t>(i)]) * h);
        const Eigen::Matrix<double, degree + 1, 1> poly = lu.solve(sample);
        double scale = 1.0;
        auto& c0 = c[0][k][f];
        for (std::size_t p = 0; p <= degree; ++p, scale /= h) c0[p] = poly(static_cast<Eigen::Index>(p)) * scale;
        integrate(c0, c[1][k][f], first);
        integrate(c[1][k][f], c[2][k][f], second);
        first = evaluate(c[1][k][f], h);
        second = evaluate(c[2][k][f], h);
      }
    }
  }

  static void integrate(const std::array<double, degree + 3>& from, std::array<double, degree + 3>& to, double start) {
    to[0] = start;
    for (std::size_t p = 0; p + 1 < from.size(); ++p) to[p + 1] = from[p] / static_cast<double>(p + 1);
  }
  static double evaluate(const std::array<double, degree + 3>& poly, double x) {
    double value = 0.0;
    for (std::size_t p = poly.size(); p-- > 0;) value = value * x + poly[p];
    return value;
  }
};

}  // namespace

ForceShape::Values ForceShape::at(double s) {
  static const Pieces pieces;
  const double inside = std::clamp(s, 0.0, 1.0);
  const auto k = std::min<std::size_t>(intervals - 1, static_cast<std::size_t>(inside * intervals));
  const double x = inside - static_cast<double>(k) / intervals;
  Values v;
  for (std::size_t f = 0; f < count; ++f) {
    const auto i = static_cast<Eigen::Index>(f);
    v.value(i) = Pieces::evaluate(pieces.c[0][k][f], x);
    v.first_integral(i) = Pieces::evaluate(pieces.c[1][k][f], x);
    v.second_integral(i) = Pieces::evaluate(pieces.c[2][k][f], x);
  }
  return v;
}

}  // namespace stridelab
