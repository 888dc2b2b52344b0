#include "forward/forward_limits.h"

#include <cmath>

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

RunningLimits read_running(ModelSection in) {
  RunningLimits limits{};
  limits.joint_rms_rad = in.angle_rad("joint_rms_deg", {0.1, 90.0, "deg"});
  limits.force_rms_n_kg = in.number("force_rms_n", {1.0, 10000.0, "N"}) / in.number("force_mass_kg", body_mass_kg);
  limits.height_error_m = in.number("height_error_m", {0.001, 1.0, "m"});
  limits.steps = static_cast<int>(std::lround(in.number("steps", {0.0, 100.0, ""})));
  limits.cadence_share = in.number("cadence_share", any_share);
  limits.speed_share = in.number("speed_share", any_share);
  limits.drift_share = in.number("drift_share", any_share);
  limits.lateral_m = in.number("lateral_m", {0.01, 10.0, "m"});
  return limits;
}

ForwardLimits read(ModelSection root) {
  ModelSection fall = root.table("fall");
  return {read_running(root.table("good_running")),
          {fall.number("height_share", any_share), fall.number("tilt_deg", {1.0, 180.0, "deg"}),
           fall.number("joint_rate_rad_s", {10.0, 10000.0, "rad/s"})}};
}

}  // namespace

const ForwardLimits& forward_limits() {
  static const ForwardLimits limits = value_or_throw(read_model_file(model_path("gait/forward_limits.toml"), read));
  return limits;
}

}  // namespace stridelab
