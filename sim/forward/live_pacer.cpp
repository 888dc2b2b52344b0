#include "forward/live_pacer.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

constexpr std::chrono::duration<double> most_lag(0.1);
constexpr std::chrono::duration<double> window(1.0);
constexpr std::chrono::milliseconds sample_interval(10);  ///< bounds the number of samples kept

}  // namespace

std::int64_t LivePacer::due(LiveClock::time_point now, double factor) {
  const std::chrono::duration<double> passed = std::clamp(std::chrono::duration<double>(now - last_), {}, most_lag);
  last_ = now;
  owed_ += passed.count() * factor / dt_s_;
  const double whole = std::floor(owed_);
  owed_ -= whole;
  return static_cast<std::int64_t>(whole);
}

void LivePacer::rest(LiveClock::time_point now) {
  last_ = now;
  owed_ = 0.0;
}

std::chrono::duration<double> LivePacer::until_next(double factor) const {
  return std::chrono::duration<double>((1.0 - owed_) * dt_s_ / factor);
}

void AchievedSpeed::add(LiveClock::time_point now, std::int64_t steps) {
  if (!samples_.empty() && now - samples_.back().at < sample_interval) return;
  samples_.push_back({now, steps});
  while (samples_.size() > 2 && now - samples_[1].at >= window) samples_.pop_front();
}

double AchievedSpeed::value() const {
  if (samples_.size() < 2) return 0.0;
  const std::chrono::duration<double> wall = samples_.back().at - samples_.front().at;
  return static_cast<double>(samples_.back().steps - samples_.front().steps) * dt_s_ / wall.count();
}

}  // namespace stridelab
