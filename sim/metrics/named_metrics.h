#pragma once

#include "metrics/energy.h"
#include "metrics/metrics.h"

namespace stridelab {

/// The metrics of one leg that are no reduction of a quantity: landing, contact and flight, leg spring. What several of
/// them need is worked out once.
class LegFunctions {
 public:
  LegFunctions(const StrideRecord& record, const LegRecord& leg);

  /// reduction  a named one that is sided
  [[nodiscard]] MetricValue value(Reduction reduction) const;

 private:
  [[nodiscard]] MetricValue impact_peak_bw() const;

  const StrideRecord& record_;
  const LegRecord& leg_;
  std::vector<double> landing_force_n_;
  double contact_s_, flight_s_;
};

/// Those of the whole stride: motion, work, and what nobody supplies.
class StrideFunctions {
 public:
  explicit StrideFunctions(const StrideRecord& record);

  /// reduction  a named one that is not sided; of solve_time, which only the caller knows: "not computed"
  [[nodiscard]] MetricValue value(Reduction reduction) const;

 private:
  const StrideRecord& record_;
  EnergyAudit audit_;
};

}  // namespace stridelab
