#include "loads/muscles/dual_newton.h"

#include <cmath>
#include <limits>

namespace stridelab {
namespace {

constexpr int max_iterations = 60;
constexpr int max_trials = 40;
constexpr double flat_enough = 1e-2;  ///< slope where a search along a line ends, of the slope where it began
constexpr double tight = 1e-9, rounding_limited = 1e-6;  ///< of the largest net moment

UnitVector clipped(const UnitVector& u) { return u.cwiseMax(0.0).cwiseMin(1.0); }

/// One where a unit is strictly between its bounds.
UnitVector free_units(const UnitVector& u) {
  UnitVector one;  // a loop that the compiler makes vectors of; the library's own comparisons go unit by unit
  for (int i = 0; i < n_muscle_units; ++i)
    one[i] = static_cast<int>(u[i] > 0.0) & static_cast<int>(u[i] < 1.0) ? 1.0 : 0.0;
  return one;
}

using Curvature = Eigen::Matrix<double, n_leg_angles, n_leg_angles>;

/// The dual function of one instant.
struct Dual {
  const UnitArms& b;
  LegMoments rho2;
  const LegMoments& net;

  struct Point {
    LegMoments price, slope;
    UnitVector u, activation;
  };

  [[nodiscard]] UnitVector utility(const LegMoments& price) const {
    UnitVector u = b.col(0) * price[0];
    for (int k = 1; k < n_leg_angles; ++k) u += b.col(k) * price[k];
    return u;
  }

  void evaluate(const LegMoments& price, Point& p) const {
    p.price = price;
    p.u = utility(price);
    p.activation = clipped(p.u);
    const LegMoments reserve = rho2.cwiseProduct(price);
    for (int k = 0; k < n_leg_angles; ++k) p.slope[k] = b.col(k).dot(p.activation) + reserve[k] - net[k];
  }

  /// Newton's direction with some units free.
  [[nodiscard]] LegMoments direction(const UnitVector& freedom, const LegMoments& slope) const {
    Curvature h;
    for (int j = 0; j < n_leg_angles; ++j) {
      const UnitVector column = freedom.cwiseProduct(b.col(j));
      for (int k = j; k < n_leg_angles; ++k) h(k, j) = b.col(k).dot(column);
      h(j, j) += rho2[j];
    }
    return -Eigen::LLT<Curvature, Eigen::Lower>(h).solve(slope);
  }
};

/// How far to go along a direction: where the dual is lowest on the line, found by Newton steps kept between bounds.
/// Its slope there only rises, and comparing slopes, unlike values, loses no digits. Mostly 1.
double step_length(const Dual& dual, const Dual::Point& from, const LegMoments& direction) {
  const UnitVector rate = dual.utility(direction);
  const double reserve_curvature = dual.rho2.dot(direction.cwiseAbs2());
  const double constant = (dual.rho2.cwiseProduct(from.price) - dual.net).dot(direction);
  const double limit = flat_enough * std::abs(from.slope.dot(direction));
  double low = 0.0, high = std::numeric_limits<double>::infinity(), step = 1.0;
  for (int trial = 0; trial < max_trials; ++trial) {
    const UnitVector u = from.u + step * rate;
    const double slope = rate.dot(clipped(u)) + constant + step * reserve_curvature;
    if (std::abs(slope) <= limit) break;
    (slope < 0.0 ? low : high) = step;
    step -= slope / (rate.cwiseAbs2().dot(free_units(u)) + reserve_curvature);
    if (!(step > low && step < high)) step = std::isinf(high) ? 2.0 * low : 0.5 * (low + high);
  }
  return step;
}

}  // namespace

SharingSolution solve_sharing(const UnitArms& moment_per_activation_nm, const LegMoments& reserve_scale_nm,
                              const LegMoments& net_nm) {
  const Dual dual{moment_per_activation_nm, reserve_scale_nm.cwiseAbs2(), net_nm};
  const double size = net_nm.lpNorm<Eigen::Infinity>();
  const auto balanced = [&](const Dual::Point& p, double share) {
    return p.slope.lpNorm<Eigen::Infinity>() <= share * size;
  };
  Dual::Point at;
  // As if every unit were half free.
  dual.evaluate(dual.direction(UnitVector::Constant(0.5), -net_nm), at);
  int iteration = 0;
  for (; iteration < max_iterations && !balanced(at, tight); ++iteration) {
    const LegMoments direction = dual.direction(free_units(at.u), at.slope);
    dual.evaluate(at.price + step_length(dual, at, direction) * direction, at);
  }
  return {at.price, at.activation, iteration, balanced(at, rounding_limited)};
}

}  // namespace stridelab
