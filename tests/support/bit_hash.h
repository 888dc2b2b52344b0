#pragma once

#include <Eigen/Dense>
#include <bit>
#include <cstdint>

namespace stridelab::test {

/// FNV-1a, 64 bit, over the bytes of numbers from the lowest: the same on every machine.
class BitHash {
 public:
  void add(std::uint64_t word) {
    for (int byte = 0; byte < 8; ++byte, word >>= 8) value_ = (value_ ^ (word & 0xffU)) * 0x100000001b3U;
  }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(const Eigen::VectorXd& numbers) {
    for (const double number : numbers) add(number);
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

}  // namespace stridelab::test
