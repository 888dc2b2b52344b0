#pragma once

#include <chrono>
#include <cstddef>

#include "cli/console.h"

namespace stridelab {

/// A progress line with the time left, on a terminal's stderr, for work that takes over a second. Wipes itself.
class Progress {
 public:
  Progress(const Console& console, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Takes the line away, so that something else can be printed.
  void wipe();

  /// One more of `total` is done.
  void step();

  /// This part of the next one is done, 0 .. 1. Draws a few times a second at most.
  void within(double part);

 private:
  using Clock = std::chrono::steady_clock;
  void draw(double done);

  const Console& console_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now(), drawn_at_ = start_;
};

}  // namespace stridelab
