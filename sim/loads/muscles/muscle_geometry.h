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
/// valid   inside_fit(); polynomials run away beyond
/// errors  none (pure function, no allocation); one microsecond
/// source  Rajagopal 2016, IEEE Trans Biomed Eng 63:2068; METHODS (muscles)
MuscleGeometry muscle_geometry(const MuscleModel& model, const Body& body, const LegAngles& angle_rad);

/// Whether the lengths were fitted to postures like this one: hip flexion -40 .. 61, knee 0 .. 125, ankle -37 .. 41 deg
/// and so on, as the file says. A tenth of a radian beyond is still called inside: smooth polynomials do not end at once.
bool inside_fit(const MuscleModel& model, const LegAngles& angle_rad);

}  // namespace stridelab
