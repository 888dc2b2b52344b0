#pragma once

#include <cstdint>
#include <string>

#include "forward/live_command.h"

namespace stridelab {

/// What a live session is doing, as of one moment between two steps. A value.
struct LiveStatus {
  std::int64_t commands = 0;     ///< taken so far
  std::int64_t step = 0;         ///< integration steps of the session, over all restarts; what the log counts in
  double time_s = 0.0;           ///< of the run since its last start
  std::int64_t starts = 1;       ///< of the run: 1 + restarts, by command or by another body
  std::uint64_t state_hash = 0;  ///< Simulation::state_hash() after `step` steps
  double achieved_speed = 0.0;   ///< simulated over wall time, last second; 1 = real time, 0 = standing still
  double speed_factor = 1.0;     ///< the one aimed at
  bool paused = false;
  bool running = true;             ///< steps are being made: not while paused (but for MakeSteps) or fallen
  bool waiting = false;            ///< a stride waits until the one before it is blended in
  bool preview = false;            ///< the stride in force is a preview's
  std::int64_t stride_number = 0;  ///< of the stride in force; the session's first is 0
  double passage_left_s = 0.0;     ///< simulated time until that stride is blended in; 0 once it is
  LiveRunner runner;               ///< the one in force
  std::string fall;                ///< why the run ended (Fall::text()); nothing moves until Restart

  /// Nothing goes on by itself.
  [[nodiscard]] bool idle() const { return !running; }
};

}  // namespace stridelab
