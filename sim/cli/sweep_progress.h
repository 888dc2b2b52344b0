#pragma once

#include <chrono>
#include <ctime>

#include "cli/console.h"
#include "sweep/sweep_run.h"

namespace stridelab {

/// How far a sweep is, how fast and until when: a line on a terminal's stderr while it runs, and one at its end for all.
class SweepProgress {
 public:
  explicit SweepProgress(const Console& console) : console_(console) {}
  ~SweepProgress() { wipe(); }
  SweepProgress(const SweepProgress&) = delete;
  SweepProgress& operator=(const SweepProgress&) = delete;

  /// total  rows in all, of which `found` were there; 0: nobody knows how many come
  void show(const RowCounts& now, std::uint64_t found, std::uint64_t total);

  /// "2000 rows: 1893 answered, 107 refused; 24.1 s, 83 rows/s on 2 threads, 22 ms of processor time a row".
  void finish(const RowCounts& now, std::uint64_t found, const std::string& by_whom);

 private:
  using Clock = std::chrono::steady_clock;
  void wipe();
  [[nodiscard]] double elapsed_s() const;

  const Console& console_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now(), drawn_at_ = start_;
  std::clock_t processor_start_ = std::clock();
};

}  // namespace stridelab
