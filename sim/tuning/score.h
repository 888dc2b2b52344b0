#pragma once

#include <vector>

#include "forward/reflex_gains.h"
#include "forward/running_quality.h"
#include "forward/simulation.h"

namespace stridelab {

/// How a set of gains is judged.
struct Trial {
  double duration_s = 10.0;
  double assist_percent = 0.0;
  double dt_s = 0.001;
};

/// One form run with one set of gains.
struct TrialResult {
  double survived_s = 0.0;
  bool fell = false;
  RunningQuality quality;
  /// 0 for a run on its plan; about 1 for each limit of good running that is reached, at most 9.9; 10 .. 30 for a fall, the earlier the more.
  [[nodiscard]] double cost(double duration_s) const;
};

/// Runs one stride. Our own core carries the state: the tuner needs speed, and both carriers run alike.
TrialResult run_trial(const Stride& stride, const ReflexGains& gains, const Trial& trial, const LoadModels& loads);

}  // namespace stridelab
