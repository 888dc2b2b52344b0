#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "hand.h"
#include "render/ui/shortcuts.h"
#include "settled.h"

namespace stridelab::view {
namespace {

/// Input without sense, the same on each run with the same seed.
class Monkey {
 public:
  Monkey(Hand& hand, unsigned seed) : hand_(hand), random_(seed) {}

  /// One thing that a hand may do, over one or a few pictures.
  void act() {
    const double choice = part();
    if (choice < 0.50) {
      mouse();
    } else if (choice < 0.62) {
      hand_.wheel(static_cast<float>(8.0 * part() - 4.0));
    } else if (choice < 0.80) {
      key();
    } else if (choice < 0.85) {
      resize();
    } else if (choice < 0.97) {
      known_widget();
    } else {
      program();
    }
  }

 private:
  double part() { return std::uniform_real_distribution<double>(0.0, 1.0)(random_); }
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }

  void mouse() {
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    hand_.move(
        {static_cast<float>(1.1 * part() - 0.05) * window.x, static_cast<float>(1.1 * part() - 0.05) * window.y});
    hand_.press_button(below(3), part() < 0.6);
    ImGui::GetIO().KeyShift = part() < 0.1;
  }
  void key() {
    const auto table = shortcuts();
    const Shortcut& s = table[static_cast<std::size_t>(below(static_cast<int>(table.size())))];
    if (part() < 0.2) {
      hand_.key(GLFW_KEY_0 + below(10), static_cast<char>('0' + below(10)));  // as into a field
    } else {
      hand_.key(s.key != 0 ? s.key : s.sign, s.sign, s.ctrl);
    }
  }
  void resize() {
    constexpr std::pair<float, float> sizes[] = {{0.0F, 0.0F},      {1.0F, 1.0F},     {37.0F, 900.0F},
                                                 {480.0F, 320.0F},  {800.0F, 500.0F}, {400.0F, 800.0F},
                                                 {1280.0F, 720.0F}, {1280.0F, 0.0F},  {3840.0F, 2160.0F}};
    const auto [width, height] = sizes[below(static_cast<int>(std::size(sizes)))];
    ImGui::GetIO().DisplaySize = {width, height};
    hand_.frames();
  }
  void known_widget() {
    if (hand_.ui.placed.widgets.empty()) return;
    auto one = hand_.ui.placed.widgets.begin();
    std::advance(one, below(static_cast<int>(hand_.ui.placed.widgets.size())));
    hand_.click(std::string(one->first), static_cast<float>(part()));
  }
  /// What the program does between two pictures.
  void program() {
    hand_.ui.status.said = part() < 0.5 ? "" : "easy_run_2.toml could not be written: no space left on this device";
    hand_.ui.status.said_fault = part() < 0.5;
    hand_.ui.status.recording = part() < 0.5;
    hand_.ui.requests.camera = {};
    hand_.ui.requests.wishes.clear();
    hand_.ui.choices.panels_open = true;  // a hand alone in the picture would seldom find back to the panels
    hand_.ui.status.nearest_preset = static_cast<CameraPreset>(below(4));
  }

  Hand& hand_;
  std::mt19937 random_;
};

/// Ten minutes: in steps of a tenth of a second, or of a thirtieth if asked for by STRIDELAB_LONG=1.
TEST(Long, TenMinutesOfRandomInputDoNoHarm) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  const int rate_hz = std::getenv("STRIDELAB_LONG") != nullptr ? 30 : 10;
  ImGui::GetIO().DeltaTime = 1.0F / static_cast<float>(rate_hz);
  Monkey monkey(hand, 20261);
  const int last = ImGui::GetFrameCount() + 600 * rate_hz;
  const auto answers_before = model->version();
  for (int i = 0; ImGui::GetFrameCount() < last && !::testing::Test::HasFailure(); ++i) {
    monkey.act();
    // Pictures without a screen come faster than answers: now and then they are waited for, as a person would.
    if (i % 50 == 0) model->settle();
  }
  EXPECT_GT(model->version() - answers_before, 20U) << "the hand hardly ever changed the form";
  ImGui::GetIO().DisplaySize = {1280.0F, 720.0F};
  for (const int button : {0, 1, 2}) ImGui::GetIO().MouseDown[button] = false;
  hand.frames(3);
  model->settle();
  ASSERT_NE(model->b(), nullptr);
  EXPECT_TRUE(std::isfinite(kneecap(model->b())));
}

TEST(Long, EveryScenarioIsLoadedFromTheList) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  int loaded = 0;
  for (const Preset& preset : model->presets()) {
    const std::string stem = std::filesystem::path(preset.path).stem().string();
    const Rect box = hand.ui.placed.widgets.at("form.scenario");
    ASSERT_NO_FATAL_FAILURE(hand.click("form.scenario"));
    for (const float notches : {8.0F, -1.0F}) {
      for (int i = 0; i < 60 && !hand.sees("form.scenario." + stem); ++i) {
        hand.move({0.5F * (box.x0 + box.x1), box.y1 + 60.0F});
        hand.wheel(notches);
      }
    }
    ASSERT_NO_FATAL_FAILURE(hand.click("form.scenario." + stem));
    model->settle();
    hand.frames(2);
    ASSERT_TRUE(model->shows_form()) << stem << ": " << model->message();
    EXPECT_EQ(std::filesystem::path(model->scenario()).stem().string(), stem);
    ++loaded;
  }
  EXPECT_GE(loaded, 20);
}

}  // namespace
}  // namespace stridelab::view
