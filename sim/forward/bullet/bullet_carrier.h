#pragma once

#include <memory>

#include "dynamics/carrier.h"

namespace stridelab {

/// The runner as a btMultiBody in double precision; Bullet carries the state from step to step.
///
/// gravity_m_s2  acceleration of free fall in the runner's frame
/// errors        none; a state that is not finite is kept, so that the caller can name it
/// threads       carriers share nothing; each serves one thread
std::unique_ptr<Carrier> bullet_carrier(const Skeleton& skeleton, const Vec3& gravity_m_s2);

}  // namespace stridelab
