#include "render/app/options.h"

#include <gtest/gtest.h>

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

TEST(Options, WrongWordsAreUsageErrors) {
  EXPECT_EQ(read({"--camera", "above"}).error().exit_code, 64);
  EXPECT_EQ(read({"--at-s", "nan"}).error().exit_code, 64);
  EXPECT_EQ(read({"--no-such-option"}).error().exit_code, 64);
  EXPECT_EQ(read({"--help"}).error().exit_code, 0);
}

}  // namespace
}  // namespace stridelab::view
