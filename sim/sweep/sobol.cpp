#include "sweep/sobol.h"

#include <bit>

namespace stridelab {
namespace {

constexpr unsigned width = 32;

std::array<std::uint32_t, width> first_dimension() {
  std::array<std::uint32_t, width> all{};
  for (unsigned k = 0; k < width; ++k) all[k] = 1U << (width - 1 - k);
  return all;
}

/// Each direction number from those before it, by the polynomial's coefficients.
std::array<std::uint32_t, width> directions_of(const SobolDimension& dimension) {
  const auto degree = static_cast<unsigned>(std::bit_width(dimension.polynomial)) - 1;
  std::array<std::uint32_t, width> all{};
  for (unsigned k = 0; k < width; ++k) {
    if (k < degree) {
      all[k] = dimension.first[k] << (width - 1 - k);
      continue;
    }
    all[k] = all[k - degree] ^ (all[k - degree] >> degree);
    for (unsigned back = 1; back < degree; ++back)
      if (((dimension.polynomial >> (degree - back)) & 1U) != 0) all[k] ^= all[k - back];
  }
  return all;
}

}  // namespace

SobolSequence::SobolSequence(int dimensions) {
  directions_.push_back(first_dimension());
  for (int d = 1; d < dimensions; ++d)
    directions_.push_back(directions_of(sobol_dimensions[static_cast<std::size_t>(d - 1)]));
}

std::uint32_t SobolSequence::bits(std::uint64_t point, int dimension) const {
  const auto& directions = directions_[static_cast<std::size_t>(dimension)];
  std::uint32_t out = 0;
  std::uint64_t gray = point ^ (point >> 1);
  for (std::size_t k = 0; gray != 0; ++k, gray >>= 1)
    if ((gray & 1U) != 0) out ^= directions[k];
  return out;
}

}  // namespace stridelab
