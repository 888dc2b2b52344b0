#include "gait/reference.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/frames.h"
#include "gait/foot_laws.h"
#include "gait/normative_data.h"
#include "gait/normative_laws.h"
#include "gait/reference_runners.h"
#include "gait/smooth_step.h"
#include "gait/strike_groups.h"
#include "runner/anthropometry.h"

namespace stridelab {
namespace {

/// Phase of the reference gait cycle for a phase of ours: events on events, slope one there, cubic in between.
double warp(double phase, double duty, double toe_off) {
  const double half = std::floor(2.0 * phase);
  const double begin = duty * onset_before_contact / stance_per_contact;
  const double end = duty * (1.0 - release_after_contact / stance_per_contact);
  const double x = phase - 0.5 * half;
  auto hermite = [](double x0, double x1, double y0, double y1, double at) {
    const double h = x1 - x0, u = (at - x0) / h;
    const double h00 = (1 + 2 * u) * (1 - u) * (1 - u), h10 = u * (1 - u) * (1 - u);
    const double h01 = u * u * (3 - 2 * u), h11 = u * u * (u - 1);
    return h00 * y0 + h10 * h + h01 * y1 + h11 * h;
  };
  if (x < begin) return 0.5 * half + hermite(end - 0.5, begin, toe_off - 0.5, 0.0, x);
  if (x < end) return 0.5 * half + hermite(begin, end, 0.0, toe_off, x);
  return 0.5 * half + hermite(end, begin + 0.5, toe_off, 0.5, x);
}

/// How far pelvic list and hip adduction go under load, relative to the preferred cadence. Speed and cadence of similar
/// reference runners.
double load_factor(double speed_m_s, double cadence_spm) {
  const NormativeLaws::Load& law = normative_laws().load;
  return 1.0 + law.share * (std::pow(usual_cadence_spm(speed_m_s) / cadence_spm, law.cadence_exponent) - 1.0);
}

/// Contact time of the reference runners at a speed and a cadence.
double reference_contact_s(double speed_m_s, double cadence_spm) {
  const NormativeLaws::ContactTime& law = normative_laws().contact_time;
  const ReferenceRunners::Speed& fast = reference_runners().fast;
  return law.seconds * std::pow(fast.speed_m_s / speed_m_s, law.speed_exponent) *
         std::pow(fast.cadence_spm / cadence_spm, law.cadence_exponent);
}

/// Slow running with quick steps has hardly any flight; this model is one of running and keeps a little of it.
double with_flight(double duty) {
  const NormativeLaws::Flight& law = normative_laws().flight;
  const double from = law.bends_from_duty, by = law.bends_by_duty;
  return duty < from ? duty : from + by * std::tanh((duty - from) / by);
}

}  // namespace

double similar_speed_m_s(double speed_m_s, double height_m) {
  const ReferenceRunners& runners = reference_runners();
  return speed_m_s * std::sqrt(runners.leg_length_m() / runners.leg_length_m(height_m));
}

NormativeGait::NormativeGait(const Body& body, const Form& form)
    : form_(form),
      leg_length_m_(reference_runners().leg_length_m(body.height_m)),
      rearfoot_(body.foot_posture, form.arch_support),
      subtalar_axis_(anthropometry(body.sex).subtalar_axis.normalized()) {
  const StrikeGroups& groups = strike_groups();
  const NormativeLaws& laws = normative_laws();
  const double reference_leg_m = reference_runners().leg_length_m();
  const auto& data = normative_data();
  const double speed = similar_speed_m_s(form.speed_m_s, body.height_m);
  weights_ = speed_weights(speed);
  const auto force_weights = speed_weights(std::clamp(speed, laws.slowest_force_m_s, laws.fastest_force_m_s));
  double usual_strike_rad = 0.0;
  vertical_.setZero();
  fore_aft_.setZero();
  lateral_.setZero();
  for (std::size_t i = 0; i < data.size(); ++i) {
    usual_strike_rad += weights_[i] * data[i].strike_rad;
    vertical_ += force_weights[i] * data[i].vertical;
    fore_aft_ += weights_[i] * data[i].fore_aft;
    lateral_ += weights_[i] * data[i].lateral;
  }
  strike_change_rad_ = form.foot_strike_rad - usual_strike_rad;
  // Landing further forward reshapes the ground reaction too.
  const double strike =
      std::clamp(form.foot_strike_rad, groups.shape_lowest_rad, groups.shape_highest_rad) - usual_strike_rad;
  vertical_ += strike * strike_effect().vertical;
  fore_aft_ += strike * strike_effect().fore_aft;
  if (body.sex == Sex::female) {
    more_adduction_rad_ = laws.women.hip_adduction_rad;
    more_rotation_rad_ = laws.women.hip_rotation_rad;
  }
  const double time_scale = std::sqrt(leg_length_m_ / reference_leg_m);
  const double cadence = form.cadence_spm * time_scale;
  load_ = load_factor(speed, cadence);
  const double contact_s = reference_contact_s(speed, cadence) * time_scale;
  duty_ = with_flight(contact_s * stance_per_contact * form.cadence_spm / 120.0);
}

double NormativeGait::rearfoot_roll_rad(double s, double duty, double pitch_rad) const {
  return rearfoot_.at_rad(s, duty * 120.0 / form_.cadence_spm, pitch_rad);
}

double NormativeGait::subtalar_rad(const CoordinateVector& q, int side, double leg_phase, double duty) const {
  const NormativeLaws::Rearfoot& law = normative_laws().rearfoot;
  // Both legs as a right one: the pelvis mirrored for the left.
  const double mirror = side == 0 ? 1.0 : -1.0;
  const int first = side == 0 ? hip_flexion_r : hip_flexion_l;
  auto turn = [](double angle_rad, const Vec3& axis) { return Eigen::AngleAxisd(angle_rad, axis).toRotationMatrix(); };
  const Vec3 x = Vec3::UnitX(), y = Vec3::UnitY(), z = Vec3::UnitZ();
  const Mat3 pelvis = turn(q(pelvis_tilt), z) * turn(mirror * q(pelvis_list), x) * turn(mirror * q(pelvis_rotation), y);
  const Mat3 thigh = pelvis * turn(q(first), z) * turn(q(first + 1), x) * turn(q(first + 2), y);
  const Mat3 ankle = thigh * turn(q(first + 4) - q(first + 3), z);
  const double before = leg_phase - 1.0;  // the next contact, in strides
  const bool comes = -before < law.comes_over_stride;
  const double s = (comes ? before : leg_phase) / duty;
  const double grounded =
      comes ? smooth_step(1.0 + before / law.comes_over_stride) : smooth_step((1.0 - s) / foot_laws().rest_fades_over);
  const double roll_rad = rearfoot_roll_rad(s, duty, std::asin(ankle(1, 0)));
  return law.swing_inversion_rad +
         grounded * (subtalar_for_roll_rad(ankle, subtalar_axis_, roll_rad) - law.swing_inversion_rad);
}

CoordinateVector NormativeGait::posture(double phase, double duty) const {
  const auto& data = normative_data();
  const NormativeLaws& laws = normative_laws();
  auto angles = [&](double at) {
    std::array<double, n_normative_angles> mix{};
    for (std::size_t k = 0; k < data.size(); ++k) {
      const auto a = data[k].angles(warp(at, duty, data[k].toe_off));
      for (std::size_t i = 0; i < mix.size(); ++i) mix[i] += weights_[k] * a[i];
    }
    return mix;
  };
  const double wrapped = phase - std::floor(phase);
  const auto right = angles(wrapped);
  const auto left = angles(wrapped + 0.5);
  const double turn = 2.0 * std::numbers::pi * wrapped;
  CoordinateVector q;
  // Part of a change of trunk lean comes from the pelvis; the thighs keep their place in space. On a slope the body keeps its
  // attitude to gravity, as the mean ground reaction does: pelvis and legs turn against the surface, the ankle gives way.
  const double lean_change = form_.trunk_lean_rad - laws.usual.trunk_lean_rad;
  const double pelvis_share = laws.usual.pelvis_share_of_lean * lean_change;
  q(pelvis_tilt) = right[n_tilt] - pelvis_share - form_.slope_rad;
  q(pelvis_list) = load_ * right[n_list];
  q(pelvis_rotation) = right[n_rotation];
  // The trunk stays upright in the frontal plane and turns against the pelvis.
  q(lumbar_extension) = -trunk_lean_to_surface(form_) - q(pelvis_tilt);
  q(lumbar_bending) = -q(pelvis_list);
  q(lumbar_rotation) = -q(pelvis_rotation) - laws.upper_body.lumbar_rotation_rad * std::cos(turn);
  const double width_change = 0.5 * (form_.step_width_m - laws.usual.step_width_m) / leg_length_m_;
  for (int side = 0; side < 2; ++side) {
    const auto& a = side == 0 ? right : left;
    const int first = side == 0 ? hip_flexion_r : hip_flexion_l;
    const double leg_phase = side == 0 ? wrapped : std::fmod(wrapped + 0.5, 1.0);
    const double s = leg_phase / duty;
    const auto by_strike = strike_effect().angles(warp(leg_phase, duty, data[0].toe_off));
    auto angle = [&](NormativeAngle i) { return a[i] + strike_change_rad_ * by_strike[i]; };
    q(first) = angle(n_hip_flexion) + pelvis_share;
    q(first + 1) = load_ * angle(n_hip_adduction) - width_change + more_adduction_rad_;
    q(first + 2) = a[n_hip_rotation] - (form_.toe_out_rad - laws.usual.toe_out_rad) + more_rotation_rad_;
    q(first + 3) = angle(n_knee) + laws.knee_zero_rad;
    q(first + 4) = angle(n_ankle) + laws.ankle_zero_rad + form_.slope_rad;
    if (s > 0.0 && s < 1.0)
      q(lumbar_bending) += (side == 0 ? 1.0 : -1.0) * form_.trunk_lateral_lean_rad * std::sin(std::numbers::pi * s);
    q(first + 5) = subtalar_rad(q, side, leg_phase, duty);
    // Toes stay on the ground while the heel rises: up to their limit at push-off.
    const double push = smooth_step((s - laws.toes.push_from) / laws.toes.push_over) *
                        (1.0 - smooth_step((leg_phase - duty) / laws.toes.back_over_stride));
    q(first + 6) = foot_laws().toe_limit_rad * push;
    const double arm_turn = side == 0 ? turn : turn + std::numbers::pi;
    // Against the leg of the same side.
    q(first + 7) = (laws.upper_body.arm_mean_deg - laws.upper_body.arm_swing_deg * std::cos(arm_turn)) * rad_per_deg;
  }
  return q;
}

}  // namespace stridelab
