#pragma once

#include <array>

namespace stridelab {

/// What a solution must keep to be a gait: models/gait/acceptance.toml.
struct AcceptanceLimits {
  using Range = std::array<double, 2>;  ///< low, high

  double flight_moment_bw_height, landed_foot_height_m, landed_foot_speed_m_s, pressure_outside_sole_bw_height, pull_bw,
      knee_moment_nm_kg;
  double usual_duty_factor;  ///< above it a search that fails misses the flight
  Range hip_flexion_deg, hip_adduction_deg, knee_flexion_deg, ankle_dorsiflexion_deg, lumbar_extension_deg;
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const AcceptanceLimits& acceptance_limits();

}  // namespace stridelab
