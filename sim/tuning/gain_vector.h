#pragma once

#include <Eigen/Dense>
#include <string>

#include "forward/reflex_gains.h"

namespace stridelab {

/// The gains as the vector that the strategy works on, in units of each gain's scale, relative to `origin`.
///
/// scheduled  with the slopes over speed and incline of every gain: 3 numbers each instead of 1
Eigen::VectorXd to_vector(const ReflexGains& gains, bool scheduled);
ReflexGains to_gains(const Eigen::VectorXd& vector, const ReflexGains& origin, bool scheduled);

/// The file of models/gait/reflexes.toml: the command that found the gains, then every gain with its unit.
std::string to_toml(const ReflexGains& gains, const std::string& command);

}  // namespace stridelab
