#include "forward/learned_torque.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

constexpr int leg_first[2] = {hip_flexion_r, hip_flexion_l};
constexpr std::array<int, 2> learning_joint = {hip_rotation_r - hip_flexion_r, subtalar_angle_r - hip_flexion_r};
constexpr int half = LearnedTorque::bins / 2;
constexpr int reach = 9;          // bins on either side that the mean takes in: three times its widest spread
constexpr int delay = half + 12;  // by then both legs have heard all of them, and neither has begun to hear them again

std::size_t wrapped(int bin) {
  return static_cast<std::size_t>((bin % LearnedTorque::bins + LearnedTorque::bins) % LearnedTorque::bins);
}

/// Where a phase lies among the bins, 0 .. bins.
double place(double phase) { return (phase - std::floor(phase)) * LearnedTorque::bins; }

}  // namespace

CoordinateVector LearnedTorque::at(double phase) const {
  CoordinateVector torque = CoordinateVector::Zero();
  for (std::size_t s = 0; s < 2; ++s) {
    const double x = place(phase) - 0.5 + static_cast<double>(s) * half;  // values belong to the middle of their bin
    const int i = static_cast<int>(std::floor(x));
    const Bin &before = bin_[wrapped(i)], &after = bin_[wrapped(i + 1)];
    for (std::size_t j = 0; j < joints; ++j)
      torque(leg_first[s] + learning_joint[j]) = trust_ * std::lerp(before.torque_nm[j], after.torque_nm[j], x - i);
  }
  return torque;
}

void LearnedTorque::hear(double phase, const CoordinateVector& feedback_nm, const CoordinateVector& most_nm, bool calm,
                         double dt_s) {
  const ReflexConstants::Learning& constants = reflex_constants().learning;
  trust_ += calm ? (1.0 - trust_) * dt_s / constants.trust_gain_s : -trust_ * dt_s / constants.trust_loss_s;
  const int bin = std::min(bins - 1, static_cast<int>(place(phase)));
  if (now_ < 0) now_ = bin;
  // A clock that is set back hears a bin again; one that jumps ahead leaves some unheard.
  for (int steps = (bin - now_ + bins) % bins; steps > 0 && steps < half; --steps)
    enter(static_cast<int>(wrapped(now_ + 1)), most_nm);
  if (!calm) return;
  for (std::size_t s = 0; s < 2; ++s) {
    Heard& heard = bin_[wrapped(bin + static_cast<int>(s) * half)].heard[s];
    for (std::size_t j = 0; j < joints; ++j) heard.sum_nm[j] += feedback_nm(leg_first[s] + learning_joint[j]);
    ++heard.count;
  }
}

void LearnedTorque::enter(int bin, const CoordinateVector& most_nm) {
  learn(static_cast<int>(wrapped(bin - delay)), most_nm);
  now_ = bin;
  for (std::size_t s = 0; s < 2; ++s) bin_[wrapped(bin + static_cast<int>(s) * half)].heard[s] = {};
}

void LearnedTorque::learn(int bin, const CoordinateVector& most_nm) {
  const ReflexConstants::Learning& constants = reflex_constants().learning;
  const double spread = std::min(constants.smoothing_strides * bins, reach / 3.0);
  LegTorque mean{};
  for (std::size_t s = 0; s < 2; ++s) {
    LegTorque sum{};
    double weight = 0.0;
    for (int d = -reach; d <= reach; ++d) {
      const Heard& heard = bin_[wrapped(bin + d)].heard[s];
      if (heard.count == 0) continue;
      const double w = std::exp(-0.5 * d * d / (spread * spread));
      weight += w;
      for (std::size_t j = 0; j < joints; ++j) sum[j] += w * heard.sum_nm[j] / heard.count;
    }
    if (weight == 0.0) return;
    for (std::size_t j = 0; j < joints; ++j) mean[j] += 0.5 * sum[j] / weight;
  }
  LegTorque& torque = bin_[wrapped(bin)].torque_nm;
  for (std::size_t j = 0; j < joints; ++j) {
    const double most = most_nm(leg_first[0] + learning_joint[j]);
    torque[j] = std::clamp((1.0 - constants.leak) * torque[j] + constants.rate * mean[j], -most, most);
  }
}

}  // namespace stridelab
