#include "gait/acceptance_limits.h"

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

AcceptanceLimits read(ModelSection root) {
  constexpr ModelRange angle{-180.0, 180.0, "deg"}, bw{1e-4, 1.0, "BW"}, bw_height{1e-4, 1.0, "BW height"};
  AcceptanceLimits limits{};
  ModelSection in = root.table("limits"), range = root.table("joint_range_deg");
  limits.flight_moment_bw_height = in.number("flight_moment_bw_height", bw_height);
  limits.landed_foot_height_m = in.number("landed_foot_height_m", {0.001, 0.5, "m"});
  limits.landed_foot_speed_m_s = in.number("landed_foot_speed_m_s", {0.001, 2.0, "m/s"});
  limits.pressure_outside_sole_bw_height = in.number("pressure_outside_sole_bw_height", bw_height);
  limits.pull_bw = in.number("pull_bw", bw);
  limits.knee_moment_nm_kg = in.number("knee_moment_nm_kg", {0.5, 50.0, "Nm/kg"});
  limits.usual_duty_factor = root.table("flight").number("usual_duty_factor", {0.1, 0.5, ""});
  limits.hip_flexion_deg = range.band("hip_flexion", angle);
  limits.hip_adduction_deg = range.band("hip_adduction", angle);
  limits.knee_flexion_deg = range.band("knee_flexion", angle);
  limits.ankle_dorsiflexion_deg = range.band("ankle_dorsiflexion", angle);
  limits.lumbar_extension_deg = range.band("lumbar_extension", angle);
  return limits;
}

}  // namespace

const AcceptanceLimits& acceptance_limits() {
  static const AcceptanceLimits limits = value_or_throw(read_model_file(model_path("gait/acceptance.toml"), read));
  return limits;
}

}  // namespace stridelab
