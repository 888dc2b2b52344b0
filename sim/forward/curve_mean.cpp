#include "forward/curve_mean.h"

namespace stridelab {

void CurveMean::add(const std::vector<LegValues>& cycle) {
  sum_.resize(cycle.size());
  for (std::size_t i = 0; i < cycle.size(); ++i)
    for (std::size_t c = 0; c < cycle[i].value.size(); ++c) sum_[i].value[c] += cycle[i].value[c];
  ++count_;
}

std::vector<Curve> CurveMean::curves(const Body& body) const {
  std::vector<Curve> out;
  if (count_ == 0) return out;
  for (const CurveRow& row : curve_table()) {
    Curve& curve = out.emplace_back(Curve{row.name, {}});
    for (const LegValues& sum : sum_) curve.values.push_back(curve_value(row, sum, body) / count_);
  }
  return out;
}

}  // namespace stridelab
