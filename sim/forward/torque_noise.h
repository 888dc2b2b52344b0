#pragma once

#include <random>

#include "forward/joint_strength.h"

namespace stridelab {

/// Coloured noise of the muscles: each joint's torque wanders with a correlation time of 0.1 s (Ornstein-Uhlenbeck, exact
/// discretisation). Seeded; a value, so that a snapshot is a copy.
///
/// unit    standard deviation in percent of the joint's strength (the larger direction)
/// source  signal-dependent noise of force production grows with strength: Hamilton, Jones & Wolpert 2004; correlation
///         time judged
class TorqueNoise {
 public:
  TorqueNoise(const JointStrength& strength, double percent, std::uint64_t seed);

  /// The noise of the next step, Nm. Zero, and no random number is drawn, at 0 percent.
  const CoordinateVector& next(double dt_s);

 private:
  CoordinateVector deviation_nm_, now_nm_ = CoordinateVector::Zero();
  std::mt19937_64 random_;
  std::normal_distribution<double> normal_;
};

}  // namespace stridelab
