#include "sweep/chain_order.h"

#include <algorithm>

namespace stridelab {

ChainOrder::ChainOrder(std::span<const Row> chain) : rows_(chain), open_(chain.size()) {
  for (std::size_t j = 0; j < chain.front().inputs.size(); ++j) {
    const auto [low, high] = std::minmax_element(chain.begin(), chain.end(), [&](const Row& a, const Row& b) {
      return a.inputs[j].number < b.inputs[j].number;
    });
    const double spread = high->inputs[j].number - low->inputs[j].number;
    scale_.push_back(spread > 0.0 ? 1.0 / spread : 0.0);
  }
}

double ChainOrder::distance(std::size_t a, std::size_t b) const {
  double sum = 0.0;
  for (std::size_t j = 0; j < scale_.size(); ++j) {
    const Assignment &x = rows_[a].inputs[j], &y = rows_[b].inputs[j];
    const double part = scale_[j] * (x.number - y.number);
    sum += part * part + (x.text == y.text ? 0.0 : 1.0);
  }
  return sum;
}

std::optional<ChainOrder::Step> ChainOrder::next() {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < open_.size(); ++i) {
    if (open_[i].done) continue;
    // Before anything was found all are alike, and the first one is next.
    if (!best || (open_[i].from && open_[i].distance < open_[*best].distance)) best = i;
  }
  if (!best) return std::nullopt;
  open_[*best].done = true;
  return Step{*best, open_[*best].from};
}

void ChainOrder::found(std::size_t row) {
  for (std::size_t i = 0; i < open_.size(); ++i) {
    Open& other = open_[i];
    if (other.done) continue;
    const double near = distance(row, i);
    if (!other.from || near < other.distance) other = {false, near, row};
  }
}

}  // namespace stridelab
