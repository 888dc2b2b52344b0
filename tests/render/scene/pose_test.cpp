#include "render/scene/pose.h"

#include <gtest/gtest.h>

#include "gait/synthesise.h"
#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

constexpr float rounding_m = 2e-6F;  // single precision at body size

const Stride& easy() {
  static const Stride stride = *synthesise(Body{}, Form{});
  return stride;
}

glm::vec3 moved(const Pose& pose, Bone bone, const glm::vec3& rest) {
  return glm::vec3(pose.bone[static_cast<std::size_t>(bone)] * glm::vec4(rest, 1.0F));
}

void expect_near(const glm::vec3& a, const glm::vec3& b, float tolerance, const char* what) {
  EXPECT_LT(glm::distance(a, b), tolerance) << what;
}

TEST(Pose, WithAllCoordinatesZeroEveryBoneOnlyMovesWithThePelvis) {
  StrideSample sample{};
  sample.q_rad.setZero();
  sample.pelvis_m = Vec3(0.3, 0.9, -0.1);
  const Pose pose = pose_of(build_skeleton({}), sample);
  for (const glm::mat4& bone : pose.bone)
    for (int column = 0; column < 4; ++column) {
      glm::vec4 wanted(0.0F);
      wanted[column] = 1.0F;
      if (column == 3) wanted = {0.3F, 0.9F, -0.1F, 1.0F};
      EXPECT_LT(glm::length(bone[column] - wanted), 1e-6F);
    }
}

TEST(Pose, BothBonesOfAJointAgreeOnWhereTheStrideHasIt) {
  Body knock;
  knock.knee_alignment_rad = 0.1;
  const Stride stride = *synthesise(knock, Form{});
  const Skeleton skeleton = build_skeleton(knock);
  const Bone chain[2][6] = {{Bone::pelvis, Bone::hip_r, Bone::thigh_r, Bone::knee_r, Bone::shank_r, Bone::foot_r},
                            {Bone::pelvis, Bone::hip_l, Bone::thigh_l, Bone::knee_l, Bone::shank_l, Bone::foot_l}};
  const Bone toes[2] = {Bone::toes_r, Bone::toes_l};
  for (int i = 0; i < 20; ++i) {
    const StrideSample sample = stride.at(i / 20.0);
    const Pose pose = pose_of(skeleton, sample);
    for (std::size_t side = 0; side < 2; ++side) {
      const LegSample& leg = sample.leg[side];
      const auto at = [&](Bone bone) { return rest_joint(skeleton, bone); };
      for (std::size_t k : {0U, 1U, 2U})
        expect_near(moved(pose, chain[side][k], at(chain[side][2])), to_glm(leg.hip_m), rounding_m, "hip");
      for (std::size_t k : {2U, 3U, 4U})
        expect_near(moved(pose, chain[side][k], at(chain[side][4])), to_glm(leg.knee_m), rounding_m, "knee");
      for (std::size_t k : {4U, 5U})
        expect_near(moved(pose, chain[side][k], at(chain[side][5])), to_glm(leg.ankle_m), rounding_m, "ankle");
      const glm::vec3 mtp = at(toes[side]);
      expect_near(moved(pose, chain[side][5], mtp), to_glm(leg.mtp_m), rounding_m, "toe joint");
      const glm::vec3 toe = mtp + to_glm(skeleton.foot.toe_m);
      expect_near(moved(pose, toes[side], toe), to_glm(leg.toe_m), rounding_m, "tip of the toes");
      const glm::vec3 heel = at(chain[side][5]) + to_glm(skeleton.foot.heel_m);
      expect_near(moved(pose, chain[side][5], heel), to_glm(leg.heel_m), rounding_m, "heel");
    }
  }
}

/// Half a stride later the other leg does the same: what is drawn then is the mirror image.
TEST(Pose, HalfAStrideLaterTheMirroredRunner) {
  const Skeleton skeleton = build_skeleton({});
  const auto mirror = [](const glm::vec3& v) { return glm::vec3(v.x, v.y, -v.z); };
  const std::pair<Bone, Bone> pairs[] = {
      {Bone::pelvis, Bone::pelvis},   {Bone::torso, Bone::torso},        {Bone::head, Bone::head},
      {Bone::thigh_r, Bone::thigh_l}, {Bone::shank_r, Bone::shank_l},    {Bone::foot_r, Bone::foot_l},
      {Bone::toes_r, Bone::toes_l},   {Bone::hip_r, Bone::hip_l},        {Bone::upper_arm_r, Bone::upper_arm_l},
      {Bone::knee_r, Bone::knee_l},   {Bone::forearm_r, Bone::forearm_l}};
  const glm::vec3 probe(0.11F, -0.23F, 0.17F);
  for (int i = 0; i < 10; ++i) {
    const Pose now = pose_of(skeleton, easy().at(i / 10.0));
    const Pose later = pose_of(skeleton, easy().at(i / 10.0 + 0.5));
    for (const auto& [right, left] : pairs)
      expect_near(mirror(moved(now, right, probe)), moved(later, left, mirror(probe)), 1e-5F, "mirrored point");
  }
}

TEST(Pose, TheHalfwayBoneOfTheKneeTurnsByHalfTheFlexion) {
  StrideSample sample{};
  sample.q_rad.setZero();
  sample.q_rad(knee_angle_r) = 1.2;
  sample.pelvis_m.setZero();
  const Pose pose = pose_of(build_skeleton({}), sample);
  const glm::mat4& knee = pose.bone[static_cast<std::size_t>(Bone::knee_r)];
  // Flexion takes the foot backwards: the downward axis turns towards -x.
  const glm::vec3 down(knee * glm::vec4(0.0F, -1.0F, 0.0F, 0.0F));
  EXPECT_NEAR(down.x, -std::sin(0.6F), 1e-6F);
  EXPECT_NEAR(down.y, -std::cos(0.6F), 1e-6F);
}

}  // namespace
}  // namespace stridelab::view
