#include "gait/stride.h"

#include <cmath>

#include "dynamics/tree.h"
#include "gait/leg_pose.h"
#include "gait/stride_solution.h"
#include "gait/tracking.h"

namespace stridelab {
namespace {

/// One step of a stride, as a right foot's.
struct StepView {
  const StrideSolution& stride;
  std::size_t step;
  const Skeleton& skeleton;
  const Form& form;
  const EventSpline& spline;
  double duty;
};

StepView view_of(const StrideSolution& s, std::size_t step) {
  if (step == 0 || !s.left) return {s, 0, s.skeleton, s.form, s.spline, s.duty};
  return {s, 1, s.left->skeleton, s.left_side->form, s.left->spline, s.left->duty};
}

CoordinateVector spline_value(const StepView& view, const BasisWindow& w, std::size_t derivative) {
  const StrideSolution& s = view.stride;
  const int blocks = view.spline.half_count();
  CoordinateVector sum = CoordinateVector::Zero();
  for (int m = 0; m < BasisWindow::order; ++m) {
    const int index = w.first + m + 4 * blocks;  // positive: phases 0 .. 1 reach back at most one window
    const bool other = (index / blocks) % 2 != 0;
    const bool second = s.left && other != (view.step == 1);
    const int first = second ? blocks * n_coordinates : 0;
    const CoordinateVector stored = s.x.segment<n_coordinates>(first + (index % blocks) * n_coordinates);
    sum += w.value[derivative][static_cast<std::size_t>(m)] * (other ? mirrored(stored) : stored);
  }
  return sum / std::pow(s.period_s, static_cast<double>(derivative));
}

/// Power of a wrench about the pelvis origin on a segment, over the ground.
double power_on(const TreeState& t, int link, const Wrench& wrench, const Vec3& pelvis_velocity_m_s) {
  return dot(t.velocity[static_cast<std::size_t>(link)], wrench) + wrench.force.dot(pelvis_velocity_m_s);
}

/// What the ground does to the right foot in stance.
void ground_contact(const StepView& s, const TreeState& t, double phase, StrideSample& out) {
  const PressurePoint sole =
      pressure_point(s.skeleton, t, subtalar_angle_r, mtp_angle_r, s.stride.pressure(phase / s.duty, s.step), false);
  const Vec3 force = out.leg[0].grf_n;
  const Vec3 moment = t.root.moment - sole.point.r.cross(force);
  // What the solution leaves of horizontal moment about the pressure point, millimetres of force, moves the point. Where
  // force almost vanishes (below 2 % of body weight) that has no meaning.
  Vec3 shift = Vec3::Zero();
  if (force.y() > 0.02 * s.skeleton.mass_kg * gravity_m_s2)
    shift = Vec3(moment.z() / force.y(), 0.0, -moment.x() / force.y());
  out.cop_m = out.pelvis_m + sole.point.r + shift;
  out.free_moment_nm = (moment - shift.cross(force)).y();

  // The toes carry their share at their own point, the foot all the rest.
  const Vec3 toe_force = sole.share.toe * force;
  const Wrench toes{sole.toe.cross(toe_force), toe_force};
  const Wrench foot = t.root - toes;
  for (int i = hip_flexion_r; i < mtp_angle_r; ++i)
    out.generalised_force_nm(i) -= dot(t.axis[static_cast<std::size_t>(i)], t.root);
  out.generalised_force_nm(mtp_angle_r) -= dot(t.axis[static_cast<std::size_t>(mtp_angle_r)], toes);
  out.leg[0].ground_power_w = power_on(t, subtalar_angle_r, foot, out.pelvis_velocity_m_s) +
                              power_on(t, mtp_angle_r, toes, out.pelvis_velocity_m_s);
}

void find_com(const StepView& s, double phase, TwoStepPath::Point& com) {
  const StrideSolution& of = s.stride;
  auto force = [&of](std::size_t step) { return ForceUnknowns(of.x.segment<n_force_unknowns>(of.force_index(step))); };
  if (of.two_step_path)
    of.two_step_path->at(s.step, phase, {of.duty_of(0), of.duty_of(1)}, {force(0), force(1)}, com);
  else
    of.com_path.at(phase, s.duty, force(0), com.own);
}

StrideSample right_step(const StepView& s, double phase) {
  StrideSample out;
  out.phase = phase;
  const BasisWindow window = s.spline.at(phase);
  out.q_rad = spline_value(s, window, 0);
  out.qd_rad_s = spline_value(s, window, 1);
  out.qdd_rad_s2 = spline_value(s, window, 2);
  TwoStepPath::Point both;
  find_com(s, phase, both);
  ComPath::Point& com = both.own;
  const bool stance = phase < s.duty;
  if (!stance) com.force_n.setZero();
  TreeState t;
  evaluate(s.skeleton, out.q_rad, out.qd_rad_s, out.qdd_rad_s2, com.force_n, t);
  out.com_m = com.position_m;
  out.com_velocity_m_s = com.velocity_m_s + Vec3(s.form.speed_m_s, 0.0, 0.0);
  const Vec3 gravity = gravity_m_s2 * Vec3(-std::sin(s.form.slope_rad), -std::cos(s.form.slope_rad), 0.0);
  out.com_acceleration_m_s2 = com.force_n / s.skeleton.mass_kg + gravity;
  out.pelvis_m = com.position_m - t.com;
  out.pelvis_velocity_m_s = out.com_velocity_m_s - t.com_velocity;
  const Wrench nothing{Vec3::Zero(), Vec3::Zero()};
  out.leg = {leg_pose(s.skeleton, t, out.pelvis_m, 0, stance ? t.root : nothing),
             leg_pose(s.skeleton, t, out.pelvis_m, 1, nothing)};
  if (stance) out.leg[0].grf_n = com.force_n;  // the path's own figure; the tree's differs by rounding
  out.generalised_force_nm = generalised_forces(t);
  out.generalised_force_nm.head<lumbar_extension>().setZero();
  out.residual_force_n.setZero();
  out.residual_moment_nm.setZero();
  out.residual_power_w = 0.0;
  out.cop_m.setZero();
  out.free_moment_nm = 0.0;
  if (stance) {
    ground_contact(s, t, phase, out);
  } else {
    out.residual_moment_nm = t.root.moment - t.com.cross(t.root.force);
    out.residual_power_w = t.velocity[pelvis_rotation].angular.dot(out.residual_moment_nm);
  }
  return out;
}

Vec3 mirror_polar(const Vec3& v) { return {v.x(), v.y(), -v.z()}; }
Vec3 mirror_axial(const Vec3& v) { return {-v.x(), -v.y(), v.z()}; }
Mat3 mirror_frame(const Mat3& r) {
  const Eigen::DiagonalMatrix<double, 3> m(1.0, 1.0, -1.0);
  return m * r * m;
}

LegSample mirror_leg(LegSample leg) {
  for (Vec3* v : {&leg.hip_m, &leg.knee_m, &leg.ankle_m, &leg.mtp_m, &leg.heel_m, &leg.ball_m, &leg.toe_m, &leg.grf_n,
                  &leg.knee_force_n})
    *v = mirror_polar(*v);
  for (Vec3* v : {&leg.knee_moment_nm, &leg.hip_moment_nm}) *v = mirror_axial(*v);
  for (Mat3* r : {&leg.femur, &leg.tibia, &leg.foot}) *r = mirror_frame(*r);
  return leg;
}

/// The left foot's step is the right one's seen in a mirror.
StrideSample mirror(const StrideSample& a) {
  StrideSample b = a;
  b.phase = a.phase + 0.5;
  b.q_rad = mirrored(a.q_rad);
  b.qd_rad_s = mirrored(a.qd_rad_s);
  b.qdd_rad_s2 = mirrored(a.qdd_rad_s2);
  b.generalised_force_nm = mirrored(a.generalised_force_nm);
  for (Vec3* v : {&b.pelvis_m, &b.pelvis_velocity_m_s, &b.com_m, &b.com_velocity_m_s, &b.com_acceleration_m_s2,
                  &b.cop_m, &b.residual_force_n})
    *v = mirror_polar(*v);
  b.residual_moment_nm = mirror_axial(a.residual_moment_nm);
  b.free_moment_nm = -a.free_moment_nm;
  b.leg = {mirror_leg(a.leg[1]), mirror_leg(a.leg[0])};
  return b;
}

}  // namespace

StrideSolution mirror_image(const StrideSolution& of) {
  StrideSolution out = of;
  const LeftStep& left = *of.left;
  out.body = of.left_side->body;
  out.form = of.left_side->form;
  out.left_side = LeftSide{of.body, of.form};
  out.skeleton = left.skeleton;
  out.strength = left.strength;
  out.spline = left.spline;
  out.schedule = left.schedule;
  out.duty = left.duty;
  out.left = LeftStep{of.skeleton, of.strength, of.spline, of.schedule, of.duty};
  out.two_step_path = of.two_step_path->exchanged();
  const Eigen::Index controls = of.spline.half_count() * n_coordinates, border = of.force_index(0);
  out.x << of.x.segment(controls, controls), of.x.head(controls), of.x.segment<n_border>(border + n_border),
      of.x.segment<n_border>(border), left.duty, of.duty;
  return out;
}

Stride::Stride(std::shared_ptr<const StrideSolution> solution) : solution_(std::move(solution)) {}

StrideSample Stride::at(double phase) const {
  const double wrapped = phase - std::floor(phase);
  StrideSample sample = wrapped < 0.5 ? right_step(view_of(*solution_, 0), wrapped)
                                      : mirror(right_step(view_of(*solution_, 1), wrapped - 0.5));
  sample.strength = {strength(0), strength(1)};
  return sample;
}

const Body& Stride::body() const { return solution_->body; }
const Form& Stride::form() const { return solution_->form; }
double Stride::period_s() const { return solution_->period_s; }
const std::optional<LeftSide>& Stride::left() const { return solution_->left_side; }
double Stride::duty_factor(int side) const { return solution_->duty_of(side == 0 ? 0 : 1); }
const StrengthLimits& Stride::strength(int side) const {
  return side == 0 || !solution_->left ? solution_->strength : solution_->left->strength;
}
const StrideQuality& Stride::quality() const { return solution_->quality; }

}  // namespace stridelab
