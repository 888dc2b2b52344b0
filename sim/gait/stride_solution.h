#pragma once

#include <Eigen/Dense>

#include "gait/problem.h"
#include "gait/stride.h"

namespace stridelab {

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

  /// Where the ground presses on the right sole at stance phase s = 0 .. 1.
  [[nodiscard]] Pressure pressure(double s) const {
    const Eigen::Index first = spline.half_count() * n_coordinates + n_force_unknowns;
    return pressure_at(schedule.at(s), s, x.segment<n_pressure_unknowns>(first));
  }
};

}  // namespace stridelab
