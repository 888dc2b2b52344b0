#include "render/app/settings.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <random>
#include <sstream>

#include "render/app/picture_choice_names.h"
#include "render/app/program.h"

namespace stridelab::view {
namespace {

/// Every value another than at first.
ViewSettings unusual() {
  ViewSettings s;
  s.window = {-40, 12, 1600, 900, true};
  s.panel = "knee-map";
  s.camera = CameraPreset::back;
  s.source = Source::live;
  s.rate = 0.05;
  s.units = Units::imperial;
  s.recent = {"/home/anna/a.toml", "b \"c\".toml"};
  s.notice_seen = true;
  for (const PictureChoiceName& known : picture_choice_names) s.shown.*known.choice = !(s.shown.*known.choice);
  return s;
}

TEST(Settings, ReadBackAsTheyWereWritten) {
  for (const ViewSettings& settings : {ViewSettings{}, unusual()}) {
    Diagnostics left_out;
    const auto read = parse_settings(settings_text(settings), "view.toml", left_out);
    ASSERT_TRUE(read) << to_text(read.error());
    EXPECT_EQ(*read, settings);
    EXPECT_TRUE(left_out.empty()) << to_text(left_out);
  }
}

// A switch that is added to the picture has to be remembered too: the struct is nothing but switches.
TEST(Settings, EverySwitchOfThePictureHasAName) { EXPECT_EQ(picture_choice_names.size(), sizeof(PictureChoices)); }

TEST(Settings, EveryFaultIsNamedWithItsPlace) {
  Diagnostics left_out;
  const auto read =
      parse_settings("rate = 7\ncamera = \"above\"\n[picture]\nghosts = true\nforce = 1\n", "view.toml", left_out);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, ViewSettings{});
  const std::string text = to_text(left_out);
  EXPECT_EQ(left_out.size(), 4U) << text;
  for (const char* place : {"view.toml:1:", "view.toml:2:", "view.toml:4:", "view.toml:5:", "0.05 .. 1", "ghosts"})
    EXPECT_NE(text.find(place), std::string::npos) << place << "\n" << text;
}

// A newer version has a setting, a switch and a camera that this one does not know.
TEST(Settings, OfANewerVersionLoseOnlyWhatIsNew) {
  Diagnostics left_out;
  const auto read = parse_settings(
      "notice_seen = true\nnew_thing = 5\ncamera = \"drone\"\nrate = 0.5\n[picture]\nnew_switch = true\n", "view.toml",
      left_out);
  ASSERT_TRUE(read);
  ViewSettings expected;
  expected.notice_seen = true;
  expected.rate = 0.5;
  EXPECT_EQ(*read, expected);
  EXPECT_EQ(left_out.size(), 3U) << to_text(left_out);
}

TEST(Settings, NoTextBreaksTheReader) {
  std::mt19937 random(11);
  const std::string whole = settings_text(unusual());
  for (int i = 0; i < 2000; ++i) {
    std::string text = whole;
    for (int k = 0; k < 3; ++k) text[random() % text.size()] = static_cast<char>(random());
    Diagnostics left_out;
    const auto read = parse_settings(text.substr(0, random() % text.size()), "view.toml", left_out);
    EXPECT_TRUE(read || !read.error().empty());
  }
}

TEST(Settings, WithoutAFileTheDefaultsHoldInSilence) {
  std::ostringstream err;
  const Folder folder;
  EXPECT_EQ(read_settings(folder.file("none.toml"), err), ViewSettings{});
  EXPECT_TRUE(err.str().empty());
}

TEST(Settings, ABrokenFileIsKeptAsideAndSaidSo) {
  const Folder folder;
  const std::string file = folder.file("view.toml");
  std::ofstream(file) << "panel = [";
  std::ostringstream err;
  EXPECT_EQ(read_settings(file, err), ViewSettings{});
  EXPECT_NE(err.str().find("view.toml.bak"), std::string::npos) << err.str();
  EXPECT_EQ(bytes_of(file + ".bak"), "panel = [");
  ASSERT_TRUE(write_settings(file, unusual()));
  EXPECT_EQ(read_settings(file, err), unusual());
}

TEST(Settings, LieWhereTheDesktopKeepsThem) {
  const char* before = ::getenv("XDG_CONFIG_HOME");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("XDG_CONFIG_HOME", "/somewhere", 1);
  EXPECT_EQ(settings_file(), "/somewhere/stridelab/view.toml");
  ::setenv("XDG_CONFIG_HOME", "relative", 1);
  ::setenv("HOME", "/home/runner", 1);
  EXPECT_EQ(settings_file(), "/home/runner/.config/stridelab/view.toml");
  before == nullptr ? ::unsetenv("XDG_CONFIG_HOME") : ::setenv("XDG_CONFIG_HOME", kept.c_str(), 1);
}

// A window of 2500 x 2500 on a screen of 1280 x 1024 had no edge that could be reached.
TEST(WindowPlace, FitsTheScreenItIsPutOn) {
  const WorkArea screen{0, 24, 1280, 1000};
  EXPECT_EQ(fitted({10, 30, 2500, 2500, false}, screen), (WindowPlace{0, 24, 1280, 1000, false}));
  EXPECT_EQ(fitted({-900, 30, 1500, 700, true}, screen), (WindowPlace{0, 30, 1280, 700, true}));
  EXPECT_EQ(fitted({1000, 500, 900, 600, false}, screen), (WindowPlace{1000, 500, 900, 600, false})) << "it fits";
  EXPECT_EQ(fitted({5, 50, 16, 16, false}, screen), (WindowPlace{5, 50, 640, 360, false}));
  EXPECT_EQ(fitted({5, 50, 900, 600, false}, {}), (WindowPlace{5, 50, 900, 600, false})) << "no screen is known";
}

}  // namespace
}  // namespace stridelab::view
