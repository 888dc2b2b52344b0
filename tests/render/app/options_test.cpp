#include "render/app/options.h"

#include <gtest/gtest.h>

#include "render/ui/panel_table.h"

namespace stridelab::view {
namespace {

tl::expected<Options, NoOptions> read(const std::vector<std::string>& arguments) { return read_options(arguments); }

TEST(Options, NothingGivenIsTheEasyRunInAWindow) {
  const auto options = read({});
  ASSERT_TRUE(options);
  EXPECT_TRUE(options->scenario.empty());
  EXPECT_TRUE(options->screenshot.empty());
  EXPECT_EQ(options->picture_size(), (PictureSize{1280, 720}));
  EXPECT_FALSE(options->headless());
}

TEST(Options, EverythingGiven) {
  const auto options = read({"--set", "cadence_percent=10", "a.toml", "--size", "1920x1080", "--screenshot", "p.png",
                             "--at-s", "0.25", "--camera", "knee", "--set", "mass_kg=60"});
  ASSERT_TRUE(options) << options.error().message;
  EXPECT_EQ(options->scenario, "a.toml");
  EXPECT_EQ(options->overrides, (std::vector<std::string>{"cadence_percent=10", "mass_kg=60"}));
  EXPECT_EQ(options->size, (PictureSize{1920, 1080}));
  EXPECT_EQ(options->at_s, 0.25);
  EXPECT_EQ(options->camera, CameraPreset::knee);
}

TEST(Options, SizesThatAreNone) {
  for (const char* size : {"1280", "1280x", "x720", "0x0", "-5x100", "1280x720x3", "99999x720", "12.5x100", "axb"}) {
    const auto options = read({"--size", size});
    ASSERT_FALSE(options) << size;
    EXPECT_EQ(options.error().exit_code, 64);
    EXPECT_NE(options.error().message.find(size), std::string::npos) << options.error().message;
  }
}

// Each wrong value is answered with the value itself and something that would have been right.
TEST(Options, WrongValuesSayWhatWouldBeRight) {
  struct Wrong {
    std::vector<std::string> arguments;
    const char* right;
  };
  for (const Wrong& wrong : std::vector<Wrong>{{{"--camera", "above"}, "side, front, back or knee"},
                                               {{"--panel", "knees"}, "knee-map"},
                                               {{"--show", "force,bones"}, "anatomy"},
                                               {{"--hide", "force,"}, "anatomy"},
                                               {{"--at-s", "nan"}, "3600"},
                                               {{"--at-s", "1e9"}, "3600"},
                                               {{"--duration-s", "0"}, "600"},
                                               {{"--fps", "30fps"}, "240"},
                                               {{"--at", "noon"}, "peak-load"},
                                               {{"--rate", "2"}, "0.05 .. 1"},
                                               {{"--scale", "9"}, "0.5 .. 4"},
                                               {{"--record", "run.avi"}, "run.mp4"},
                                               {{"--record", "a%d%d.png"}, "%05d.png"},
                                               {{"--screenshot", ""}, "PNG"}}) {
    const auto options = read(wrong.arguments);
    ASSERT_FALSE(options) << wrong.arguments[0];
    EXPECT_EQ(options.error().exit_code, 64);
    const std::string& said = options.error().message;
    EXPECT_NE(said.find(wrong.right), std::string::npos) << said;
    EXPECT_EQ(said.find("error:", 1), std::string::npos) << "one message: " << said;
  }
}

TEST(Options, ContradictionsAreUsageErrors) {
  EXPECT_EQ(read({"--screenshot", "a.png", "--record", "b/"}).error().exit_code, 64);
  EXPECT_EQ(read({"--live", "--at-s", "-1"}).error().exit_code, 64);
  EXPECT_EQ(read({"--no-such-option"}).error().exit_code, 64);
}

TEST(Options, TheLastWordOnASwitchHolds) {
  const auto options = read({"--show", "anatomy,dark", "--hide", "anatomy", "--hide", "ghost"});
  ASSERT_TRUE(options) << options.error().message;
  const PictureChoices shown = with_changes({}, *options);
  EXPECT_FALSE(shown.anatomy);
  EXPECT_TRUE(shown.dark);
  EXPECT_FALSE(shown.ghost);
  EXPECT_TRUE(shown.force);  // not spoken of
}

TEST(Options, HelpNamesEveryOption) {
  const auto help = read({"--help"});
  ASSERT_FALSE(help);
  EXPECT_EQ(help.error().exit_code, 0);
  for (const char* name :
       {"--set",        "--screenshot", "--record", "--duration-s", "--fps",   "--rate",    "--frame-times",
        "--start-time", "--size",       "--scale",  "--at-s",       "--panel", "--camera",  "--show",
        "--hide",       "--anatomy",    "--dark",   "--ghost",      "--live",  "--samples", "--no-settings"})
    EXPECT_NE(help.error().message.find(name), std::string::npos) << name;
  for (const PanelRow& row : panel_table())
    EXPECT_NE(help.error().message.find(row.name), std::string::npos) << row.name;
}

}  // namespace
}  // namespace stridelab::view
