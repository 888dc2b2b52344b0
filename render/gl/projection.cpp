#include "render/gl/projection.h"

#include <glm/gtc/matrix_transform.hpp>

namespace stridelab::view {
namespace {

constexpr float near_m = 0.05F;  // a close-up of the knee is taken from about half a metre
constexpr float far_m = 120.0F;  // the ground has faded into the horizon long before

}  // namespace

glm::mat4 tilt_of(const GroundLook& ground) {
  return glm::rotate(glm::mat4(1.0F), ground.slope_rad, glm::vec3(0.0F, 0.0F, 1.0F));
}

glm::mat4 view_projection(const Camera& camera, const PictureSize& size) {
  return glm::perspective(camera.field_of_view_rad, size.aspect(), near_m, far_m) *
         glm::lookAt(camera.eye_m, camera.target_m, camera.up);
}

glm::mat4 world_to_clip(const DrawList& list, const PictureSize& size) {
  return view_projection(list.camera, size) * tilt_of(list.ground);
}

std::optional<glm::vec2> pixel_of(const glm::vec3& point_m, const glm::mat4& world_to_clip, const PictureSize& size) {
  const glm::vec4 clip = world_to_clip * glm::vec4(point_m, 1.0F);
  if (clip.w <= near_m) return std::nullopt;
  const glm::vec2 centred = glm::vec2(clip) / clip.w;
  return glm::vec2((centred.x * 0.5F + 0.5F) * static_cast<float>(size.width),
                   (0.5F - centred.y * 0.5F) * static_cast<float>(size.height));
}

}  // namespace stridelab::view
