#pragma once

#include "gait/stride.h"
#include "loads/side.h"

namespace stridelab {

/// Net internal moments of one leg: what muscles and ligaments must supply, with clinical signs.
///
/// unit    Nm
/// sign    extension, abduction and plantarflexion positive, on both legs
/// source  Winter 2009, Biomechanics and Motor Control of Human Movement, ch. 5; METHODS (3), (21)
struct JointMoments {
  double knee_extension_nm = 0.0;
  double hip_extension_nm = 0.0;
  double hip_abduction_nm = 0.0;
  double ankle_plantarflexion_nm = 0.0;
  double knee_abduction_nm = 0.0;  ///< about the shank's forward axis; the external adduction moment with other sign
};

/// Clinical moments from the coordinate moments of a sample.
///
/// A generalised force does positive work when its coordinate grows. Knee flexion is the coordinate, so the moment
/// that straightens the knee is minus the generalised force; likewise hip flexion, hip adduction and dorsiflexion.
/// Left-side coordinates carry anatomical signs already, so both legs read alike.
///
/// The knee has no ab/adduction coordinate: its frontal moment is the intersegmental moment acting on the tibia,
/// projected on the tibia's forward axis x. Thought experiment: turn the right tibia about +x. Its far end lies at
/// -y, and x cross (-y) = -z, so the foot moves toward -z, inward: adduction. Hence abduction = -moment_x on the
/// right. On the left leg inward is +z, so there abduction = +moment_x.
///
/// errors  none (pure function)
JointMoments joint_moments(const StrideSample& sample, Side side);

/// Power of the net knee moment, W; negative while the knee gives way under load and absorbs energy.
double knee_power_w(const StrideSample& sample, Side side);

/// The coordinate of a leg, given the right leg's name for it, for example leg_coordinate(knee_angle_r, Side::left).
constexpr int leg_coordinate(Coordinate right_coordinate, Side side) {
  return static_cast<int>(right_coordinate) + (side == Side::left ? n_leg_coordinates : 0);
}

}  // namespace stridelab
