#include "forward/step_window.h"

#include <algorithm>
#include <cmath>

#include "metrics/energy.h"

namespace stridelab {

StepSample step_sample(const Frame& frame) {
  return {frame.time_s,
          frame.motion.com_m,
          stride_power(frame.motion),
          frame.leg,
          frame.motion.residual_force_n.norm(),
          frame.motion.residual_moment_nm.norm(),
          frame.settling};
}

StepWindow::StepWindow(std::span<const StepSample> samples)
    : samples_(samples),
      interval_s_((samples.back().time_s - samples.front().time_s) / static_cast<double>(samples.size() - 1)) {}

StepWindow::Place StepWindow::place(double time_s) const {
  const double last = static_cast<double>(samples_.size() - 1);
  const double position = std::clamp((time_s - samples_.front().time_s) / interval_s_, 0.0, last);
  const double before = std::min(std::floor(position), last - 1.0);
  return {static_cast<std::size_t>(before), position - before};
}

LegValues StepWindow::leg_at(double time_s, Side side) const {
  const Place p = place(time_s);
  const auto s = static_cast<std::size_t>(index(side));
  const LegValues& a = samples_[p.before].leg[s];
  const LegValues& b = samples_[p.before + 1].leg[s];
  LegValues out;
  for (std::size_t c = 0; c < out.value.size(); ++c) out.value[c] = a.value[c] + p.share * (b.value[c] - a.value[c]);
  return out;
}

Vec3 StepWindow::com_at(double time_s) const {
  const Place p = place(time_s);
  return samples_[p.before].com_m + p.share * (samples_[p.before + 1].com_m - samples_[p.before].com_m);
}

StridePower StepWindow::power_at(double time_s) const {
  const Place p = place(time_s);
  const StridePower& a = samples_[p.before].power;
  const StridePower& b = samples_[p.before + 1].power;
  const auto between = [&](const auto& x, const auto& y) { return x + p.share * (y - x); };
  StridePower out;
  out.joint_w = between(a.joint_w, b.joint_w);
  out.ground_w = between(a.ground_w, b.ground_w);
  out.residual_w = between(a.residual_w, b.residual_w);
  return out;
}

std::span<const StepSample> StepWindow::between(double from_s, double to_s) const {
  const auto earlier = [](const StepSample& s, double t) { return s.time_s < t; };
  const auto first = std::lower_bound(samples_.begin(), samples_.end(), from_s, earlier);
  const auto end =
      std::upper_bound(first, samples_.end(), to_s, [](double t, const StepSample& s) { return t < s.time_s; });
  return {first, end};
}

}  // namespace stridelab
