#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <tuple>

#include "hand.h"
#include "render/ui/key_queue.h"
#include "render/ui/panel_table.h"
#include "render/ui/shortcuts.h"
#include "settled.h"

namespace stridelab::view {
namespace {

TEST(Keys, PlayStepAndRate) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.key(GLFW_KEY_SPACE, ' ');
  EXPECT_FALSE(model->playback.playing());
  const double before = model->playback.phase();
  hand.key(GLFW_KEY_RIGHT);
  EXPECT_NEAR(model->playback.phase(), wrapped_phase(before + 0.005), 1e-12);
  hand.key(GLFW_KEY_LEFT);
  EXPECT_NEAR(model->playback.phase(), before, 1e-12);
  model->playback.set_rate(0.2);
  hand.key(GLFW_KEY_UP);
  EXPECT_EQ(model->playback.rate(), 0.5);
  for (int i = 0; i < 7; ++i) hand.key(GLFW_KEY_DOWN);
  EXPECT_EQ(model->playback.rate(), 0.05);
}

TEST(Keys, LettersTurnWhatTheyName) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  for (const auto& [sign, choice] :
       {std::pair{'a', &PictureChoices::anatomy}, std::pair{'g', &PictureChoices::ghost},
        std::pair{'f', &PictureChoices::force}, std::pair{'l', &PictureChoices::frontal_line},
        std::pair{'k', &PictureChoices::close_up}, std::pair{'d', &PictureChoices::dark}}) {
    const bool before = hand.ui.choices.shown.*choice;
    hand.letter(sign);
    EXPECT_NE(hand.ui.choices.shown.*choice, before) << sign;
  }
  for (const auto& [sign, preset] : {std::pair{'1', CameraPreset::side}, std::pair{'2', CameraPreset::front},
                                     std::pair{'3', CameraPreset::back}, std::pair{'4', CameraPreset::knee}}) {
    hand.letter(sign);
    EXPECT_EQ(hand.ui.requests.camera.preset, preset) << sign;
  }
  for (const PanelRow& row : panel_table()) {
    hand.letter(static_cast<char>(std::tolower(*row.key)));
    EXPECT_EQ(hand.ui.choices.panel, row.name);
  }
}

TEST(Keys, NoTwoDoTheSame) {
  std::set<std::tuple<char, int, bool>> keys;
  for (const Shortcut& s : shortcuts()) {
    EXPECT_TRUE(s.act != nullptr || !s.opens.empty()) << s.keys;
    EXPECT_TRUE(s.sign == 0 || keys.emplace(s.sign, 0, false).second) << s.keys;
    EXPECT_TRUE(s.key == 0 || keys.emplace('\0', s.key, s.ctrl).second) << s.keys;
  }
}

TEST(Keys, AKeyThatIsHeldTurnsOnce) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  ImGuiIO& io = ImGui::GetIO();
  io.KeysDown['A'] = true;
  for (int i = 0; i < 61; ++i) {
    io.AddInputCharacter('a');  // as a keyboard that repeats
    hand.frames();
  }
  io.KeysDown['A'] = false;
  EXPECT_TRUE(hand.ui.choices.shown.anatomy);
}

/// A picture with what the keyboard did before it.
void picture_with(Hand& hand, KeyQueue& keys) {
  ImGuiIO& io = ImGui::GetIO();
  for (const KeyEvent& event : keys.next_picture()) {
    if (event.kind == KeyEvent::Kind::sign) {
      io.AddInputCharacter(static_cast<unsigned>(event.key));
    } else {
      io.KeysDown[event.key] = event.kind == KeyEvent::Kind::down;
      io.KeyCtrl = io.KeysDown[GLFW_KEY_LEFT_CONTROL];
    }
  }
  hand.frames();
}

void tap(KeyQueue& keys, int key, char sign) {
  keys.add({KeyEvent::Kind::down, key, 0, 0});
  if (sign != 0) keys.add({KeyEvent::Kind::sign, sign, 0, 0});
  keys.add({KeyEvent::Kind::up, key, 0, 0});
}

// Down and up again between two pictures, as at 10 pictures/s; 20 taps of one key in a row are as many.
TEST(Keys, ATapShorterThanAPictureCounts) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  ImGui::GetIO().DeltaTime = 0.1F;
  KeyQueue keys;
  tap(keys, GLFW_KEY_A, 'a');
  picture_with(hand, keys);
  EXPECT_TRUE(hand.ui.choices.shown.anatomy);
  model->playback.play(false);
  const double before = model->playback.phase();
  for (int i = 0; i < 20; ++i) tap(keys, GLFW_KEY_RIGHT, 0);
  while (!keys.empty()) picture_with(hand, keys);
  EXPECT_NEAR(model->playback.phase(), wrapped_phase(before + 0.1), 1e-12);
  model->set_number("cadence_spm", 185.0);
  keys.add({KeyEvent::Kind::down, GLFW_KEY_LEFT_CONTROL, 0, 0});
  tap(keys, GLFW_KEY_Z, 0);
  keys.add({KeyEvent::Kind::up, GLFW_KEY_LEFT_CONTROL, 0, 0});
  while (!keys.empty()) picture_with(hand, keys);
  EXPECT_FALSE(model->changed("cadence_spm")) << "undone by Ctrl + Z";
}

TEST(Keys, EscapeClosesAList) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.click("form.scenario");
  ASSERT_TRUE(hand.sees("form.scenario.easy_run"));
  hand.key(GLFW_KEY_ESCAPE);
  hand.frames(3);
  EXPECT_FALSE(hand.sees("form.scenario.easy_run"));
}

TEST(Keys, WishesAndQuit) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.letter('p');
  EXPECT_EQ(hand.ui.requests.wishes, (std::vector{Wish::export_png}));
  EXPECT_FALSE(hand.ui.requests.quit);
  hand.key(GLFW_KEY_Q, 0, true);
  EXPECT_TRUE(hand.ui.requests.quit);
}

TEST(Keys, FreezeAndSwap) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  model->set_number("cadence_spm", 185.0);
  model->settle();
  const double a = kneecap(model->a()), b = kneecap(model->b());
  ASSERT_NE(a, b);
  hand.letter('s');
  EXPECT_EQ(kneecap(model->a()), b);
  EXPECT_EQ(kneecap(model->b()), a);
  hand.letter('b');
  model->settle();
  hand.frames();
  EXPECT_EQ(kneecap(model->a()), a);
}

TEST(Keys, HelpListsEveryKeyOnceAndClosesWithEscape) {
  std::set<std::string> keys;
  for (const Shortcut& s : shortcuts()) {
    if (*s.keys == 0) continue;
    EXPECT_TRUE(keys.insert(s.keys).second) << s.keys;
  }
  EXPECT_GE(keys.size(), 24U);
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  for (const auto& [number, sign] :
       {std::pair{GLFW_KEY_F1, '\0'}, std::pair{GLFW_KEY_H, 'h'}, std::pair{GLFW_KEY_SLASH, '?'}}) {
    hand.key(number, sign);
    hand.frames(3);
    EXPECT_TRUE(hand.sees("help.close")) << number;
    hand.key(GLFW_KEY_ESCAPE);
    hand.frames(3);
    EXPECT_FALSE(hand.sees("help.close"));
  }
}

TEST(Keys, AreNotHeardWhileAValueIsTyped) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  ImGui::GetIO().KeyCtrl = true;
  ASSERT_NO_FATAL_FAILURE(hand.click("form.cadence_spm"));
  ImGui::GetIO().KeyCtrl = false;
  hand.frames(2);
  for (const char sign : std::string("185")) hand.letter(sign);
  EXPECT_FALSE(hand.ui.requests.camera.preset.has_value());
  hand.key(GLFW_KEY_ENTER);
  ImGui::GetIO().MousePos = {640.0F, 360.0F};
  hand.press(true);
  hand.press(false);
  EXPECT_DOUBLE_EQ(model->parameters().number("cadence_spm"), 185.0);
}

TEST(Keys, BehindTheFirstScreenNothingIsHeardButEscape) {
  auto model = settled();
  Hand hand(*model, 1280.0F, 720.0F);
  hand.ui.choices.show_notice = true;
  hand.frames(3);
  hand.letter('a');
  EXPECT_FALSE(hand.ui.choices.shown.anatomy);
  hand.key(GLFW_KEY_ESCAPE);
  EXPECT_FALSE(hand.ui.choices.show_notice);
}

}  // namespace
}  // namespace stridelab::view
