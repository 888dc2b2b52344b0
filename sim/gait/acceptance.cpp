#include "gait/acceptance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "gait/acceptance_limits.h"
#include "gait/schedule.h"
#include "gait/stride_solution.h"

namespace stridelab {
namespace {

constexpr int samples = 120;

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
  AcceptanceLimits::Range AcceptanceLimits::*limits_deg;
  const char* relax;
};

constexpr JointRange ranges[] = {
    {hip_flexion_r, "hip flexion", &AcceptanceLimits::hip_flexion_deg,
     "shorten the stride: raise cadence_spm or lower speed_m_s"},
    {hip_adduction_r, "hip adduction", &AcceptanceLimits::hip_adduction_deg, "bring step_width_m nearer to 0.04"},
    {knee_angle_r, "knee flexion", &AcceptanceLimits::knee_flexion_deg,
     "shorten the stride (raise cadence_spm or lower speed_m_s) or bring foot_placement_m and slope_percent nearer to "
     "0"},
    {ankle_angle_r, "ankle dorsiflexion", &AcceptanceLimits::ankle_dorsiflexion_deg,
     "bring foot_strike_deg or slope_percent nearer to 0"},
    {lumbar_extension, "lumbar extension", &AcceptanceLimits::lumbar_extension_deg,
     "bring trunk_lean_deg nearer to 6"}};

std::string where(const Stride& stride, double phase) {
  const double duty = stride.duty_factor();
  if (phase < duty) return fmt::format("at {:.0f} % of stance", 100.0 * phase / duty);
  return fmt::format("at {:.0f} % of flight", 100.0 * (phase - duty) / (0.5 - duty));
}

/// The material under the pressure point of stance phase s, on a leg at any instant.
Vec3 resting_point(const StrideSolution& x, const LegSample& leg, double s) {
  const Pressure p = x.pressure(s);
  const SoleShare share = sole_share(x.skeleton.foot, p.x());
  const Vec3 across = p.y() * leg.foot.col(2);
  return (1.0 - share.toe) * (leg.ball_m + share.foot_x_m * leg.foot.col(0)) + share.toe * leg.toe_m + across;
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

std::optional<Infeasible> joint_fault(const std::vector<StrideSample>& step) {
  constexpr int to_left = hip_flexion_l - hip_flexion_r;
  for (const JointRange& range : ranges) {
    const auto [low_deg, high_deg] = acceptance_limits().*range.limits_deg;
    for (const StrideSample& now : step) {
      // The left leg of this step is the right leg half a stride later.
      const bool leg = range.coordinate >= hip_flexion_r;
      for (int side = 0; side < (leg ? 2 : 1); ++side) {
        const double angle = now.q_rad(range.coordinate + side * to_left) * deg_per_rad;
        if (angle >= low_deg && angle <= high_deg) continue;
        return Infeasible{fmt::format("{} inside its range", range.name),
                          fmt::format("at {:.0f} % of the stride", 100.0 * (now.phase + 0.5 * side)),
                          angle,
                          angle < low_deg ? low_deg : high_deg,
                          "deg",
                          range.relax};
      }
    }
  }
  return std::nullopt;
}

std::vector<StrideSample> sample_step(const Stride& stride) {
  std::vector<StrideSample> step;
  step.reserve(samples);
  for (int i = 0; i < samples; ++i) step.push_back(stride.at(0.5 * (i + 0.37) / samples));  // never on a node
  return step;
}

/// Speed over the ground of the point that rests at sample i, from its neighbours; weights are those of this instant, so
/// the difference of positions is the speed of a material point.
double slip_m_s(const StrideSolution& s, const std::vector<StrideSample>& step, std::size_t i) {
  const double at = step[i].phase / s.duty;
  if (s.schedule.at(at).rest < 0.99 || i == 0 || i + 1 == step.size()) return 0.0;
  const double time_s = (step[i + 1].phase - step[i - 1].phase) * s.period_s;
  Vec3 speed = (resting_point(s, step[i + 1].leg[0], at) - resting_point(s, step[i - 1].leg[0], at)) / time_s;
  speed += Vec3(s.form.speed_m_s, 0.0, 0.0);
  return std::hypot(speed.x(), speed.z());
}

Verdict judge_step(const Stride& stride) {
  const StrideSolution& s = stride.solution();
  const double weight = s.skeleton.mass_kg * gravity_m_s2;
  Peak moment, cop, slip, gap, pull, knee;
  const std::vector<StrideSample> step = sample_step(stride);
  for (std::size_t i = 0; i < step.size(); ++i) {
    const StrideSample& now = step[i];
    const double phase = now.phase;
    knee.take(std::abs(now.generalised_force_nm(knee_angle_r)) / s.skeleton.mass_kg, phase);
    if (phase >= s.duty) {
      moment.take(now.residual_moment_nm.norm() / (weight * s.body.height_m), phase);
      continue;
    }
    cop.take(cop_excursion(stride, now), phase);
    pull.take(-now.leg[0].grf_n.y() / weight, phase);
    slip.take(slip_m_s(s, step, i), phase);
    gap.take(std::abs(resting_point(s, now.leg[0], phase / s.duty).y()), phase);
  }
  Verdict v;
  v.quality.residual_moment_peak_bw_height = moment.value;
  v.quality.cop_excursion_bw_height = cop.value;
  v.quality.slip_peak_m_s = slip.value;
  v.quality.vertical_force_min_bw = -pull.value;
  const AcceptanceLimits& limits = acceptance_limits();
  auto require = [&](const Peak& p, double limit, const char* what, double unit_scale, const char* unit,
                     const char* relax) {
    if (!v.fault && !(p.value <= limit))
      v.fault = Infeasible{what, where(stride, p.phase), p.value * unit_scale, limit * unit_scale, unit, relax};
  };
  require(moment, limits.flight_moment_bw_height, "no external moment in flight", 100.0, "% BW height",
          "shorten the flight: raise cadence_spm or lower speed_m_s");
  require(gap, limits.landed_foot_height_m, "the landed foot on the ground", 1000.0, "mm",
          "shorten the stride: raise cadence_spm or lower speed_m_s");
  require(slip, limits.landed_foot_speed_m_s, "the landed foot at rest", 1.0, "m/s",
          "shorten the stride: raise cadence_spm or lower speed_m_s; less slope");
  require(cop, limits.pressure_outside_sole_bw_height, "the centre of pressure inside the sole", 100.0, "% BW height",
          "bring trunk_lean_deg nearer to 6 and slope_percent nearer to 0");
  require(pull, limits.pull_bw, "the ground only pushes", 100.0, "% BW", "raise cadence_spm");
  require(knee, limits.knee_moment_nm_kg, "a knee moment people can supply", 1.0, "Nm/kg",
          "shorten the stride: raise cadence_spm or lower speed_m_s");
  if (!v.fault) v.fault = joint_fault(step);
  return v;
}

/// What holds for both steps.
StrideQuality worse(const StrideQuality& a, const StrideQuality& b) {
  StrideQuality q = a;
  q.residual_moment_peak_bw_height = std::max(a.residual_moment_peak_bw_height, b.residual_moment_peak_bw_height);
  q.cop_excursion_bw_height = std::max(a.cop_excursion_bw_height, b.cop_excursion_bw_height);
  q.slip_peak_m_s = std::max(a.slip_peak_m_s, b.slip_peak_m_s);
  q.vertical_force_min_bw = std::min(a.vertical_force_min_bw, b.vertical_force_min_bw);
  return q;
}

}  // namespace

Verdict judge(const Stride& stride) {
  Verdict right = judge_step(stride);
  if (!stride.left()) return right;
  // The left foot's step is judged as a right one's, in the mirror.
  Verdict left = judge_step(Stride(std::make_shared<StrideSolution>(mirror_image(stride.solution()))));
  if (right.fault) right.fault->where += " of the right foot's step";
  if (left.fault) left.fault->where += " of the left foot's step";
  return {worse(right.quality, left.quality), right.fault ? right.fault : left.fault};
}

}  // namespace stridelab
