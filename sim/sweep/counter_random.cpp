#include "sweep/counter_random.h"

namespace stridelab {
namespace {

constexpr int rounds = 6;

/// Bits of half an element, so that both halves together can hold every element.
unsigned half_width(std::uint64_t count) {
  unsigned half = 1;
  while (half < 32 && (1ULL << (2 * half)) < count) ++half;
  return half;
}

}  // namespace

std::uint64_t permuted(std::uint64_t element, std::uint64_t count, std::uint64_t key) {
  const unsigned half = half_width(count);
  const std::uint64_t mask = (1ULL << half) - 1;
  do {
    std::uint64_t left = element >> half, right = element & mask;
    for (std::uint64_t round = 0; round < rounds; ++round) {
      const std::uint64_t next = left ^ (random_bits(key, round, right) & mask);
      left = right;
      right = next;
    }
    element = (left << half) | right;
  } while (element >= count);
  return element;
}

}  // namespace stridelab
