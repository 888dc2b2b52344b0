#pragma once

#include <array>
#include <utility>

#include "gait/com_path.h"

namespace stridelab {

/// Ground reaction and centre of mass of a stride whose two steps differ, as closed-form functions of both steps' unknowns.
///
/// Like ComPath, but impulses balance over the stride, not over each step: one leg may carry more, and the height, the speed
/// and the side of the centre of mass may differ from contact to contact. With two equal steps it is ComPath. Of the two
/// unknown heights the mean is the height of the centre of mass at the contacts, half the difference its shift towards the
/// side of the first. METHODS (65).
class TwoStepPath {
 public:
  /// One step's part: the normative shapes of its foot.
  struct Step {
    ForceShape::Row vertical, fore_aft;
  };

  TwoStepPath(double mass_kg, const Form& form, const std::array<Step, 2>& steps);

  /// A point with its derivatives by the other step's unknowns beside those by its own.
  struct Point {
    ComPath::Point own;
    ForceRows3 d_force_other, d_position_other, d_velocity_other;
  };

  /// The same stride from the other step on.
  [[nodiscard]] TwoStepPath exchanged() const {
    TwoStepPath path = *this;
    std::swap(path.steps_[0], path.steps_[1]);
    return path;
  }

  /// Seen by the step `half` as a right foot's: the second step's frame is mirrored sideways, so are its unknowns.
  /// phase 0 .. 0.5 since that step's contact; duty factors and unknowns of both steps.
  void at(std::size_t half, double phase, const std::array<double, 2>& duty, const std::array<ForceUnknowns, 2>& y,
          Point& point) const;

 private:
  double mass_kg_, period_s_, slope_rad_;
  std::array<Step, 2> steps_;
};

}  // namespace stridelab
