#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "forward/command_log.h"
#include "forward/live_run.h"

namespace stridelab {

/// Decides what a live session does: which command takes effect at which step, which stride is solved next and when it
/// is adopted. No threads and no clock in here; LiveSession brings both.
///
/// A changed form goes through three places, each holding one and the newest only: wanted (not begun), being solved,
/// solved (waits until the passage to the stride before it is over, so that passages never interrupt each other).
class LiveDriver {
 public:
  /// stride  the cold solve of `start`
  LiveDriver(const LiveRunner& start, const Stride& stride, const LoadModels& loads, const SimulationSettings& settings,
             double blend_s);

  /// Takes effect now, between two steps; must have passed check_command().
  void take(const LiveCommand& command);
  /// What became of the last next_request().
  void take(PlanResult result);
  /// What is to be solved now, if anything; none while a solve is under way.
  std::optional<PlanRequest> next_request();

  [[nodiscard]] bool running() const { return !run_.fallen() && (!paused_ || steps_to_make_ > 0); }
  /// The steps that are due were asked for one by one: no pacing.
  [[nodiscard]] bool at_once() const { return steps_to_make_ > 0; }
  /// One integration step if running().
  void step();

  [[nodiscard]] const LiveRun& run() const { return run_; }
  [[nodiscard]] const CommandLog& log() const { return log_; }
  [[nodiscard]] bool paused() const { return paused_; }
  [[nodiscard]] double speed_factor() const { return speed_factor_; }
  [[nodiscard]] bool solving() const { return solving_ || wanted_; }
  [[nodiscard]] bool waiting() const { return solved_.has_value(); }
  [[nodiscard]] bool preview() const { return preview_; }  ///< of the stride in force
  [[nodiscard]] const std::string& infeasible() const { return infeasible_; }

 private:
  struct Solved {
    PlanRequest request;
    Stride stride;
  };
  void obey(const SetRunner& command);
  void obey(const PushRunner& push) { run_.push(push); }
  void obey(const Restart&);
  void obey(const Pause&);
  void obey(const Resume&);
  void obey(const SetSpeed& speed) { speed_factor_ = speed.factor; }
  void obey(const MakeSteps& steps);
  void write(LogEvent event) { log_.entries.push_back({run_.steps(), std::move(event)}); }
  void adopt_solved();
  void adopt_if_time();

  LiveRun run_;
  CommandLog log_;
  double blend_s_;
  std::optional<SetRunner> wanted_;
  bool solving_ = false;
  std::optional<Solved> solved_;
  bool preview_ = false, paused_ = false;
  double speed_factor_ = 1.0;
  std::int64_t steps_to_make_ = 0;
  std::string infeasible_;
};

}  // namespace stridelab
