#include "render/scene/anatomy.h"

#include <glm/gtc/matrix_transform.hpp>

#include "loads/joint_moments.h"
#include "loads/patella.h"
#include "loads/patellofemoral.h"
#include "loads/side.h"
#include "render/scene/bone_mesh.h"
#include "render/scene/knee_bones.h"
#include "render/scene/knee_patella.h"
#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

constexpr glm::vec4 bone_colour{0.90F, 0.87F, 0.78F, 1.0F};

PatellaPose patella_in_femur(const Anatomy& anatomy, const StrideSample& sample, Side side) {
  const double flexion = sample.q_rad[leg_coordinate(knee_angle_r, side)];
  const double band = contact_band(anatomy.models->patella, fit_flexion(anatomy.models->patellofemoral, flexion));
  return patella_pose(flexion, band, anatomy.skeleton.thigh_m);
}

glm::mat4 patella_in_world(const Anatomy& anatomy, const Pose& pose, const StrideSample& sample, Side side) {
  const bool right = side == Side::right;
  const Bone thigh = right ? Bone::thigh_r : Bone::thigh_l, shank = right ? Bone::shank_r : Bone::shank_l;
  glm::mat4 in_femur = patella_in_femur(anatomy, sample, side).in_femur;
  if (!right) in_femur[3].z = -in_femur[3].z;
  return pose.bone[static_cast<std::size_t>(thigh)] *
         glm::translate(glm::mat4(1.0F), rest_joint(anatomy.skeleton, shank)) * in_femur;
}

}  // namespace

tl::expected<Anatomy, Diagnostics> anatomy_of(const Body& body) {
  auto models = read_load_models();
  if (!models) return tl::unexpected(std::move(models.error()));
  Anatomy anatomy;
  anatomy.models = std::make_shared<const LoadModels>(*std::move(models));
  anatomy.skeleton = build_skeleton(body);
  anatomy.bones = std::make_shared<const Mesh>(bone_mesh(body));
  Mesh patella = patella_mesh();
  anatomy.patella = {std::make_shared<const Mesh>(patella), std::make_shared<const Mesh>(mirrored(std::move(patella)))};
  return anatomy;
}

void add_anatomy(DrawList& list, const Anatomy& anatomy, const StrideSample& sample, const std::array<UnitVector, 2>&) {
  const Pose pose = pose_of(anatomy.skeleton, sample);
  list.figures.push_back({anatomy.bones, pose});
  for (Side side : {Side::right, Side::left})
    list.solids.push_back({anatomy.patella[static_cast<std::size_t>(index(side))],
                           patella_in_world(anatomy, pose, sample, side), bone_colour});
}

LoadScale activation_scale() { return {0.0, 100.0, "muscle activation", "%"}; }

}  // namespace stridelab::view
