#include "gait/com_path.h"

#include <cmath>

namespace stridelab {
namespace {

constexpr int n = ForceShape::count;

/// Row functional a(f) of shape coefficients f = base + P y, P removing the part that changes the impulse.
struct Functional {
  double base;
  ForceShape::Row by_unknown;
};

Functional project(const ForceShape::Row& a, const ForceShape::Row& base) {
  static const ForceShape::Row impulse = ForceShape::at(1.0).first_integral;
  return {a.dot(base), a - impulse * (a.sum() / impulse.sum())};
}

}  // namespace

ComPath::ComPath(double mass_kg, const Form& form, const ForceShape::Row& vertical, const ForceShape::Row& fore_aft)
    : mass_kg_(mass_kg),
      period_s_(120.0 / form.cadence_spm),
      slope_rad_(form.slope_rad),
      vertical_(vertical),
      fore_aft_(fore_aft) {
  // On a slope the runner must also push along it: impulse m g sin(slope) per unit time, in the shape of the load.
  fore_aft_ += std::tan(slope_rad_) * vertical_;
}

void ComPath::at(double phase, double duty, const ForceUnknowns& y, Point& p) const {
  const double step_s = 0.5 * period_s_;
  const double stance_s = duty * period_s_;
  const double t = phase * period_s_;
  const bool stance = phase < duty;
  const ForceShape::Values shape = ForceShape::at(stance ? phase / duty : 1.0);
  const ForceShape::Values whole = ForceShape::at(1.0);
  const double late = stance ? 0.0 : (t - stance_s) / stance_s;  // flight: the velocity of toe-off goes on
  const double force_scale = mass_kg_ * gravity_m_s2 * std::cos(slope_rad_) / (2.0 * duty);
  const double v_scale = force_scale * stance_s / mass_kg_;
  const double x_scale = v_scale * stance_s;
  const double rest_share = (step_s - stance_s) / stance_s;
  const ForceShape::Row f = stance ? shape.value : ForceShape::Row(ForceShape::Row::Zero());
  const ForceShape::Row i1 = shape.first_integral;
  const ForceShape::Row i2 = shape.second_integral + late * whole.first_integral;
  const ForceShape::Row end = whole.second_integral + rest_share * whole.first_integral;

  p.d_force.setZero();
  p.d_position.setZero();
  p.d_velocity.setZero();
  const ForceShape::Row* base[2] = {&fore_aft_, &vertical_};
  const int column[2] = {n, 0};
  for (int axis = 0; axis < 2; ++axis) {
    const double g = axis == 0 ? -gravity_m_s2 * std::sin(slope_rad_) : -gravity_m_s2 * std::cos(slope_rad_);
    const auto at_force = project(f, *base[axis]);
    const auto at_v = project(i1, *base[axis]);
    const auto at_x = project(i2, *base[axis]);
    const auto at_end = project(end, *base[axis]);
    const auto u = y.segment<n>(column[axis]);
    auto value = [&u](const Functional& a) { return a.base + a.by_unknown.dot(u); };
    // Periodic: what the step adds to the position beyond the mean speed is zero; fixes the velocity at contact.
    const double start = -(0.5 * g * step_s + x_scale * value(at_end) / step_s);
    const ForceShape::Row d_start = -x_scale / step_s * at_end.by_unknown;
    p.force_n(axis) = force_scale * value(at_force);
    p.velocity_m_s(axis) = start + g * t + v_scale * value(at_v);
    p.position_m(axis) = start * t + 0.5 * g * t * t + x_scale * value(at_x);
    p.d_force.block<1, n>(axis, column[axis]) = force_scale * at_force.by_unknown;
    p.d_velocity.block<1, n>(axis, column[axis]) = d_start + v_scale * at_v.by_unknown;
    p.d_position.block<1, n>(axis, column[axis]) = d_start * t + x_scale * at_x.by_unknown;
  }
  // Lateral: the next step mirrors this one, so velocity and position change sign from contact to contact.
  const auto u = y.segment<n>(2 * n);
  const ForceShape::Row d_start = -0.5 * v_scale * whole.first_integral;
  const ForceShape::Row d_origin = -0.5 * (d_start * step_s + x_scale * end);
  p.d_force.block<1, n>(2, 2 * n) = force_scale * f;
  p.d_velocity.block<1, n>(2, 2 * n) = d_start + v_scale * i1;
  p.d_position.block<1, n>(2, 2 * n) = d_origin + d_start * t + x_scale * i2;
  p.force_n(2) = p.d_force.block<1, n>(2, 2 * n).dot(u);
  p.velocity_m_s(2) = p.d_velocity.block<1, n>(2, 2 * n).dot(u);
  p.position_m(2) = p.d_position.block<1, n>(2, 2 * n).dot(u);
  p.position_m(1) += y(3 * n);
  p.d_position(1, 3 * n) = 1.0;
}

}  // namespace stridelab
