// What a picture is put together of, without drawing it.
#include "render/app/picture_maker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace stridelab::view {
namespace {

const std::string easy = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

std::unique_ptr<ViewModel> model_of(const std::vector<std::string>& changes = {}, const std::string& file = easy) {
  auto model = ViewModel::open(file, changes);
  (*model)->settle();
  (*model)->playback.scrub(0.15);  // the right foot carries the body
  return std::move(*model);
}

DrawList picture_of(const ViewModel& model, const PictureChoices& shown, CameraPreset from = CameraPreset::side) {
  PictureMaker maker(Patience::all_day);
  return maker.main(model, *model.moment(), shown, from);
}

std::size_t ghosts(const DrawList& list) {
  return static_cast<std::size_t>(std::count_if(list.figures.begin(), list.figures.end(),
                                                [](const Figure& figure) { return figure.tint.a < 1.0F; }));
}

bool has_label(const DrawList& list, const std::string& word) {
  return std::any_of(list.labels.begin(), list.labels.end(),
                     [&](const Label& label) { return label.text.find(word) != std::string::npos; });
}

TEST(PictureMaker, TheGhostIsThereWhereFormsDifferAndWhenWanted) {
  EXPECT_EQ(ghosts(picture_of(*model_of(), {})), 0U);
  const auto changed = model_of({"cadence_percent=10"});
  EXPECT_EQ(ghosts(picture_of(*changed, {})), 1U);
  EXPECT_EQ(ghosts(picture_of(*changed, {.ghost = false})), 0U);
}

TEST(PictureMaker, TheCamerasOfTheFrontalPlaneHaveTheFrontalLine) {
  const auto model = model_of();
  EXPECT_FALSE(has_label(picture_of(*model, {}), "varus") || has_label(picture_of(*model, {}), "valgus"));
  for (const CameraPreset from : {CameraPreset::front, CameraPreset::back}) {
    const DrawList list = picture_of(*model, {}, from);
    EXPECT_TRUE(has_label(list, "varus") || has_label(list, "valgus"));
  }
}

// In the air a knee's way inward is nobody's load; from the side it cannot be seen.
TEST(PictureMaker, TheFrontalLineIsOfStance) {
  const auto model = model_of({"cadence_percent=10"});
  const auto has_line = [&](CameraPreset from) {
    const DrawList list = picture_of(*model, {}, from);
    return has_label(list, "varus") || has_label(list, "valgus");
  };
  EXPECT_TRUE(has_label(picture_of(*model, {}, CameraPreset::front), "A ")) << "the baseline's beside it";
  EXPECT_FALSE(has_line(CameraPreset::side));
  EXPECT_FALSE(has_line(CameraPreset::knee));
  model->playback.scrub(0.45);  // both feet in the air
  ASSERT_LT(model->moment()->sample.leg[0].grf_n.norm() + model->moment()->sample.leg[1].grf_n.norm(), 20.0);
  EXPECT_FALSE(has_line(CameraPreset::front));
}

TEST(PictureMaker, FormsBesideAreOutlines) {
  const auto model = model_of({"cadence_percent=10"});
  ASSERT_TRUE(model->keep_beside());
  model->set_number("trunk_lean_deg", 12.0);
  model->settle();
  EXPECT_EQ(ghosts(picture_of(*model, {})), 2U);
  EXPECT_EQ(ghosts(picture_of(*model, {.ghost = false})), 0U);
}

TEST(PictureMaker, TheLeverArmIsOfPicturesThatStandStill) {
  const auto model = model_of();
  PictureMaker maker(Patience::all_day);
  Moment now = *model->moment();
  EXPECT_TRUE(has_label(maker.main(*model, now, {}, CameraPreset::side), "lever"));
  now.still = false;
  EXPECT_FALSE(has_label(maker.main(*model, now, {}, CameraPreset::side), "lever"));
}

TEST(PictureMaker, TheForceAndTheFootprintsComeAndGo) {
  const auto model = model_of();
  EXPECT_TRUE(has_label(picture_of(*model, {}), " BW"));
  EXPECT_FALSE(has_label(picture_of(*model, {.force = false}), " BW"));
  EXPECT_GE(picture_of(*model, {}).patches.size(), 2U);
  EXPECT_TRUE(picture_of(*model, {.footprints = false}).patches.empty());
}

// The print under the foot that carries the body lies where that foot is, however far was run.
TEST(PictureMaker, AFootprintStaysUnderTheFoot) {
  const auto model = model_of();
  model->playback.scrub(0.2);  // after the middle of stance: the print is there, and the foot on it
  PictureMaker maker(Patience::all_day);
  Moment now = *model->moment();
  const double ball_m = now.sample.leg[0].ball_m.x();
  for (const double run_m : {0.0, 100.0, 777.7}) {
    now.travelled_m = run_m;
    double nearest_m = 1.0;
    for (const Patch& print : maker.main(*model, now, {}, CameraPreset::side).patches)
      for (const glm::vec3& p : print.outline_m)
        nearest_m = std::min(nearest_m, std::abs(static_cast<double>(p.x) - ball_m));
    EXPECT_LT(nearest_m, 0.05) << run_m;  // the outline has a point every few centimetres
  }
}

TEST(PictureMaker, BonesStandInForTheSkin) {
  const auto model = model_of();
  const DrawList list = picture_of(*model, {.anatomy = true});
  EXPECT_FALSE(list.tubes.empty());
  EXPECT_GT(list.figures.size() + list.solids.size(), 1U);
}

TEST(PictureMaker, TheGroundIsWhatIsRunOn) {
  const auto treadmill = model_of({"surface=treadmill"}), hill = model_of({"slope_percent=10"});
  EXPECT_TRUE(picture_of(*treadmill, {}).ground.belt);
  EXPECT_FALSE(picture_of(*hill, {}).ground.belt);
  EXPECT_NEAR(picture_of(*hill, {}).ground.slope_rad, std::atan(0.1), 1e-6);
}

// Against a hill: tilted with the scene, the trunk of the level baseline leans as it does on the level.
TEST(PictureMaker, TheBaselineKeepsItsOwnSlope) {
  const auto hill = model_of({"slope_percent=10"}), level = model_of();
  const auto trunk = [](const Figure& figure) {
    return glm::vec3(figure.pose.bone[static_cast<std::size_t>(Bone::torso)] * glm::vec4(0.0F, 1.0F, 0.0F, 0.0F));
  };
  const DrawList uphill = picture_of(*hill, {});
  const glm::vec3 on_hill = trunk(uphill.figures.back()), alone = trunk(picture_of(*level, {}).figures.front());
  const float slope = std::atan(0.1F);
  const glm::vec2 in_gravity(on_hill.x * std::cos(slope) - on_hill.y * std::sin(slope),
                             on_hill.x * std::sin(slope) + on_hill.y * std::cos(slope));
  EXPECT_NEAR(in_gravity.x, alone.x, 1e-4F);
  EXPECT_NEAR(in_gravity.y, alone.y, 1e-4F);
}

TEST(PictureMaker, WithoutPatienceAFigureComesLaterAndAskingDoesNotWait) {
  const auto model = model_of();
  PictureMaker maker(Patience::none);
  bool came = false;
  for (int i = 0; i < 2000 && !came; ++i) {
    came = !maker.main(*model, *model->moment(), {}, CameraPreset::side).figures.empty();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_TRUE(came);
}

}  // namespace
}  // namespace stridelab::view
