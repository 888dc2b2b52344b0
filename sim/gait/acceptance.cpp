#include "gait/acceptance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gait/schedule.h"
#include "gait/stride_solution.h"

namespace stridelab {
namespace {

constexpr int samples = 200;

struct Peak {
  double value = 0.0;
  double phase = 0.0;
  void take(double v, double at) {
    if (v > value || std::isnan(v)) {
      value = v;
      phase = at;
    }
  }
};

struct JointRange {
  int coordinate;
  const char* name;
  double low_deg, high_deg;
  const char* relax;
};

// Limits of healthy adults in motion, with a margin (judged); the solver has no hard limits of its own.
constexpr JointRange ranges[] = {
    {hip_flexion_r, "hip flexion", -45.0, 130.0, "shorten the stride: raise cadence_spm or lower speed_m_s"},
    {hip_adduction_r, "hip adduction", -35.0, 35.0, "bring step_width_m nearer to 0.04"},
    {knee_angle_r, "knee flexion", -8.0, 155.0, "shorten the stride: raise cadence_spm or lower speed_m_s"},
    {ankle_angle_r, "ankle dorsiflexion", -65.0, 50.0, "bring foot_strike_deg or slope_percent nearer to 0"},
    {lumbar_extension, "lumbar extension", -60.0, 40.0, "bring trunk_lean_deg nearer to 6"}};

std::string where(const Stride& stride, double phase) {
  const double duty = stride.duty_factor();
  if (phase < duty) return fmt::format("at {:.0f} % of stance", 100.0 * phase / duty);
  return fmt::format("at {:.0f} % of flight", 100.0 * (phase - duty) / (0.5 - duty));
}

/// How far the scheduled resting point is off the ground and how fast it slides (from the positions of two instants).
struct Contact {
  double height_m, slip_m_s;
};

Vec3 resting_point(const LegSample& leg, const FootSchedule& f) {
  return f.heel * leg.heel_m + f.ball * leg.ball_m + f.toe * leg.toe_m;
}

Contact contact(const Stride& stride, double phase) {
  // Weights are those of this instant, so the difference of positions is the speed of a material point.
  constexpr double step = 1e-4;
  const StrideSolution& s = stride.solution();
  const FootSchedule f = foot_schedule(s.form, phase / s.duty);
  const StrideSample now = stride.at(phase);
  const Vec3 a = resting_point(stride.at(phase - step).leg[0], f);
  const Vec3 b = resting_point(stride.at(phase + step).leg[0], f);
  Vec3 speed = (b - a) / (2.0 * step * s.period_s) + Vec3(s.form.speed_m_s, 0.0, 0.0);
  speed.y() = 0.0;
  return {std::abs(resting_point(now.leg[0], f).y()), f.rest > 0.99 ? speed.norm() : 0.0};
}

/// Moment by which the centre of pressure lies outside the sole, over BW height.
double cop_excursion(const Stride& stride, const StrideSample& now) {
  const StrideSolution& s = stride.solution();
  const LegSample& leg = now.leg[0];
  const Vec3 toe = leg.heel_m + leg.foot.col(0) * (s.skeleton.foot.mtp_m.x() + s.skeleton.foot.toe_m.x() -
                                                   s.skeleton.foot.heel_m.x());
  const Vec3 along = Vec3(leg.foot(0, 0), 0.0, leg.foot(2, 0)).normalized();
  const Vec3 across(-along.z(), 0.0, along.x());
  const Vec3 from_heel = now.cop_m - leg.heel_m;
  const double x = from_heel.dot(along);
  const double length = (toe - leg.heel_m).dot(along);
  const double beyond = std::max({0.0, -x, x - length});
  const double beside = std::max(0.0, std::abs(from_heel.dot(across)) - s.skeleton.foot.half_width_m);
  return std::hypot(beyond, beside) * leg.grf_n.y() / (s.skeleton.mass_kg * gravity_m_s2 * s.body.height_m);
}

std::optional<Infeasible> joint_fault(const Stride& stride) {
  for (const JointRange& range : ranges) {
    for (int i = 0; i < samples; ++i) {
      const double phase = static_cast<double>(i) / samples;
      const double angle = stride.at(phase).q_rad(range.coordinate) * deg_per_rad;
      if (angle >= range.low_deg && angle <= range.high_deg) continue;
      return Infeasible{fmt::format("{} inside its range", range.name),
                        fmt::format("at {:.0f} % of the stride", 100.0 * phase),
                        angle,
                        angle < range.low_deg ? range.low_deg : range.high_deg,
                        "deg",
                        range.relax};
    }
  }
  return std::nullopt;
}

}  // namespace

Verdict judge(const Stride& stride) {
  const StrideSolution& s = stride.solution();
  const double weight = s.skeleton.mass_kg * gravity_m_s2;
  Peak moment, cop, slip, gap, pull, knee;
  for (int i = 0; i < samples; ++i) {
    const double phase = 0.5 * (i + 0.37) / samples;  // never on a node
    const StrideSample now = stride.at(phase);
    knee.take(std::abs(now.generalised_force_nm(knee_angle_r)) / s.skeleton.mass_kg, phase);
    if (phase >= s.duty) {
      moment.take(now.residual_moment_nm.norm() / (weight * s.body.height_m), phase);
      continue;
    }
    cop.take(cop_excursion(stride, now), phase);
    pull.take(-now.leg[0].grf_n.y() / weight, phase);
    const Contact c = contact(stride, phase);
    slip.take(c.slip_m_s, phase);
    gap.take(c.height_m, phase);
  }
  Verdict v;
  v.quality.residual_moment_peak_bw_m = moment.value;
  v.quality.cop_excursion_bw_m = cop.value;
  v.quality.slip_peak_m_s = slip.value;
  v.quality.vertical_force_min_bw = -pull.value;
  auto require = [&](const Peak& p, double limit, const char* what, double unit_scale, const char* unit,
                     const char* relax) {
    if (!v.fault && !(p.value <= limit))
      v.fault = Infeasible{what, where(stride, p.phase), p.value * unit_scale, limit * unit_scale, unit, relax};
  };
  require(moment, 0.005, "no external moment in flight", 100.0, "% BW height",
          "shorten the flight: raise cadence_spm or lower speed_m_s");
  require(gap, 0.060, "the landed foot on the ground", 1000.0, "mm",
          "shorten the stride: raise cadence_spm or lower speed_m_s");
  require(slip, 0.05, "the landed foot at rest", 1.0, "m/s",
          "shorten the stride: raise cadence_spm or lower speed_m_s; less slope");
  require(cop, 0.01, "the centre of pressure inside the sole", 100.0, "% BW height",
          "bring trunk_lean_deg nearer to 6 and slope_percent nearer to 0");
  require(pull, 0.01, "the ground only pushes", 100.0, "% BW", "raise cadence_spm");
  require(knee, 6.0, "a knee moment people can supply", 1.0, "Nm/kg",
          "shorten the stride: raise cadence_spm or lower speed_m_s");
  if (!v.fault) v.fault = joint_fault(stride);
  return v;
}

}  // namespace stridelab
