#pragma once

#include <functional>
#include <memory>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "scenario/scenario.h"
#include "study/solve_cache.h"

namespace stridelab {

using ForwardOutcome = tl::expected<std::shared_ptr<const ForwardResult>, NoRun>;

/// What the forward engine is told by `[run]`; the contact follows from shoe and surface.
SimulationSettings simulation_settings(const RunSettings& settings);

/// Runs with either engine and remembers the last ones: a base that ten scenarios share is run once.
class RunCache {
 public:
  /// record_every_s  interval of the frames that forward runs keep; 0 = none
  RunCache(const LoadModels& models, Engines engines, double record_every_s = 0.0);

  /// The stride of these inputs, with `solve_time_ms` of the time it was really solved.
  const SolveResult& solve(const RunInputs& inputs) { return strides_.solve(inputs); }

  /// A stride alone, without its loads and not remembered: the preview from a neighbour, or the cold solve without one.
  [[nodiscard]] tl::expected<PlannedStride, Infeasible> plan(const RunInputs& inputs, const Stride* neighbour) const;

  /// The stride of these inputs, carried out. `solve_time_ms` is the time both took. A run in which no step could be
  /// averaged is a failure: it has no result.
  ///
  /// progress  called with the part that is done, 0 .. 1; not called for a run that is known already; may be empty
  /// frames    takes the frames of this run, also of one that is known: it is run again for them; may be empty
  const ForwardOutcome& run_forward(const RunInputs& inputs, const RunSettings& settings,
                                    const std::function<void(double)>& progress = {}, const FrameSink& frames = {});

  /// Whether run_forward() would answer at once.
  [[nodiscard]] bool knows_forward(const RunInputs& inputs, const RunSettings& settings) const;

  [[nodiscard]] const LoadModels& models() const { return strides_.models(); }

 private:
  struct Key {
    RunInputs inputs;
    double duration_s, assist_percent, torque_noise_percent;
    std::uint64_t seed;
    bool operator==(const Key&) const = default;
  };
  static Key key_of(const RunInputs& inputs, const RunSettings& settings);
  [[nodiscard]] const ForwardOutcome* find(const Key& key) const;
  const ForwardOutcome& remember(const Key& key, ForwardOutcome outcome);
  [[nodiscard]] ForwardOutcome run_now(const RunInputs& inputs, const RunSettings& settings,
                                       const std::function<void(double)>& progress, const FrameSink& frames);
  [[nodiscard]] NoRun blamed(NoRun failure, const ForwardJob& job);

  Engines engines_;
  SolveCache strides_;
  double record_every_s_;
  std::vector<std::pair<Key, std::unique_ptr<ForwardOutcome>>> known_;
};

}  // namespace stridelab
