#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "forward/running_quality.h"
#include "forward/simulation.h"
#include "metrics/curves.h"
#include "metrics/metrics.h"

namespace stridelab {

class Recording;

/// Spread of a metric over the averaged steps of one leg.
struct MetricSpread {
  double sd = 0.0;  ///< sample standard deviation (n - 1); 0 for one step
  int n_steps = 0;
};

/// One step of one leg, from its contact to its next one.
struct StepResult {
  int index = 0;  ///< in order of contact, both legs counted
  Side side = Side::right;
  double contact_s = 0.0;           ///< time of the contact (vertical force rises through 50 N)
  std::string left_out;             ///< why this step is not averaged, empty when it is
  std::vector<MetricValue> values;  ///< of this leg, in the order of metric_table()
};

/// What a forward run found.
struct ForwardResult {
  MetricValues mean;                                ///< over the averaged steps, both legs
  std::vector<std::array<MetricSpread, 2>> spread;  ///< in the order of metric_table(); 0 right, 1 left
  std::vector<StepResult> steps;
  std::vector<Curve> curves;  ///< mean over the averaged strides of the right leg
  RunningQuality quality;
  double duration_s = 0.0;
  std::uint64_t state_hash = 0;                ///< of the state after the last step
  std::shared_ptr<const Recording> recording;  ///< null unless asked for
};

/// Why there is no result: the runner fell, or ran badly (then the quality says how).
struct ForwardFailure {
  std::string text;  ///< one sentence: when, what, what limited, what would help
  std::optional<RunningQuality> quality;
};

/// What to run.
struct ForwardRequest {
  SimulationSettings simulation;
  double duration_s = 10.0;
  double record_every_s = 0.0;                    ///< interval of recorded frames; 0 = do not record
  std::function<void(double fraction)> progress;  ///< may be empty
};

/// Runs a stride forward for a time and measures every step. Deterministic.
tl::expected<ForwardResult, ForwardFailure> run_forward(const Stride& stride, const LoadModels& loads,
                                                        const ForwardRequest& request);

}  // namespace stridelab
