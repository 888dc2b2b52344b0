#include "render/scene/pose.h"

#include <Eigen/Geometry>

#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

constexpr std::array<BoneLinks, n_bones> bone_links = {{
    {pelvis_rotation, pelvis_rotation},
    {lumbar_rotation, lumbar_rotation},
    {lumbar_rotation, lumbar_rotation},  // the head is part of the trunk in the tree
    {hip_rotation_r, hip_rotation_r},
    {knee_angle_r, knee_angle_r},
    {subtalar_angle_r, subtalar_angle_r},
    {mtp_angle_r, mtp_angle_r},
    {arm_flex_r, arm_flex_r},
    {arm_flex_r, arm_flex_r},  // and the forearm part of the arm
    {hip_rotation_l, hip_rotation_l},
    {knee_angle_l, knee_angle_l},
    {subtalar_angle_l, subtalar_angle_l},
    {mtp_angle_l, mtp_angle_l},
    {arm_flex_l, arm_flex_l},
    {arm_flex_l, arm_flex_l},
    {hip_rotation_r, pelvis_rotation},
    {knee_angle_r, hip_rotation_r},
    {hip_rotation_l, pelvis_rotation},
    {knee_angle_l, hip_rotation_l},
}};

/// The shortest way between two attitudes, half of it.
Mat3 half_way(const Mat3& from, const Mat3& to) {
  return Eigen::Quaterniond(from).slerp(0.5, Eigen::Quaterniond(to)).toRotationMatrix();
}

/// Turns by `rotation` about the point that is at `rest` in the rest pose and brings it to `now`.
glm::mat4 rigid(const Mat3& rotation, const Vec3& rest, const Vec3& now) {
  const Vec3 shift = now - rotation * rest;
  glm::mat4 m(1.0F);
  for (int column = 0; column < 3; ++column)
    for (int row = 0; row < 3; ++row) m[column][row] = static_cast<float>(rotation(row, column));
  for (int row = 0; row < 3; ++row) m[3][row] = static_cast<float>(shift(row));
  return m;
}

}  // namespace

BoneLinks links_of(Bone bone) { return bone_links[static_cast<std::size_t>(bone)]; }

PerLink<Vec3> rest_points(const Skeleton& skeleton) {
  PerLink<Vec3> point;
  for (std::size_t i = 0; i < n_coordinates; ++i) {
    const Link& link = skeleton.link[i];
    point[i] = link.offset_m;
    if (link.parent >= 0) point[i] += point[static_cast<std::size_t>(link.parent)];
  }
  return point;
}

glm::vec3 rest_joint(const Skeleton& skeleton, Bone bone) {
  return to_glm(rest_points(skeleton)[static_cast<std::size_t>(links_of(bone).outer)]);
}

Pose pose_of(const Skeleton& skeleton, const StrideSample& sample) {
  TreeState state;
  const CoordinateVector still = CoordinateVector::Zero();
  evaluate_on_base(skeleton, sample.q_rad, still, still, Vec3::Zero(), state);
  const PerLink<Vec3> rest = rest_points(skeleton);
  Pose pose;
  for (std::size_t b = 0; b < n_bones; ++b) {
    const auto outer = static_cast<std::size_t>(bone_links[b].outer),
               inner = static_cast<std::size_t>(bone_links[b].inner);
    const Mat3 rotation =
        inner == outer ? state.rotation[outer] : half_way(state.rotation[inner], state.rotation[outer]);
    pose.bone[b] = rigid(rotation, rest[outer], sample.pelvis_m + state.point[outer]);
  }
  return pose;
}

}  // namespace stridelab::view
