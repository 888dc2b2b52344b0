#include "gait/reference.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/frames.h"
#include "gait/foot_laws.h"
#include "gait/normative_data.h"
#include "gait/reference_runners.h"
#include "gait/strike_groups.h"

namespace stridelab {
namespace {

// Two processings of the same runners, inverse kinematics and markers, differ by about 2.5 deg at knee and ankle in stance.
// The moments fit the markers: the knee takes the whole difference, the ankle two thirds (calibrated, METHODS 8).
constexpr double knee_zero_rad = -2.5 * rad_per_deg;
constexpr double ankle_zero_rad = -1.6 * rad_per_deg;

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

NormativeGait::NormativeGait(const Body& body, const Form& form)
    : form_(form), leg_length_m_(reference_runners().leg_length_m(body.height_m)) {
  const ReferenceRunners& runners = reference_runners();
  const StrikeGroups& groups = strike_groups();
  const double reference_leg_m = runners.leg_length_m();
  const auto& data = normative_data();
  // Similar bodies run alike at the same v / sqrt(g L).
  const double speed = form.speed_m_s * std::sqrt(reference_leg_m / leg_length_m_);
  blend_ = std::log(speed / data[0].speed_m_s) / std::log(data[1].speed_m_s / data[0].speed_m_s);
  auto mix = [this](double a, double b) { return a + blend_ * (b - a); };
  const double usual_strike_rad = mix(data[0].strike_rad, data[1].strike_rad);
  vertical_ = data[0].vertical + std::clamp(blend_, -0.5, 1.5) * (data[1].vertical - data[0].vertical);
  fore_aft_ = data[0].fore_aft + blend_ * (data[1].fore_aft - data[0].fore_aft);
  lateral_ = data[0].lateral + blend_ * (data[1].lateral - data[0].lateral);
  eversion_rad_ = mid_stance_eversion_rad(body.foot_posture, form.arch_support);
  strike_change_rad_ = form.foot_strike_rad - usual_strike_rad;
  // Landing further forward reshapes the ground reaction too.
  const double strike =
      std::clamp(form.foot_strike_rad, groups.shape_lowest_rad, groups.shape_highest_rad) - usual_strike_rad;
  vertical_ += strike * strike_effect().vertical;
  fore_aft_ += strike * strike_effect().fore_aft;
  const double time_scale = std::sqrt(leg_length_m_ / reference_leg_m);
  const double cadence = form.cadence_spm * time_scale;
  // The pelvis drops and the hip adducts under load: from 2.5 to 3.5 m/s by 0.6 of the relative change of peak force.
  const double preferred_spm = runners.slow.cadence_spm + 9.8 * (speed - runners.slow.speed_m_s);
  load_ = 1.0 + 0.6 * (std::pow(preferred_spm / cadence, 0.55) - 1.0);
  const double contact_s = 0.2263 * std::pow(runners.fast.speed_m_s / speed, 0.45) *
                           std::pow(runners.fast.cadence_spm / cadence, 0.45) * time_scale;
  // Slow running with quick steps has hardly any flight; this model is one of running and keeps a little of it.
  const double duty = contact_s * stance_per_contact * form.cadence_spm / 120.0;
  duty_ = duty < 0.44 ? duty : 0.44 + 0.03 * std::tanh((duty - 0.44) / 0.03);
}

double NormativeGait::rearfoot_roll_rad(double s) const { return (eversion_rad_ - usual_eversion_rad) * arch_load(s); }

CoordinateVector NormativeGait::posture(double phase, double duty) const {
  const auto& data = normative_data();
  auto angles = [&](double at) {
    const auto a = data[0].angles(warp(at, duty, data[0].toe_off));
    const auto b = data[1].angles(warp(at, duty, data[1].toe_off));
    std::array<double, n_normative_angles> mix{};
    for (std::size_t i = 0; i < mix.size(); ++i) mix[i] = a[i] + blend_ * (b[i] - a[i]);
    return mix;
  };
  const double wrapped = phase - std::floor(phase);
  const auto right = angles(wrapped);
  const auto left = angles(wrapped + 0.5);
  const double turn = 2.0 * std::numbers::pi * wrapped;
  CoordinateVector q;
  // Part of a change of trunk lean comes from the pelvis; the thighs keep their place in space (judged).
  const double lean_change = trunk_lean_to_surface(form_) - 6.0 * rad_per_deg;
  const double pelvis_share = 0.4 * lean_change;
  q(pelvis_tilt) = right[n_tilt] - pelvis_share;
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
    q(first + 4) = angle(n_ankle) + ankle_zero_rad;
    // Slightly inverted in swing, everting and coming back over stance.
    q(first + 5) = swing_inversion_rad - (swing_inversion_rad + eversion_rad_) * arch_load(s);
    // Toes stay on the ground while the heel rises: up to their limit at push-off.
    const double push = smooth_step((s - 0.45) / 0.45) * (1.0 - smooth_step((leg_phase - duty) / 0.12));
    q(first + 6) = foot_laws().toe_limit_rad * push;
    const double arm_turn = side == 0 ? turn : turn + std::numbers::pi;
    q(first + 7) = (-10.0 - 25.0 * std::cos(arm_turn)) * rad_per_deg;  // against the leg of the same side (judged)
  }
  return q;
}

}  // namespace stridelab
