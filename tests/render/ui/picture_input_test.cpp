#include <gtest/gtest.h>

#include <algorithm>

#include "hand.h"
#include "settled.h"

namespace stridelab::view {
namespace {

ImVec2 middle(const Rect& r) { return {0.5F * (r.x0 + r.x1), 0.5F * (r.y0 + r.y1)}; }

TEST(PictureInput, LeftTurnsRightShiftsWheelNears) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  const ImVec2 at = middle(hand.ui.placed.viewport);
  hand.move(at);
  hand.press(true);
  hand.move({at.x + 30.0F, at.y - 12.0F});
  hand.press(false);
  hand.move(at);  // the hand has let go
  EXPECT_EQ(hand.ui.requests.camera.orbit_px, glm::vec2(30.0F, -12.0F));
  EXPECT_EQ(hand.ui.requests.camera.pan_px, glm::vec2(0.0F));
  hand.press_button(1, true);
  hand.move({at.x - 7.0F, at.y + 5.0F});
  hand.press_button(1, false);
  EXPECT_EQ(hand.ui.requests.camera.pan_px, glm::vec2(-7.0F, 5.0F));
  hand.wheel(2.0F);
  EXPECT_EQ(hand.ui.requests.camera.zoom_notches, 2.0F);
  EXPECT_EQ(hand.ui.requests.camera.orbit_px, glm::vec2(30.0F, -12.0F));
}

// The picture from the side: to the right of it is ahead, and up is up, where nobody is pushed.
TEST(PictureInput, ADragOnTheLiveRunnerPushes) {
  auto model = settled();
  model->show(Source::live);
  Hand hand(*model, 1280.0F, 720.0F);
  for (int i = 0; i < 2000 && model->live.frame() == nullptr; ++i) hand.frames();
  ASSERT_NE(model->live.frame(), nullptr);
  const ImVec2 at = middle(hand.ui.placed.viewport);
  hand.ui.status.grip = Grip{{at.x, at.y}, 40.0F, {1.0F, 0.0F, 0.0F}, {0.0F, 1.0F, 0.0F}};
  const auto pushes = [&] {
    const CommandLog log = model->live.log();
    return static_cast<int>(std::count_if(log.entries.begin(), log.entries.end(), [](const auto& entry) {
      return std::holds_alternative<PushRunner>(entry.event);
    }));
  };
  hand.move({at.x + 5.0F, at.y});
  hand.press(true);
  hand.move({at.x + 65.0F, at.y - 20.0F});
  EXPECT_EQ(hand.ui.requests.camera.orbit_px, glm::vec2(0.0F)) << "the camera stays";
  hand.press(false);
  for (int i = 0; i < 2000 && pushes() == 0; ++i) hand.frames();
  EXPECT_EQ(pushes(), 1);
  hand.move({at.x + 90.0F, at.y});  // beside the runner
  hand.press(true);
  hand.move({at.x + 100.0F, at.y});
  hand.press(false);
  EXPECT_EQ(hand.ui.requests.camera.orbit_px.x, 10.0F);
}

TEST(PictureInput, ShiftMakesTheLeftButtonShift) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  const ImVec2 at = middle(hand.ui.placed.viewport);
  hand.move(at);
  ImGui::GetIO().KeyShift = true;
  hand.press(true);
  ImGui::GetIO().KeyShift = false;  // what the drag began as, it stays
  hand.move({at.x + 4.0F, at.y});
  EXPECT_EQ(hand.ui.requests.camera.pan_px, glm::vec2(4.0F, 0.0F));
  EXPECT_EQ(hand.ui.requests.camera.orbit_px, glm::vec2(0.0F));
}

TEST(PictureInput, ADragFromAPanelDoesNotTurnThePicture) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  ASSERT_NO_FATAL_FAILURE(hand.move_to("form.trunk_lean_deg"));
  hand.press(true);
  hand.move(middle(hand.ui.placed.viewport));
  hand.wheel(1.0F);
  EXPECT_EQ(hand.ui.requests.camera.orbit_px, glm::vec2(0.0F));
  EXPECT_EQ(hand.ui.requests.camera.zoom_notches, 0.0F);
  hand.press(false);
}

TEST(PictureInput, BehindADialogThePictureRests) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.choices.show_help = true;
  hand.frames(3);
  const Rect& view = hand.ui.placed.viewport;
  hand.move({view.x0 + 4.0F, view.y0 + 4.0F});
  hand.press(true);
  hand.move({view.x0 + 40.0F, view.y0 + 4.0F});
  EXPECT_EQ(hand.ui.requests.camera.orbit_px, glm::vec2(0.0F));
}

TEST(PictureInput, ADoubleClickGoesBackToThePreset) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.status.nearest_preset = CameraPreset::front;
  hand.move(middle(hand.ui.placed.viewport));
  for (int i = 0; i < 2; ++i) {
    hand.press(true);
    hand.press(false);
  }
  EXPECT_EQ(hand.ui.requests.camera.preset, CameraPreset::front);
}

TEST(Toolbar, EveryButtonDoesWhatItSaysOpenOrFolded) {
  auto model = settled();
  for (const auto& [width, height] :
       {std::pair{2560.0F, 1080.0F}, std::pair{1280.0F, 720.0F}, std::pair{480.0F, 320.0F}}) {
    Hand hand(*model, width, height);
    const auto reach = [&](const std::string& name, const std::string& group) {
      if (!hand.sees(name)) hand.click(group);
      hand.click(name);
      hand.press_button(0, false);
    };
    for (const auto& [name, choice] :
         {std::pair{"show.anatomy", &PictureChoices::anatomy}, std::pair{"show.ghost", &PictureChoices::ghost},
          std::pair{"show.force", &PictureChoices::force},
          std::pair{"show.frontal_line", &PictureChoices::frontal_line},
          std::pair{"show.footprints", &PictureChoices::footprints},
          std::pair{"show.close_up", &PictureChoices::close_up}, std::pair{"show.labels", &PictureChoices::labels},
          std::pair{"show.follow", &PictureChoices::follow}, std::pair{"show.dark", &PictureChoices::dark}}) {
      const bool before = hand.ui.choices.shown.*choice;
      ASSERT_NO_FATAL_FAILURE(reach(name, "toolbar.show"));
      EXPECT_NE(hand.ui.choices.shown.*choice, before) << name << width;
    }
    hand.move({-1.0F, -1.0F});
    hand.click("timeline.clock");  // elsewhere: closes what is open
    ASSERT_NO_FATAL_FAILURE(reach("camera.back", "toolbar.camera"));
    EXPECT_EQ(hand.ui.requests.camera.preset, CameraPreset::back);
    hand.click("timeline.clock");
    for (const char* name : {"save.csv", "save.png", "save.record"})
      ASSERT_NO_FATAL_FAILURE(reach(name, "toolbar.save"));
    EXPECT_EQ(hand.ui.requests.wishes, (std::vector{Wish::export_csv, Wish::export_png, Wish::record}));
  }
}

TEST(Toast, IsSaidForAWhile) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.status.said = "saved as easy_run_2.toml";
  hand.frames(60 * 5);
  EXPECT_FALSE(hand.ui.status.said.empty());
  hand.frames(60 * 5);
  EXPECT_TRUE(hand.ui.status.said.empty());
}

}  // namespace
}  // namespace stridelab::view
