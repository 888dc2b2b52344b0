#pragma once

#include "loads/muscles/muscle_model.h"
#include "runner/body.h"

namespace stridelab {

/// Where the muscles of a leg run in one posture.
struct MuscleGeometry {
  UnitVector length_m;  ///< of muscle and tendon together
  UnitArms arm_m;       ///< moment arm = - d length / d angle: a pulling unit drives its coordinate up where positive
};

/// Lengths and moment arms of all units, scaled with body height.
///
/// frame   either leg: angles carry anatomical signs
/// valid   angles of running (hip flexion -25 .. 80, knee 0 .. 130, ankle -45 .. 35 deg); polynomials run away beyond
/// errors  none (pure function, no allocation); one microsecond
/// source  Rajagopal 2016, IEEE Trans Biomed Eng 63:2068; METHODS (muscles)
MuscleGeometry muscle_geometry(const MuscleModel& model, const Body& body, const LegAngles& angle_rad);

}  // namespace stridelab
