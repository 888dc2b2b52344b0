#include "gait/reference.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/frames.h"
#include "gait/normative_data.h"

namespace stridelab {
namespace {

// Two processings of the same runners, inverse kinematics and markers, differ by about 2.5 deg at knee and ankle in stance.
// The moments fit the markers: the knee takes the whole difference, the ankle two thirds (calibrated, METHODS 8).
constexpr double knee_zero_rad = -2.5 * rad_per_deg;
constexpr double ankle_zero_rad = -1.6 * rad_per_deg;

constexpr double reference_leg_m = 0.53 * 1.756;  // leg length of the reference runners (0.53 height)

// The measured shapes of the force carry a little beyond the measured speeds, not far (judged).
constexpr double slowest_force_m_s = 2.1, fastest_force_m_s = 5.2;

// Contact time falls with cadence by this power in one runner who changes it: .65 to .73 in studies of such a change, .47
// +- .18 between the reference runners. The power of speed then keeps their contact at 2.5 and 3.5 m/s, 161.7 and 171.5 spm.
constexpr double contact_by_cadence = 0.65;
const double contact_by_speed = 0.45 - (contact_by_cadence - 0.45) * std::log(171.5 / 161.7) / std::log(3.5 / 2.5);

// Pelvic drop and hip adduction follow load: between these runners adduction falls by 1.5 (0.7) deg and drop by 0.9 (0.45)
// deg for 10 % more cadence at the same speed (regression, in-sample).
constexpr double load_by_cadence = 2.0;

double smooth_step(double x) {
  const double u = std::clamp(x, 0.0, 1.0);
  return u * u * (3.0 - 2.0 * u);
}

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

constexpr double swing_inversion_rad = 2.0 * rad_per_deg;
constexpr double usual_eversion_rad = 8.0 * rad_per_deg;

/// How the arch is loaded over stance s = 0 .. 1.
double arch_load(double s) { return s > 0.0 && s < 1.0 ? std::pow(std::sin(std::numbers::pi * s), 2) : 0.0; }

/// Rearfoot eversion near mid-stance: 8 deg for a usual arch, between 4 and 12 by the reference posture used. A standard
/// deviation of navicular drop goes with 4.5 deg more or less (r = 0.84, 5.3 deg; JAT 2012 47:83): that is a flat and a
/// high arch. A full support takes 13 % of the excursion away (Sinclair 2017, Foot Ankle Online J 10(4):1: a 5 deg
/// medial orthosis, 12.4 to 10.8 deg).
double mid_stance_eversion_rad(FootPosture posture, double arch_support) {
  const double change = posture == FootPosture::flat ? 4.5 : posture == FootPosture::high ? -4.5 : 0.0;
  const double eversion_rad = usual_eversion_rad + change * rad_per_deg;
  return eversion_rad - 0.13 * arch_support * (swing_inversion_rad + eversion_rad);
}

}  // namespace

double similar_speed_m_s(double speed_m_s, double height_m) {
  return speed_m_s * std::sqrt(reference_leg_m / (0.53 * height_m));
}

NormativeGait::NormativeGait(const Body& body, const Form& form) : form_(form), leg_length_m_(0.53 * body.height_m) {
  const auto& data = normative_data();
  // Similar bodies run alike at the same v / sqrt(g L).
  const double speed = similar_speed_m_s(form.speed_m_s, body.height_m);
  weights_ = speed_weights(speed);
  const auto force_weights = speed_weights(std::clamp(speed, slowest_force_m_s, fastest_force_m_s));
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
  eversion_rad_ = mid_stance_eversion_rad(body.foot_posture, form.arch_support);
  strike_change_rad_ = form.foot_strike_rad - usual_strike_rad;
  // Landing further forward reshapes the ground reaction too. The groups stand at -4.3 and 11.5 deg: not extrapolated far.
  const double strike = std::clamp(form.foot_strike_rad, strike_low_rad, strike_high_rad) - usual_strike_rad;
  vertical_ += strike * strike_effect().vertical;
  fore_aft_ += strike * strike_effect().fore_aft;
  const double time_scale = std::sqrt(leg_length_m_ / reference_leg_m);
  const double cadence = form.cadence_spm * time_scale;
  const double preferred_spm = 161.7 + 9.8 * (speed - 2.5);
  load_ = 1.0 + load_by_cadence * (std::pow(preferred_spm / cadence, 0.55) - 1.0);
  const double contact_s =
      0.2263 * std::pow(3.5 / speed, contact_by_speed) * std::pow(171.5 / cadence, contact_by_cadence) * time_scale;
  // Slow running with quick steps has hardly any flight; this model is one of running and keeps a little of it.
  const double duty = contact_s * stance_per_contact * form.cadence_spm / 120.0;
  duty_ = duty < 0.44 ? duty : 0.44 + 0.03 * std::tanh((duty - 0.44) / 0.03);
}

double NormativeGait::rearfoot_roll_rad(double s) const { return (eversion_rad_ - usual_eversion_rad) * arch_load(s); }

CoordinateVector NormativeGait::posture(double phase, double duty) const {
  const auto& data = normative_data();
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
  // Part of a change of trunk lean comes from the pelvis; the thighs keep their place in space (judged).
  const double lean_change = form_.trunk_lean_rad - 6.0 * rad_per_deg;
  const double pelvis_share = 0.4 * lean_change;
  q(pelvis_tilt) = right[n_tilt] - pelvis_share - form_.slope_rad;
  q(pelvis_list) = load_ * right[n_list];
  q(pelvis_rotation) = right[n_rotation];
  // The trunk stays upright in the frontal plane and turns against the pelvis, +-8 deg (judged; no published curves here).
  q(lumbar_extension) = -trunk_lean_to_surface(form_) - q(pelvis_tilt);
  q(lumbar_bending) = -q(pelvis_list);
  q(lumbar_rotation) = -q(pelvis_rotation) - 8.0 * rad_per_deg * std::cos(turn);
  const double width_change = 0.5 * (form_.step_width_m - 0.035) / leg_length_m_;
  for (int side = 0; side < 2; ++side) {
    const auto& a = side == 0 ? right : left;
    const int first = side == 0 ? hip_flexion_r : hip_flexion_l;
    const double leg_phase = side == 0 ? wrapped : std::fmod(wrapped + 0.5, 1.0);
    const double s = leg_phase / duty;
    const auto by_strike = strike_effect().angles(warp(leg_phase, duty, data[0].toe_off));
    auto angle = [&](NormativeAngle i) { return a[i] + strike_change_rad_ * by_strike[i]; };
    q(first) = angle(n_hip_flexion) + pelvis_share;
    q(first + 1) = load_ * angle(n_hip_adduction) - width_change;
    q(first + 2) = a[n_hip_rotation] - (form_.toe_out_rad - 7.0 * rad_per_deg);
    q(first + 3) = angle(n_knee) + knee_zero_rad;
    q(first + 4) = angle(n_ankle) + ankle_zero_rad + form_.slope_rad;
    // Slightly inverted in swing, everting and coming back over stance.
    q(first + 5) = swing_inversion_rad - (swing_inversion_rad + eversion_rad_) * arch_load(s);
    // Toes stay on the ground while the heel rises: up to 30 deg at push-off.
    const double push = smooth_step((s - 0.45) / 0.45) * (1.0 - smooth_step((leg_phase - duty) / 0.12));
    q(first + 6) = 30.0 * rad_per_deg * push;
    const double arm_turn = side == 0 ? turn : turn + std::numbers::pi;
    q(first + 7) = (-10.0 - 25.0 * std::cos(arm_turn)) * rad_per_deg;  // against the leg of the same side (judged)
  }
  return q;
}

}  // namespace stridelab
