#include "forward/curve_mean.h"

namespace stridelab {

void CurveMean::add(const std::array<std::vector<LegValues>, 2>& cycle) {
  for (std::size_t leg = 0; leg < cycle.size(); ++leg) {
    sum_[leg].resize(cycle[leg].size());
    for (std::size_t i = 0; i < cycle[leg].size(); ++i)
      for (std::size_t c = 0; c < cycle[leg][i].value.size(); ++c) sum_[leg][i].value[c] += cycle[leg][i].value[c];
  }
  ++count_;
}

std::vector<Curve> CurveMean::curves(const Body& body) const {
  return count_ > 0 ? curves_of(sum_, body, count_) : std::vector<Curve>{};
}

}  // namespace stridelab
