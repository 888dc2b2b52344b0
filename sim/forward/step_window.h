#pragma once

#include <span>
#include <vector>

#include "forward/frame.h"
#include "metrics/stride_record.h"

namespace stridelab {

/// What the metrics of a step need of one frame.
struct StepSample {
  double time_s;
  Vec3 com_m;
  StridePower power;
  std::array<LegValues, 2> leg;  ///< 0 right, 1 left
  double residual_force_n, residual_moment_nm;
  bool settling;
};
StepSample step_sample(const Frame& frame);

/// A step is read from this long before its contact on, so that the seam of its cycle lies in swing, where nothing is
/// measured, and every neighbour that a peak or a filter asks for is a real one.
inline constexpr double step_lead_s = 0.015;

/// When a step began, left the ground and gave way to the next step of the same leg. s
struct StepTimes {
  double contact_s, toe_off_s, next_contact_s;
  [[nodiscard]] double period_s() const { return next_contact_s - contact_s; }
};

/// Samples at a constant interval, read between them along straight lines; beyond its ends, the ends.
///
/// A line misses a curve by interval^2 / 8 of its second derivative: at 1 ms, of a half sine that lasts a contact, 2e-5
/// of its height.
class StepWindow {
 public:
  /// At least two samples; they outlive the window.
  explicit StepWindow(std::span<const StepSample> samples);

  [[nodiscard]] double interval_s() const { return interval_s_; }
  [[nodiscard]] LegValues leg_at(double time_s, Side side) const;
  [[nodiscard]] Vec3 com_at(double time_s) const;
  [[nodiscard]] StridePower power_at(double time_s) const;

  /// The samples between two times, ends included.
  [[nodiscard]] std::span<const StepSample> between(double from_s, double to_s) const;

 private:
  struct Place {
    std::size_t before;
    double share;  ///< of the sample after it
  };
  [[nodiscard]] Place place(double time_s) const;

  std::span<const StepSample> samples_;
  double interval_s_;
};

}  // namespace stridelab
