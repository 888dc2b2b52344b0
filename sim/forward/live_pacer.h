#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace stridelab {

using LiveClock = std::chrono::steady_clock;

/// Says how many integration steps are due. It decides only when steps are made, never what they are.
class LivePacer {
 public:
  explicit LivePacer(double dt_s) : dt_s_(dt_s) {}

  /// Steps due at `now` since the last call, at `factor` times real time. What a slow machine could not make within
  /// 0.1 s of wall time is forgiven, so that it runs slower instead of ever later.
  std::int64_t due(LiveClock::time_point now, double factor);
  /// Nothing was due until now.
  void rest(LiveClock::time_point now);
  /// Wall time until the next step is due, from the last due().
  [[nodiscard]] std::chrono::duration<double> until_next(double factor) const;

 private:
  double dt_s_;
  double owed_ = 0.0;  ///< steps, with their fraction
  LiveClock::time_point last_{};
};

/// Simulated over wall time during the last second.
class AchievedSpeed {
 public:
  explicit AchievedSpeed(double dt_s) : dt_s_(dt_s) {}

  void add(LiveClock::time_point now, std::int64_t steps);
  void clear() { samples_.clear(); }
  /// 1 = real time; 0 until there is something to compare.
  [[nodiscard]] double value() const;

 private:
  struct Sample {
    LiveClock::time_point at;
    std::int64_t steps;
  };
  double dt_s_;
  std::deque<Sample> samples_;  ///< the first is the last one that is older than the window
};

}  // namespace stridelab
