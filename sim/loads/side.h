#pragma once

namespace stridelab {

/// Which leg. The value is the index into StrideSample::leg.
enum class Side : int { right = 0, left = 1 };

/// +1 where an anatomical sign about the world's X or Y axis agrees with the right leg's, -1 on the mirrored left leg.
constexpr double mirror(Side side) { return side == Side::right ? 1.0 : -1.0; }

constexpr int index(Side side) { return static_cast<int>(side); }

}  // namespace stridelab
