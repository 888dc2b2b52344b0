#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "gait/stride.h"

namespace stridelab {

/// Which strides stand in a log and where. It keeps none of them alive: a stride that nobody has any more is the
/// neighbour of nothing to come.
class LoggedStrides {
 public:
  /// The stride is written down: it takes the next number, from 0.
  void add(const Stride& stride) {
    std::erase_if(known_, [](const Known& known) { return known.stride.expired(); });
    known_.push_back({stride.share(), next_++});
  }

  [[nodiscard]] std::optional<std::int64_t> find(const Stride& stride) const {
    const auto found = std::find_if(known_.rbegin(), known_.rend(),
                                    [&](const Known& known) { return known.stride.lock() == stride.share(); });
    return found == known_.rend() ? std::nullopt : std::optional(found->number);
  }

 private:
  struct Known {
    std::weak_ptr<const StrideSolution> stride;
    std::int64_t number;
  };
  std::vector<Known> known_;
  std::int64_t next_ = 0;
};

}  // namespace stridelab
