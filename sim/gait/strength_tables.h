#pragma once

#include "runner/coordinates.h"

namespace stridelab {

/// What muscles can make, per body mass, in three uses that do not agree: models/runners/joint_strength.toml.
struct StrengthTables {
  /// Capacities of muscle groups in the synthesised stride, at a strength of 1 and the reference height.
  struct StrideCapacity {
    double reference_height_m;
    double knee_extensors_nm_kg, hip_extensors_nm_kg, plantarflexors_nm_kg, side_benders_nm_kg;
    double hip_abductor_demand_nm_kg, hip_abductor_forward_margin;
  };
  struct PassiveAbduction {
    double moment_nm_kg, growth_deg;
  };

  StrideCapacity stride;
  PassiveAbduction passive_abduction;
  CoordinateVector effort_nm_kg;                          ///< moments that cost as much as each other; 0 for the pelvis
  CoordinateVector forward_up_nm_kg, forward_down_nm_kg;  ///< both positive; 0 for the pelvis and for hip abduction
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const StrengthTables& strength_tables();

}  // namespace stridelab
