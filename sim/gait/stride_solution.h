#pragma once

#include <Eigen/Dense>

#include "gait/problem.h"
#include "gait/stride.h"

namespace stridelab {

/// The left foot's step where it is not the mirror image of the right one's: as a right foot's step, seen in a mirror.
struct LeftStep {
  Skeleton skeleton;  ///< with the left leg on the right
  StrengthLimits strength;
  EventSpline spline;
  FootSchedule schedule;
  double duty;
};

/// Everything a stride is made of. Private to gait/: others evaluate a Stride.
struct StrideSolution {
  Body body;
  Form form;
  Skeleton skeleton;
  Resolution resolution;
  Eigen::VectorXd x;          ///< unknowns of the problem
  StrengthLimits strength;    ///< S = min(1, capacity / demand) of each group
  double placement_target_m;  ///< ankle ahead of the centre of mass that was asked for; NaN when free
  EventSpline spline;
  ComPath com_path;
  FootSchedule schedule;
  double duty, period_s;
  StrideQuality quality;
  /// Unknowns after the solve at full strength, and after the one with the foot placed elsewhere: where the solves of a
  /// neighbouring form start.
  Eigen::VectorXd full_strength_x{}, placed_x{};
  std::optional<LeftSide> left_side{};         ///< as the person and the form were given
  std::optional<LeftStep> left{};              ///< empty for a stride of two mirrored steps
  std::optional<TwoStepPath> two_step_path{};  ///< in the place of com_path where there is a left step

  /// Steps that x holds.
  [[nodiscard]] std::size_t steps() const { return left ? 2 : 1; }
  [[nodiscard]] double duty_of(std::size_t step) const { return step == 0 || !left ? duty : left->duty; }
  /// Where the force unknowns of a step begin in x; those of the path of the pressure follow.
  [[nodiscard]] Eigen::Index force_index(std::size_t step) const {
    return static_cast<Eigen::Index>(steps()) * spline.half_count() * n_coordinates +
           static_cast<Eigen::Index>(step) * n_border;
  }

  /// Where the ground presses on the right sole at stance phase s = 0 .. 1; of the left one in the mirror for step 1.
  [[nodiscard]] Pressure pressure(double s, std::size_t step = 0) const {
    const FootSchedule& feet = step == 0 ? schedule : left->schedule;
    return pressure_at(feet.at(s), s, x.segment<n_pressure_unknowns>(force_index(step) + n_force_unknowns));
  }
};

/// The same stride seen in a mirror and begun at its left foot's contact: sides exchanged. Needs a left step.
StrideSolution mirror_image(const StrideSolution& of);

}  // namespace stridelab
