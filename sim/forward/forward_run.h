#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "forward/recording.h"
#include "forward/running_quality.h"
#include "forward/simulation.h"
#include "forward/step_result.h"
#include "metrics/curves.h"
#include "metrics/metrics.h"

namespace stridelab {

/// What a forward run found.
struct ForwardResult {
  MetricValues mean;                                ///< over the averaged steps, both legs
  std::vector<std::array<MetricSpread, 2>> spread;  ///< in the order of metric_table(); 0 right, 1 left
  std::vector<StepResult> steps;
  std::vector<Curve> curves;  ///< mean over the averaged strides of the right leg; empty when there are none
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

/// Takes frames as they are made, so that a long run need not keep them.
struct FrameSink {
  double every_s = 0.0;  ///< of time between two of them
  std::function<void(const Frame&)> take;
  explicit operator bool() const { return static_cast<bool>(take); }
};

/// What to run.
struct ForwardRequest {
  SimulationSettings simulation;
  double duration_s = 10.0;
  double record_every_s = 0.0;                                      ///< interval of recorded frames; 0 = do not record
  std::size_t record_bound_bytes = Recording::default_bound_bytes;  ///< then the recording gets coarser (recording.h)
  FrameSink frames;                                                 ///< may be empty; also gets those before a fall
  std::function<void(double fraction)> progress;  ///< about every 1 % of the duration, 1 at the end; may be empty
};

/// Runs a stride forward for a time and measures every step. Deterministic.
///
/// A run that ends before it has settled is no failure: its metrics are missing and say so.
tl::expected<ForwardResult, ForwardFailure> run_forward(const Stride& stride, const LoadModels& loads,
                                                        const ForwardRequest& request);

/// The sentence for a run that did not fall but ran badly; empty for good running and for a run of which nothing could
/// be scored.
std::optional<std::string> bad_running_text(const RunningQuality& quality);

}  // namespace stridelab
