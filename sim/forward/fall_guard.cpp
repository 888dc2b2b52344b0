#include "forward/fall_guard.h"

#include <fmt/format.h>

#include <cmath>

namespace stridelab {
namespace {

std::string at_limit(const StepSolution& step) {
  std::string names;
  for (int i = 0; i < n_coordinates; ++i)
    if ((step.saturated >> i & 1u) != 0)
      names += (names.empty() ? "" : ", ") + std::string(coordinate_names[static_cast<std::size_t>(i)]);
  return names;
}

std::string first_not_finite(const FreeState& state) {
  for (int i = 0; i < n_free; ++i) {
    if (std::isfinite(state.q(i)) && std::isfinite(state.u(i))) continue;
    if (i < n_translations) return "the pelvis position";
    return std::string(coordinate_names[static_cast<std::size_t>(i - n_translations)]);
  }
  return {};
}

std::string advice(const Form& form) {
  if (form.hip_strength < 0.9) return "raise hip_strength_percent";
  if (form.slope_rad > 0.03) return "lower slope_percent or speed_m_s";
  if (form.slope_rad < -0.03) return "bring slope_percent nearer to 0";
  if (form.speed_m_s > 4.0) return "lower speed_m_s or raise cadence_spm: shorter steps";
  return "bring cadence_spm and foot_strike_deg nearer to the defaults";
}

}  // namespace

std::optional<Fall> find_fall(const FallLimits& limits, double time_s, const FreeState& state, const StepSolution& step,
                              const ReferenceInstant& plan, const Stride& stride) {
  auto fall = [&](std::string what) { return Fall{time_s, std::move(what), at_limit(step), advice(stride.form())}; };
  const std::string diverged = first_not_finite(state);
  if (!diverged.empty()) return fall(fmt::format("the numbers diverged, first in {}", diverged));
  if (!step.finite) return fall("the numbers diverged: a step has no solution");
  if (state.q(1) < limits.height_share * plan.pelvis_m.y())
    return fall(fmt::format("the pelvis sank to {:.2f} m", state.q(1)));
  for (int k = 0; k < 3; ++k) {
    const double off = (state.q(free_index(k)) - plan.q_rad(k)) * deg_per_rad;
    if (std::abs(off) > limits.tilt_deg)
      return fall(fmt::format("{} went {:.0f} deg from the plan", coordinate_names[static_cast<std::size_t>(k)], off));
  }
  Eigen::Index fastest = 0;
  if (state.u.tail<n_coordinates>().cwiseAbs().maxCoeff(&fastest) > limits.joint_rate_rad_s)
    return fall(fmt::format("{} turned faster than {:.0f} rad/s", coordinate_names[static_cast<std::size_t>(fastest)],
                            limits.joint_rate_rad_s));
  return std::nullopt;
}

std::string Fall::text() const {
  std::string text = fmt::format("the runner fell at {:.2f} s: {}", time_s, what);
  if (!limiting.empty()) text += "; at the strength limit: " + limiting;
  return text + "; to help, " + relax;
}

}  // namespace stridelab
