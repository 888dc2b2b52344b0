#pragma once

#include <LinearMath/btVector3.h>

#include "core/frames.h"

namespace stridelab {

// Debian ships Bullet in both precisions; headers of one with the library of the other would link and give nonsense.
static_assert(sizeof(btScalar) == sizeof(double), "compile against bullet-float64");

inline btVector3 to_bullet(const Vec3& v) { return {v.x(), v.y(), v.z()}; }

}  // namespace stridelab
