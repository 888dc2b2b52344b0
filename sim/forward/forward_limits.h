#pragma once

namespace stridelab {

/// Where good running ends.
struct RunningLimits {
  double joint_rms_rad;
  double force_rms_n_kg;  ///< of vertical force, per body mass
  double height_error_m;
  int steps;  ///< too many or too few, over the whole run
  double cadence_share, speed_share;
  double drift_share;  ///< change of mean speed between the halves
  double lateral_m;
};

/// Where running ends.
struct FallLimits {
  double height_share, tilt_deg, joint_rate_rad_s;
};

/// models/gait/forward_limits.toml.
struct ForwardLimits {
  RunningLimits good_running;
  FallLimits fall;
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const ForwardLimits& forward_limits();

}  // namespace stridelab
