#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sweep/sobol_directions.h"

namespace stridelab {

/// Sobol's sequence in Gray-code order, any point at once. Its first 2^k points are balanced, the zeroth among them.
/// source  Antonov & Saleev 1979, USSR Comput Maths Math Phys 19:252; direction numbers: sobol_directions.h
class SobolSequence {
 public:
  static constexpr int most_dimensions = static_cast<int>(sobol_dimensions.size()) + 1;
  static constexpr std::uint64_t most_points = 1ULL << 32;

  /// dimensions  1 .. most_dimensions
  explicit SobolSequence(int dimensions);

  /// Coordinate of a point as a fraction of 2^32.
  [[nodiscard]] std::uint32_t bits(std::uint64_t point, int dimension) const;

 private:
  std::vector<std::array<std::uint32_t, 32>> directions_;
};

}  // namespace stridelab
