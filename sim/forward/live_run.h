#pragma once

#include <cstdint>

#include "forward/live_command.h"
#include "forward/simulation.h"

namespace stridelab {

/// The stride in force and how many came into force before it: 0 is the one the session started with.
struct NumberedStride {
  Stride stride;
  std::int64_t number;
};

/// The simulation of a live session and what can happen to it: the part that a session and its replay share, so that
/// both do the same. Knows no time but the number of its steps.
class LiveRun {
 public:
  /// stride  of this runner; becomes number 0
  LiveRun(const LiveRunner& runner, const Stride& stride, const LoadModels& loads, const SimulationSettings& settings);

  /// False, and nothing changes, once the runner has fallen.
  bool step();

  /// The next stride, of this runner: blended in over `blend_s`; another body or contact starts the run anew.
  void adopt(const LiveRunner& runner, const Stride& stride, double blend_s);
  /// From the start, with the newest stride.
  void restart();
  void push(const PushRunner& push) { simulation_.push(push.force_n, push.duration_s); }

  [[nodiscard]] std::int64_t steps() const { return steps_; }  ///< of the session, over all restarts
  [[nodiscard]] std::int64_t starts() const { return starts_; }
  [[nodiscard]] bool fallen() const { return simulation_.fall().has_value(); }
  /// The last adopted stride is still being blended in.
  [[nodiscard]] bool passing() const { return steps_ < passage_end_; }
  /// Time until it is.
  [[nodiscard]] double passage_left_s() const {
    return passing() ? static_cast<double>(passage_end_ - steps_) * settings_.dt_s : 0.0;
  }
  [[nodiscard]] const Simulation& simulation() const { return simulation_; }
  [[nodiscard]] const LiveRunner& runner() const { return runner_; }
  [[nodiscard]] const NumberedStride& stride() const { return stride_; }

 private:
  LiveRunner runner_;
  NumberedStride stride_;
  LoadModels loads_;
  SimulationSettings settings_;
  Simulation simulation_;
  std::int64_t steps_ = 0, starts_ = 1, passage_end_ = 0;
};

}  // namespace stridelab
