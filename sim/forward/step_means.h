#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "forward/curve_mean.h"
#include "forward/step_tracker.h"

namespace stridelab {

/// Mean and spread of every metric over the steps that are not left out, leg by leg, in constant memory.
///
/// What is not sided (speed, cadence, ...) is taken from the cycles of the right leg, so that every instant of the run
/// counts once; from those of the left where the right has none.
/// source  Welford 1962, Technometrics 4:419 (running sums of squares)
class StepMeans {
 public:
  StepMeans();
  void add(const MeasuredStep& step);

  /// A metric without a value says why: no step to average, or what its steps say.
  [[nodiscard]] MetricValues mean() const;
  [[nodiscard]] std::vector<std::array<MetricSpread, 2>> spread() const;  ///< in the order of metric_table()
  [[nodiscard]] std::vector<Curve> curves(const Body& body) const;        ///< both legs; empty without a step

 private:
  struct Running {
    int count = 0, at_window_edge = 0;
    double mean = 0.0, squares = 0.0;
    std::string missing_reason;  ///< of the first step without a value
  };
  void add(Running& running, const MetricValue& value);
  [[nodiscard]] const Running& of(std::size_t row, Side side) const;

  std::vector<std::array<Running, 2>> running_;
  CurveMean curves_;
  std::set<std::string> notes_;
};

}  // namespace stridelab
