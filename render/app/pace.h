#pragma once

#include <chrono>

#include "render/app/show.h"

namespace stridelab::view {

/// How often a window is drawn: 60 times a second while something moves, and only on an event or a late answer when
/// nothing does, so that a window nobody touches leaves the processor alone.
class Pace {
 public:
  /// Seconds since the last call, > 0: for the clocks.
  double passed_s();

  /// Waits until the next picture is due. Takes in what the person did.
  ///
  /// moving  the next picture will differ from the last even if nobody does anything
  void wait(Window& window, bool moving);

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point last_ = Clock::now();
  int still_ = 0;  ///< pictures drawn since anything moved
};

/// Whether the next picture differs by itself.
bool moves_by_itself(const Show& show);

}  // namespace stridelab::view
