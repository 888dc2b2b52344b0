// The camera as a person meets it: where presets stand, how it gets there, and where it never is. The bounds are stated
// here again, in plain geometry, not taken from the limits' own functions.
#include "render/scene/camera_rig.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace stridelab::view {
namespace {

constexpr float wide = 1280.0F / 720.0F;

CameraSubject runner() { return {1.75F, {0.15F, 0.52F, 0.09F}, 0.0F, 0.0, false}; }

glm::vec3 unit_to_eye(const Camera& camera) { return glm::normalize(camera.eye_m - camera.target_m); }

TEST(CameraRig, PresetsLookFromWhereTheirNameSays) {
  const auto eye = [](CameraPreset preset) { return CameraRig(preset).camera(runner(), wide).eye_m; };
  EXPECT_GT(eye(CameraPreset::side).z, 2.0F);
  EXPECT_NEAR(eye(CameraPreset::side).x, 0.0F, 1e-5F);
  EXPECT_GT(eye(CameraPreset::front).x, 2.0F);
  EXPECT_LT(eye(CameraPreset::back).x, -2.0F);
  const Camera knee = CameraRig(CameraPreset::knee).camera(runner(), wide);
  EXPECT_EQ(knee.target_m, runner().knee_m);
  EXPECT_LT(glm::distance(knee.eye_m, knee.target_m), 1.3F);
}

// A ball around the middle of the body, a little larger than half the body, fits: the sine of half the angle it is seen
// under stays below that of half the picture's angle, across as well as up and down.
TEST(CameraRig, HeadAndFeetAreInWideAndNarrowPictures) {
  for (const float aspect : {0.4F, 1.0F, wide, 3.0F}) {
    const Camera camera = CameraRig(CameraPreset::front).camera(runner(), aspect);
    const float away = glm::distance(camera.eye_m, camera.target_m);
    const float half_up = std::tan(camera.field_of_view_rad / 2.0F), half_across = half_up * aspect;
    EXPECT_LT(0.55F * 1.75F / away, half_up) << aspect;
    EXPECT_LT(0.55F * 1.75F / away, half_across) << aspect;
  }
}

TEST(CameraRig, AMoveEndsExactlyAtThePresetInTheStatedTime) {
  CameraRig rig(CameraPreset::side);
  rig.move_to(CameraPreset::knee);
  for (int i = 0; i < 7; ++i) rig.advance(CameraRig::move_s / 8.0);
  EXPECT_TRUE(rig.moving());
  rig.advance(CameraRig::move_s / 8.0 + 1e-9);
  EXPECT_FALSE(rig.moving());
  const Camera there = rig.camera(runner(), wide), straight = CameraRig(CameraPreset::knee).camera(runner(), wide);
  EXPECT_EQ(there.eye_m, straight.eye_m);
  EXPECT_EQ(there.target_m, straight.target_m);
}

// Front to back: on the way every eye is as far from the body as both ends are (a straight line would pass through it),
// and the angle never goes back or beyond.
TEST(CameraRig, MovesGoAroundTheBodyWithoutOvershoot) {
  CameraRig rig(CameraPreset::front);
  const float start_m = glm::length(rig.camera(runner(), wide).eye_m - rig.camera(runner(), wide).target_m);
  rig.move_to(CameraPreset::back);
  float last_x = 1.0F;
  while (rig.moving()) {
    rig.advance(0.01);
    const Camera camera = rig.camera(runner(), wide);
    EXPECT_NEAR(glm::distance(camera.eye_m, camera.target_m), start_m, 1e-3F);
    const float x = unit_to_eye(camera).x;
    EXPECT_LE(x, last_x + 1e-6F);
    last_x = x;
  }
  EXPECT_NEAR(last_x, -1.0F, 0.01F);
}

TEST(CameraRig, StepsOfTimeDoNotChangeWhereAMoveLeads) {
  CameraRig coarse(CameraPreset::side), fine(CameraPreset::side);
  coarse.move_to(CameraPreset::front);
  fine.move_to(CameraPreset::front);
  coarse.advance(0.2);
  for (int i = 0; i < 200; ++i) fine.advance(0.001);
  // 200 sums of 0.001 differ from 0.2 by rounding alone.
  EXPECT_NEAR(glm::distance(coarse.camera(runner(), wide).eye_m, fine.camera(runner(), wide).eye_m), 0.0F, 1e-4F);
}

TEST(CameraRig, AHandDragsThePictureAlong) {
  CameraRig rig;
  const glm::vec3 before = rig.camera(runner(), wide).eye_m;
  rig.drag({.orbit_px = {100.0F, 0.0F}}, runner(), 1280.0F, 720.0F);
  EXPECT_LT(rig.camera(runner(), wide).eye_m.x, before.x);  // what is in front goes right, so the eye goes left: back
  rig.drag({.orbit_px = {620.0F, 0.0F}}, runner(), 1280.0F, 720.0F);
  // 720 px in all are half a turn.
  EXPECT_NEAR(rig.camera(runner(), wide).eye_m.z, -before.z, 1e-3F);
}

TEST(CameraRig, PanMovesTheTargetByWhatTheHandSees) {
  CameraRig rig;
  const Camera before = rig.camera(runner(), wide);
  rig.drag({.pan_px = {-72.0F, 0.0F}}, runner(), 1280.0F, 720.0F);
  const Camera after = rig.camera(runner(), wide);
  // A tenth of the picture's height, which is 2 d tan(angle / 2) at the target.
  const float height_m =
      2.0F * glm::distance(before.eye_m, before.target_m) * std::tan(before.field_of_view_rad / 2.0F);
  EXPECT_NEAR(after.target_m.x - before.target_m.x, 0.1F * height_m, 1e-3F);
}

TEST(CameraRig, ANotchIsATenthNearer) {
  CameraRig rig;
  const auto distance = [&] {
    const Camera camera = rig.camera(runner(), wide);
    return glm::distance(camera.eye_m, camera.target_m);
  };
  const float before = distance();
  rig.drag({.zoom_notches = 1.0F}, runner(), 1280.0F, 720.0F);
  EXPECT_NEAR(distance() / before, 0.9F, 1e-4F);
  rig.drag({.zoom_notches = -1000.0F}, runner(), 1280.0F, 720.0F);
  EXPECT_NEAR(distance(), CameraRig::most_m, 1e-3F);
}

// Wild hands, all slopes: the eye stays above the ground, outside of the torso, within the stated distance, finite.
TEST(CameraRig, NoHandLeadsBelowTheGroundOrIntoTheBody) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> push(-400.0F, 400.0F), notch(-8.0F, 8.0F), slope(-0.2F, 0.2F);
  CameraRig rig;
  for (int i = 0; i < 3000; ++i) {
    CameraSubject subject = runner();
    subject.slope_rad = slope(random);
    subject.travelled_m = 0.37 * i;
    rig.follow(i % 3 != 0);
    if (i % 50 == 0) rig.move_to(static_cast<CameraPreset>(i / 50 % 4));
    if (i % 4 == 0)
      rig.drag({{push(random), push(random)}, {push(random), push(random)}, notch(random)}, subject, 900.0F, 700.0F);
    rig.advance(0.02);
    const Camera camera = rig.camera(subject, 900.0F / 700.0F);
    const glm::vec3 eye = camera.eye_m;
    ASSERT_TRUE(std::isfinite(eye.x) && std::isfinite(eye.y) && std::isfinite(eye.z)) << i;
    EXPECT_GT(eye.y - eye.x * std::tan(subject.slope_rad), 0.05F) << i;
    // Of the trunk: 0.2 m around the vertical through the pelvis, up to the head.
    EXPECT_TRUE(std::hypot(eye.x, eye.z) > 0.2F || eye.y > 1.75F) << i << ": " << eye.x << " " << eye.y << " " << eye.z;
  }
}

TEST(CameraRig, NumbersThatAreNoneChangeNothing) {
  CameraRig rig;
  const Camera before = rig.camera(runner(), wide);
  const float none = std::numeric_limits<float>::quiet_NaN(), endless = std::numeric_limits<float>::infinity();
  rig.drag({.orbit_px = {none, 0.0F}}, runner(), 1280.0F, 720.0F);
  rig.drag({.zoom_notches = endless}, runner(), 1280.0F, 720.0F);
  rig.drag({.orbit_px = {10.0F, 0.0F}}, runner(), 0.0F, 0.0F);
  rig.advance(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(rig.camera(runner(), wide).eye_m, before.eye_m);
}

TEST(CameraRig, NearestIsThePresetOnTheScreen) {
  CameraRig rig(CameraPreset::side);
  rig.drag({.orbit_px = {-300.0F, 0.0F}}, runner(), 1280.0F, 720.0F);  // 75 degrees towards the front
  EXPECT_EQ(rig.nearest(), CameraPreset::front);
  rig.reset();
  rig.advance(1.0);
  EXPECT_EQ(rig.camera(runner(), wide).eye_m, CameraRig(CameraPreset::front).camera(runner(), wide).eye_m);
}

TEST(CameraRig, ACameraThatStaysSeesTheRunnerPassOnARoadAlone) {
  CameraRig rig(CameraPreset::side);
  rig.follow(false);
  CameraSubject subject = runner();
  subject.travelled_m = 1.0;
  const float earlier = rig.camera(subject, wide).eye_m.x;
  subject.travelled_m = 2.0;
  EXPECT_NEAR(rig.camera(subject, wide).eye_m.x - earlier, -1.0F, 1e-4F);
  subject.belt = true;
  EXPECT_NEAR(rig.camera(subject, wide).eye_m.x, 0.0F, 1e-5F);
}

}  // namespace
}  // namespace stridelab::view
