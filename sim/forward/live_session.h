#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "forward/command_log.h"
#include "forward/frame.h"
#include "forward/live_command.h"
#include "forward/live_history.h"
#include "forward/live_status.h"
#include "loads/load_models.h"

namespace stridelab {

struct LiveSettings {
  SimulationSettings simulation;     ///< its contact is not used: it comes with the runner
  bool paced = true;                 ///< against the wall clock; otherwise as fast as the machine can
  bool start_paused = false;         ///< for a run whose commands take effect at known steps
  double blend_s = 0.7;              ///< in which a new stride replaces the one before it, at least: speed takes longer
  double history_interval_s = 0.01;  ///< between the frames of history()
  double history_span_s = 20.0;      ///< at least so much of it is kept, at most twice
};

/// The runner running live, on a thread of its own, for a view that reads values and sends commands.
///
/// Steps are of fixed size and depend on nothing but the commands and the step at which each took effect; both are in
/// log(), and replay() (live_replay.h) does the same again bit for bit. Pacing and readers decide only when steps are
/// made. It solves no stride: each runner comes with his, solved by whoever shows it; of those that come faster than they
/// can be blended in the newest wins. A fall stops the run until Restart.
///
/// thread  frame() belongs to one thread; everything else may be called from any
class LiveSession {
 public:
  /// Starts running; takes some milliseconds.
  /// errors  what check_command() refuses, and a stride that is not the canonical one
  static tl::expected<std::unique_ptr<LiveSession>, std::string> start(const SetRunner& first, const LoadModels& loads,
                                                                       const LiveSettings& settings = {});
  /// Stops between two steps.
  ~LiveSession();
  LiveSession(const LiveSession&) = delete;
  LiveSession& operator=(const LiveSession&) = delete;

  /// Commands take effect in order, between two steps, soon; status() tells what became of them.
  /// errors  a command that check_command() refuses: it is not taken
  tl::expected<void, std::string> send(const LiveCommand& command);

  /// The newest frame; valid until the next call. Never waits.
  const Frame& frame();

  [[nodiscard]] LiveStatus status() const;
  /// A copy of everything that took effect so far, up to the step of a status() read before it at least.
  [[nodiscard]] CommandLog log() const;
  /// The frames of the last seconds of this run (a restart empties it). Cheap: frames are shared, not copied.
  [[nodiscard]] HistoryView history() const;

 private:
  struct Parts;
  explicit LiveSession(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace stridelab
