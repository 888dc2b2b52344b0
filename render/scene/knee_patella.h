#pragma once

#include <glm/glm.hpp>

namespace stridelab::view {

/// Shape of the front of the knee, in the frame of the femur: origin at the knee centre, x forward, y proximal, z lateral
/// on either leg. Metres, for a thigh of reference_thigh_m; everything grows with the thigh.
///
/// The groove's bottom is a circular arc in the sagittal plane, as measurements of the trochlea find it; its place, and
/// the sizes of kneecap and tendon, are those of an adult in anatomy textbooks, chosen within their spread so that the
/// patellar tendon keeps its length while the knee bends.
namespace knee_shape {
inline constexpr float reference_thigh_m = 0.42F;
inline constexpr float groove_x_m = 0.0075F, groove_y_m = 0.0052F;  ///< middle of the arc
inline constexpr float groove_radius_m = 0.0245F;                   ///< of its bottom, cartilage included
inline constexpr float groove_z_m = 0.002F;                         ///< the groove lies a little lateral
inline constexpr float contact_start_rad = 0.3054F;     ///< where the straight knee touches: up from straight ahead
inline constexpr float tilt_per_flexion = 2.0F / 3.0F;  ///< the kneecap turns less than the tibia
inline constexpr float facets_height_m = 0.036F;        ///< of the cartilage: contact band 0 .. 1
inline constexpr float tip_below_m = 0.007F;            ///< of the bone, beyond the cartilage
inline constexpr float thickness_m = 0.021F;
inline constexpr float tubercle_x_m = 0.0295F, tubercle_y_m = -0.0485F;  ///< on the tibia, knee straight
}  // namespace knee_shape

/// Where the kneecap is. The one place that knows: the close-up and the skeleton both ask here.
///
/// frame  femur as in knee_shape: for a left leg mirror z
struct PatellaPose {
  glm::mat4 in_femur{1.0F};  ///< from the kneecap: origin on the ridge of its facets half way up, x forward through the
                             ///< bone, y to its base, z lateral; size included, so that its mesh is of reference size
  glm::vec3 contact_m{0.0F};       ///< middle of the contact, on the groove's bottom
  glm::vec3 contact_normal{0.0F};  ///< out of the groove, unit
  glm::vec3 tendon_m{0.0F};        ///< where the patellar tendon leaves the tip
  glm::vec3 base_m{0.0F};          ///< where the quadriceps tendon arrives
  glm::vec3 tubercle_m{0.0F};      ///< of the tibia, where the patellar tendon ends
  float tilt_rad = 0.0F;           ///< about the axis to the side, base forward positive: 2/3 of the flexion
};

/// The kneecap at a bend of the knee: it turns by two thirds of the flexion and touches the groove at the contact band.
///
/// flexion_rad   of the tibia about the axis to the side, positive bends; valid -0.2 .. 2.5
/// contact_band  quantity("contact_band") or contact_band() of the loads: height on the facets, 0 apex .. 1 base
/// thigh_m       hip to knee
/// errors        none (pure function)
PatellaPose patella_pose(double flexion_rad, double contact_band, double thigh_m);

}  // namespace stridelab::view
