#pragma once

#include <array>

#include "activity/activity.h"

namespace stridelab {

/// What devices record beside time, way and altitude.
inline constexpr std::array<double TrackPoint::*, 7> reading_fields = {
    &TrackPoint::cadence_per_min, &TrackPoint::contact_time_ms, &TrackPoint::vertical_oscillation_mm,
    &TrackPoint::balance_percent, &TrackPoint::step_length_m,   &TrackPoint::power_w,
    &TrackPoint::heart_rate_bpm};

/// Weighted means of what was recorded; zero and nothing count for none.
class Readings {
 public:
  void add(const TrackPoint& p, double weight) {
    for (std::size_t i = 0; i < reading_fields.size(); ++i)
      if (const double value = p.*reading_fields[i]; value > 0.0) sum_[i] += weight * value, weight_[i] += weight;
  }
  void add(const Readings& other) {
    for (std::size_t i = 0; i < reading_fields.size(); ++i) sum_[i] += other.sum_[i], weight_[i] += other.weight_[i];
  }
  /// The means; all else is not recorded.
  [[nodiscard]] TrackPoint means() const {
    TrackPoint out;
    for (std::size_t i = 0; i < reading_fields.size(); ++i)
      if (weight_[i] > 0.0) out.*reading_fields[i] = sum_[i] / weight_[i];
    return out;
  }

 private:
  std::array<double, reading_fields.size()> sum_{}, weight_{};
};

}  // namespace stridelab
