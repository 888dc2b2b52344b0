#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stridelab {

/// A share of the variance of a result with what the design leaves open of it.
struct IndexValue {
  double value = 0.0;
  double error = 0.0;  ///< standard error, by bootstrap over the base samples
};

/// What part of a result's variance an input makes: alone, and with all that it does together with others. 1: all of it.
struct SobolIndex {
  IndexValue first, total;
};

/// Saltelli's design: two tables of n rows, A and B, and for every input A with its column from B. Tables are Latin
/// hypercubes: every column has one value in each of n equal shares. Any run follows from its index alone.
/// source  Saltelli et al. 2010, Comput Phys Commun 181:259
class SaltelliDesign {
 public:
  SaltelliDesign(std::size_t inputs, int samples, std::uint64_t seed)
      : inputs_(inputs), samples_(static_cast<std::uint64_t>(samples)), seed_(seed) {}

  [[nodiscard]] std::uint64_t runs() const { return samples_ * (inputs_ + 2); }

  /// Of each input the share of its range below its value, inside 0 .. 1. Runs of one base sample lie together: A, B, then A
  /// with one column of B.
  [[nodiscard]] std::vector<double> shares(std::uint64_t run) const;

  /// Of results in the order of the runs; a base sample with a result missing counts for nothing. Empty where fewer than two
  /// samples are left, or nothing varies. Same bits for same results.
  /// source  estimators: Jansen 1999, Comput Phys Commun 117:35
  [[nodiscard]] std::vector<SobolIndex> indices(const std::vector<std::optional<double>>& results) const;

 private:
  [[nodiscard]] double share(std::uint64_t sample, std::size_t column) const;

  std::size_t inputs_;
  std::uint64_t samples_, seed_;
};

}  // namespace stridelab
