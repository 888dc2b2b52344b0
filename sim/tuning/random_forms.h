#pragma once

#include <cstdint>
#include <vector>

#include "gait/stride.h"

namespace stridelab {

/// Strides of random persons and forms that the stride engine accepts, in the order drawn.
///
/// ranges  speed 2 .. 5 m/s, cadence 150 .. 200 steps/min, strike -10 .. 20 deg, slope -10 .. 10 %, hip strength 50 .. 120 %,
///         lean 0 .. 12 deg, step width 1 .. 10 cm, mass 50 .. 95 kg, height 1.55 .. 1.95 m, either sex
/// seed    the tuner uses 1 .. 999, the held-out test 2026 (tests/forward): never the same forms
std::vector<Stride> random_strides(std::uint64_t seed, int count);

}  // namespace stridelab
