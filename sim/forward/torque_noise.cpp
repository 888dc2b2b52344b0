#include "forward/torque_noise.h"

#include <cmath>

namespace stridelab {
namespace {

constexpr double correlation_s = 0.1;

}  // namespace

TorqueNoise::TorqueNoise(const JointStrength& strength, double percent, std::uint64_t seed)
    : deviation_nm_(0.01 * percent * strength.up_nm.cwiseMax(strength.down_nm)), random_(seed) {}

const CoordinateVector& TorqueNoise::next(double dt_s) {
  if (deviation_nm_.isZero()) return now_nm_;
  const double keep = std::exp(-dt_s / correlation_s), fresh = std::sqrt(1.0 - keep * keep);
  for (int i = lumbar_extension; i < n_coordinates; ++i)
    now_nm_(i) = keep * now_nm_(i) + fresh * deviation_nm_(i) * normal_(random_);
  return now_nm_;
}

}  // namespace stridelab
