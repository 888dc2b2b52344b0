#include "gait/two_step_path.h"

#include <cmath>

namespace stridelab {
namespace {

constexpr int n = ForceShape::count;

/// A linear function of the shape coefficients of both steps, by their unknowns.
struct Linear {
  double value = 0.0;
  ForceShape::Row own = ForceShape::Row::Zero(), other = ForceShape::Row::Zero();

  Linear& operator+=(const Linear& b) {
    value += b.value;
    own += b.own;
    other += b.other;
    return *this;
  }
  friend Linear operator+(Linear a, const Linear& b) { return a += b; }
  friend Linear operator*(double k, const Linear& a) { return {k * a.value, k * a.own, k * a.other}; }
};

/// One axis of one step: coefficients are the base plus the unknowns less what would change the impulse of the stride.
struct Axis {
  ForceShape::Row own_base, other_base;
  ForceShape::Row own, other;  ///< unknowns
  double sense;                ///< 1; -1 where the mirrored frame of the other step reverses the axis

  /// a . coefficients of this step (`of_own`) or of the other one.
  [[nodiscard]] Linear operator()(const ForceShape::Row& a, bool of_own) const {
    static const ForceShape::Row impulse = ForceShape::at(1.0).first_integral;
    const ForceShape::Row shared = impulse * (0.5 * a.sum() / impulse.sum());
    Linear l;
    l.own = of_own ? ForceShape::Row(a - shared) : ForceShape::Row(-sense * shared);
    l.other = of_own ? ForceShape::Row(-sense * shared) : ForceShape::Row(a - shared);
    l.value = a.dot(of_own ? own_base : other_base) + l.own.dot(own) + l.other.dot(other);
    return l;
  }
};

/// Where the shape functions and their integrals stand at a phase of a step, continued after toe-off.
struct Shapes {
  ForceShape::Row force, velocity, place;
};

Shapes shapes_at(double phase, double duty) {
  const bool stance = phase < duty;
  const ForceShape::Values shape = ForceShape::at(stance ? phase / duty : 1.0);
  if (stance) return {shape.value, shape.first_integral, shape.second_integral};
  return {ForceShape::Row::Zero(), shape.first_integral,
          shape.second_integral + (phase - duty) / duty * shape.first_integral};
}

}  // namespace

TwoStepPath::TwoStepPath(double mass_kg, const Form& form, const std::array<Step, 2>& steps)
    : mass_kg_(mass_kg), period_s_(120.0 / form.cadence_spm), slope_rad_(form.slope_rad), steps_(steps) {
  for (Step& step : steps_) step.fore_aft += std::tan(slope_rad_) * step.vertical;
}

void TwoStepPath::at(std::size_t half, double phase, const std::array<double, 2>& duty,
                     const std::array<ForceUnknowns, 2>& y, Point& point) const {
  const std::size_t o = 1 - half;
  const double step_s = 0.5 * period_s_, t = phase * period_s_;
  const double force_scale = mass_kg_ * gravity_m_s2 * std::cos(slope_rad_) / (2.0 * duty[half]);
  const double v_scale = gravity_m_s2 * std::cos(slope_rad_) * step_s;  // force x stance / mass: the same for both
  const double x_scale = v_scale * duty[half] * period_s_, x_scale_other = v_scale * duty[o] * period_s_;
  const Shapes now = shapes_at(phase, duty[half]), end = shapes_at(0.5, duty[half]),
               end_other = shapes_at(0.5, duty[o]);
  ComPath::Point& p = point.own;
  for (ForceRows3* d : {&p.d_force, &p.d_position, &p.d_velocity, &point.d_force_other, &point.d_position_other,
                        &point.d_velocity_other})
    d->setZero();
  const ForceShape::Row none = ForceShape::Row::Zero();
  const Step &mine = steps_[half], &others = steps_[o];
  for (int axis = 0; axis < 3; ++axis) {
    constexpr int column[3] = {n, 0, 2 * n};
    const int c = column[axis];
    const double g = gravity_m_s2 * (axis == 0 ? -std::sin(slope_rad_) : axis == 1 ? -std::cos(slope_rad_) : 0.0);
    const Axis of{axis == 0   ? mine.fore_aft
                  : axis == 1 ? mine.vertical
                              : none,
                  axis == 0   ? others.fore_aft
                  : axis == 1 ? others.vertical
                              : none,
                  y[half].segment<n>(c).transpose(), y[o].segment<n>(c).transpose(), axis == 2 ? -1.0 : 1.0};
    // What the steps add to velocity and place beyond the velocity at contact.
    Linear change = v_scale * of(end.velocity, true);
    change.value += g * step_s;
    Linear run = x_scale * of(end.place, true), run_other = x_scale_other * of(end_other.place, false);
    run.value += 0.5 * g * step_s * step_s;
    run_other.value += 0.5 * g * step_s * step_s;
    // Periodic over the stride: the two steps' places cancel; the other frame may be a mirror.
    const Linear start = (-0.5 / step_s) * (run + of.sense * run_other + step_s * change);
    // The middle between the two contacts is the origin.
    const Linear origin = -0.5 * (step_s * start + run);
    const Linear force = force_scale * of(now.force, true);
    Linear velocity = start + v_scale * of(now.velocity, true);
    velocity.value += g * t;
    Linear place = origin + t * start + x_scale * of(now.place, true);
    place.value += 0.5 * g * t * t;
    auto put = [&](const Linear& l, Vec3& value, ForceRows3& d, ForceRows3& d_other) {
      value(axis) = l.value;
      d.block<1, n>(axis, c) = l.own;
      d_other.block<1, n>(axis, c) = l.other;
    };
    put(force, p.force_n, p.d_force, point.d_force_other);
    put(velocity, p.velocity_m_s, p.d_velocity, point.d_velocity_other);
    put(place, p.position_m, p.d_position, point.d_position_other);
  }
  const double height = y[half](3 * n), height_other = y[o](3 * n);
  p.position_m(1) += 0.5 * (height + height_other);
  p.position_m(2) += 0.5 * (height - height_other);
  p.d_position(1, 3 * n) = point.d_position_other(1, 3 * n) = 0.5;
  p.d_position(2, 3 * n) = 0.5;
  point.d_position_other(2, 3 * n) = -0.5;
}

}  // namespace stridelab
