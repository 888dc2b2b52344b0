#include "render/scene/knee_patella.h"

#include <cmath>

namespace stridelab::view {
namespace {

using namespace knee_shape;

constexpr float front_of_ridge = 0.55F;  // of the thickness: where the tendons are attached

/// Turns a point of the straight leg's tibia with it.
glm::vec3 on_tibia(const glm::vec3& p, float flexion) {
  const float c = std::cos(flexion), s = std::sin(flexion);
  return {c * p.x + s * p.y, c * p.y - s * p.x, p.z};
}

}  // namespace

PatellaPose patella_pose(double flexion_rad, double contact_band, double thigh_m) {
  const float size = static_cast<float>(thigh_m) / reference_thigh_m, flexion = static_cast<float>(flexion_rad);
  const float along_arc = contact_start_rad - tilt_per_flexion * flexion;
  const glm::vec3 out(std::cos(along_arc), std::sin(along_arc), 0.0F), up(-out.y, out.x, 0.0F);
  PatellaPose pose;
  pose.contact_normal = out;
  pose.contact_m = size * (glm::vec3(groove_x_m, groove_y_m, groove_z_m) + groove_radius_m * out);
  // The ridge is straight along the kneecap, so it touches the round groove where it is square to its radius.
  const float above_middle = (static_cast<float>(contact_band) - 0.5F) * facets_height_m;
  const glm::vec3 middle = pose.contact_m - size * above_middle * up;
  pose.in_femur = glm::mat4(glm::vec4(size * out, 0.0F), glm::vec4(size * up, 0.0F), {0.0F, 0.0F, size, 0.0F},
                            glm::vec4(middle, 1.0F));
  const auto on_bone = [&](float forward, float height) {
    return glm::vec3(pose.in_femur * glm::vec4(forward, height, 0.0F, 1.0F));
  };
  pose.tendon_m = on_bone(0.15F * thickness_m, -0.5F * facets_height_m - tip_below_m);
  pose.base_m = on_bone(front_of_ridge * thickness_m, 0.5F * facets_height_m);
  pose.tubercle_m = on_tibia(size * glm::vec3(tubercle_x_m, tubercle_y_m, groove_z_m), flexion);
  pose.tilt_rad = -tilt_per_flexion * flexion;
  return pose;
}

}  // namespace stridelab::view
