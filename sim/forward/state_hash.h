#pragma once

#include <bit>
#include <cstdint>

namespace stridelab {

/// FNV-1a over the bits of numbers.
class StateHash {
 public:
  template <class Numbers>
  void add(const Numbers& numbers) {
    for (const double x : numbers)
      for (auto bits = std::bit_cast<std::uint64_t>(x), n = std::uint64_t{8}; n > 0; --n, bits >>= 8)
        hash_ = (hash_ ^ (bits & 0xffu)) * 1099511628211ull;
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 1469598103934665603ull;
};

}  // namespace stridelab
