#pragma once

#include <cstdint>

namespace stridelab {

/// Random numbers by counting instead of by state, so that row 700000 of a design is known without the rows before it.
/// source  the finaliser of SplitMix64: Steele, Lea & Flood 2014, OOPSLA, doi:10.1145/2660193.2660195
constexpr std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

/// 64 random bits of a place in a design.
constexpr std::uint64_t random_bits(std::uint64_t seed, std::uint64_t stream, std::uint64_t counter) {
  return mixed(mixed(mixed(seed) ^ stream) ^ counter);
}

/// Inside 0 .. 1, never at an end.
constexpr double unit_number(std::uint64_t bits) { return (static_cast<double>(bits >> 11) + 0.5) * 0x1.0p-53; }

/// A permutation of 0 .. count - 1, one element at a time: a Feistel network over the next power of four, walked until it
/// stays inside (Black & Rogaway 2002, Ciphers with arbitrary finite domains).
std::uint64_t permuted(std::uint64_t element, std::uint64_t count, std::uint64_t key);

}  // namespace stridelab
