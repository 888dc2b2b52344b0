#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sweep/row.h"

namespace stridelab {

/// The order in which the rows of a chain are answered: always the one that lies nearest to one that was found, and from
/// that one (Prim 1957, a shortest tree). Distances are in shares of each input's spread in the chain, so they hang on
/// the chain alone.
class ChainOrder {
 public:
  explicit ChainOrder(std::span<const Row> chain);

  struct Step {
    std::size_t row = 0;
    std::optional<std::size_t> from;  ///< none: nothing was found yet
  };

  /// The next row; none once all were handed out. The first is the first of the chain.
  std::optional<Step> next();

  /// Says that later rows may start from this one.
  void found(std::size_t row);

 private:
  struct Open {
    bool done = false;
    double distance = 0.0;  ///< squared, to `from`
    std::optional<std::size_t> from;
  };
  [[nodiscard]] double distance(std::size_t a, std::size_t b) const;

  std::span<const Row> rows_;
  std::vector<double> scale_;  ///< of each input; 0: it does not vary
  std::vector<Open> open_;
};

}  // namespace stridelab
