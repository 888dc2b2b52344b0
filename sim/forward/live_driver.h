#pragma once

#include <cstdint>
#include <optional>

#include "forward/command_log.h"
#include "forward/live_run.h"
#include "forward/logged_strides.h"

namespace stridelab {

/// Decides what a live session does: which command takes effect at which step, and when a stride is adopted. No threads
/// and no clock in here; LiveSession brings both.
///
/// A changed form waits until the passage to the stride before it is over, so that passages never interrupt each other.
/// Only the newest waits.
class LiveDriver {
 public:
  /// start  with its canonical stride: the first one of a log comes from nothing
  LiveDriver(const SetRunner& start, const LoadModels& loads, const SimulationSettings& settings, double blend_s);

  /// Takes effect now, between two steps; must have passed check_command().
  void take(const LiveCommand& command);

  [[nodiscard]] bool running() const { return !run_.fallen() && (!paused_ || steps_to_make_ > 0); }
  /// The steps that are due were asked for one by one: no pacing.
  [[nodiscard]] bool at_once() const { return steps_to_make_ > 0; }
  /// One integration step if running().
  void step();

  [[nodiscard]] const LiveRun& run() const { return run_; }
  [[nodiscard]] const CommandLog& log() const { return log_; }
  [[nodiscard]] bool paused() const { return paused_; }
  [[nodiscard]] double speed_factor() const { return speed_factor_; }
  [[nodiscard]] bool waiting() const { return next_.has_value(); }
  [[nodiscard]] bool preview() const { return preview_; }  ///< of the stride in force

 private:
  void obey(const SetRunner& command);
  void obey(const PushRunner& push) { run_.push(push); }
  void obey(const Restart&);
  void obey(const Pause&);
  void obey(const Resume&);
  void obey(const SetSpeed& speed) { speed_factor_ = speed.factor; }
  void obey(const MakeSteps& steps);
  void write(LogEvent event) { log_.entries.push_back({run_.steps(), std::move(event)}); }
  std::optional<std::int64_t> place_of(const std::shared_ptr<const TracedStride>& stride) const;
  void write_ancestors(const TracedStride& stride);
  void adopt_next();
  void adopt_if_time();

  LiveRun run_;
  CommandLog log_;
  LoggedStrides logged_;  ///< those of log_
  double blend_s_;
  std::optional<SetRunner> next_;
  bool preview_ = false, paused_ = false;
  double speed_factor_ = 1.0;
  std::int64_t steps_to_make_ = 0;
};

}  // namespace stridelab
