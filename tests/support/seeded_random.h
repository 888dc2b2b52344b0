#pragma once

#include <cstdint>
#include <random>

namespace stridelab::test {

/// Random numbers that are the same on every machine: the engine's bits are defined by the standard, the mapping to a
/// range is ours (the standard's distributions differ between libraries).
class SeededRandom {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}

  /// Uniform in [low, high): the top 53 bits as a fraction.
  double uniform(double low, double high) {
    return low + (high - low) * (static_cast<double>(engine_() >> 11) * 0x1.0p-53);
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace stridelab::test
