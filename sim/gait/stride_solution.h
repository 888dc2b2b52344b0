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
  double duty, period_s;
  StrideQuality quality;
};

}  // namespace stridelab
