#pragma once

#include <vector>

#include "forward/step_window.h"

namespace stridelab {

/// The ground's force on one foot over its cycle, 50 Hz zero-lag like the measured forces that it is compared with.
///
/// A simulated contact has spikes of one or two samples where heel and ball land. They are part of the motion, and the
/// joint loads of the frames contain them, but their height is that of the contact law and of the sampling: on a grid
/// of 200 samples the peak of a force would come out wrong by up to 15 %. Force plates and this filter do not see them.
///
/// The frames are filtered as they are, at their own rate; only then are values read between them. The cycle closes in
/// swing, where the force is zero.
class StepForce {
 public:
  /// Of the cycle of `period_s` that starts at `start_s`.
  StepForce(const StepWindow& window, double start_s, double period_s, Side side);

  [[nodiscard]] double vertical_n(double time_s) const { return at(vertical_n_, time_s); }
  [[nodiscard]] double fore_aft_n(double time_s) const { return at(fore_aft_n_, time_s); }

  /// The same values with the filtered force in place of the frames'.
  [[nodiscard]] LegValues shown(LegValues values, double time_s) const;

 private:
  [[nodiscard]] double at(const std::vector<double>& cycle, double time_s) const;

  double first_s_ = 0.0, interval_s_ = 0.0;
  std::vector<double> vertical_n_, fore_aft_n_;
};

}  // namespace stridelab
