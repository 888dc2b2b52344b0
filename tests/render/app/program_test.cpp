// The program as people start it: what it says and returns when there is nothing to draw with, and the pictures it writes
// where there is (these need xvfb-run and are skipped without it).
#include "render/app/program.h"

#include <gtest/gtest.h>

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

/// Width and height in the header of a PNG, where they are big-endian numbers; none: 0 x 0.
std::pair<int, int> size_of_png(const std::string& bytes) {
  if (bytes.size() < 24 || bytes.substr(1, 3) != "PNG") return {0, 0};
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  return {number(16), number(20)};
}

constexpr std::size_t more_than_one_colour = 5000;  // bytes: a plain picture of these sizes packs into a few hundred

TEST(Program, WithoutADisplayItSaysSoAndReturns69) {
  const std::string blind = "env -u DISPLAY -u WAYLAND_DISPLAY " + program();
  for (const char* task : {" --screenshot /dev/null", " --no-settings", " --record /tmp/none/"}) {
    const Ended ended = run(blind + task);
    EXPECT_EQ(ended.code, 69) << task << ended.text;
    EXPECT_NE(ended.text.find("no display"), std::string::npos) << ended.text;
  }
}

TEST(Program, AFaultInTheScenarioComesBeforeAnyDisplay) {
  const Ended ended = run("env -u DISPLAY " + program() + " --set cadence_spm=410");
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.text.find("130 .. 220"), std::string::npos) << ended.text;
}

TEST(Program, AFormThatCannotBeRunReturns3) {
  const Ended ended = run("env -u DISPLAY " + program() +
                          " --set speed_m_s=6 --set cadence_spm=161 --set slope_percent=-20 --screenshot x.png");
  EXPECT_EQ(ended.code, 3) << ended.text;
}

// Without a display these would end with 69: what a picture would cost is said before anything is computed or drawn.
TEST(Program, APictureReplacesNothingThatIsRead) {
  const Folder folder;
  const std::string scenario = folder.file("a.png"), link = folder.file("b.png"), film = folder.file("c.mp4");
  run("printf '[form]\nspeed_m_s = 3\n' > '" + scenario + "'; ln -s a.png '" + link + "'");
  const std::string before = bytes_of(scenario);
  const std::string blind = "env -u DISPLAY -u WAYLAND_DISPLAY " + program() + " '" + scenario + "'";
  for (const std::string& target : {scenario, link, folder.file("./a.png")}) {
    const Ended ended = run(blind + " --screenshot '" + target + "'");
    EXPECT_EQ(ended.code, 64) << target << ended.text;
    EXPECT_NE(ended.text.find("is a file that the view reads"), std::string::npos) << ended.text;
  }
  EXPECT_EQ(run(blind + " --record '" + folder.file("%d.png") + "' --duration-s 1").code, 69);
  run("mv '" + scenario + "' '" + folder.file("00002.png") + "'");
  const std::string picture_of_a_series = "env -u DISPLAY -u WAYLAND_DISPLAY " + program() + " '" +
                                          folder.file("00002.png") + "' --record '" + folder.path().string() + "/'";
  EXPECT_EQ(run(picture_of_a_series).code, 64);
  EXPECT_EQ(bytes_of(folder.file("00002.png")), before);
  EXPECT_EQ(files_in(folder.path()), 2U);
}

TEST(Program, APictureGoesWhereOneCanBe) {
  const Folder folder;
  const std::string blind = "env -u DISPLAY -u WAYLAND_DISPLAY " + program();
  EXPECT_EQ(run(blind + " --screenshot '" + folder.file("a.jpg") + "'").code, 64);
  EXPECT_EQ(run(blind + " --screenshot '" + folder.path().string() + "'").code, 4);
  EXPECT_EQ(run(blind + " --screenshot '" + folder.file("none/a.png") + "'").code, 4);
  EXPECT_EQ(run("mkfifo '" + folder.file("c.mp4") + "'; " + blind + " --record '" + folder.file("c.mp4") + "'").code,
            4);
  EXPECT_EQ(run("env PATH=/no/such/folder " + program() + " --record '" + folder.file("d.mp4") + "'").code, 4);
}

TEST(Program, ALostShaderIsNamedWithWhereItWasLookedFor) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Ended ended = run_on_screen("--screenshot /dev/null", "env STRIDELAB_SHADERS=/no/such/folder");
  EXPECT_EQ(ended.code, 69) << ended.text;
  EXPECT_NE(ended.text.find("/no/such/folder/"), std::string::npos) << ended.text;
}

TEST(Program, AnOldDriverIsRefused) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Ended ended = run_on_screen("--screenshot /dev/null", "env MESA_GL_VERSION_OVERRIDE=2.1");
  EXPECT_EQ(ended.code, 69) << ended.text;
  EXPECT_NE(ended.text.find("3.3"), std::string::npos) << ended.text;
}

TEST(Program, EveryKindOfPictureHasItsSizeAndContent) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Folder folder;
  const std::string file = folder.file("p.png");
  for (const char* kind : {"", "--camera front", "--camera back --dark", "--camera knee", "--anatomy", "--live",
                           "--panel trade-off", "--panel knee-map --show anatomy", "--panel compare --scale 2",
                           "--panel about --live", "--hide force,labels"}) {
    const Ended ended = run_on_screen("--size 601x403 --at-s 0.1 --screenshot '" + file + "' " + kind);
    ASSERT_EQ(ended.code, 0) << kind << ended.text;
    const std::string bytes = bytes_of(file);
    EXPECT_EQ(size_of_png(bytes), std::pair(601, 403)) << kind;
    EXPECT_GT(bytes.size(), more_than_one_colour) << kind;
    fs::remove(file);
  }
}

TEST(Program, APictureThatCannotBeWrittenReturns4) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Ended ended = run_on_screen("--size 64x64 --screenshot /no/such/folder/p.png");
  EXPECT_EQ(ended.code, 4) << ended.text;
}

// Two equal calls draw the same picture, the forward run and its threads included; another form, another panel and
// another instant each draw a different one. Settings of a window, even odd ones, change nothing.
TEST(Program, APictureDependsOnWhatWasAskedAlone) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Folder folder;
  const auto picture = [&](const std::string& more, const std::string& before = "") {
    const std::string file = folder.file("p.png");
    const Ended ended = run_on_screen("--size 960x600 --screenshot '" + file + "' " + more, before);
    EXPECT_EQ(ended.code, 0) << ended.text;
    return bytes_of(file);
  };
  const std::string easy = picture("--panel trade-off --at-s 0.1");
  EXPECT_EQ(picture("--panel trade-off --at-s 0.1"), easy);
  EXPECT_NE(picture("--panel trade-off --at-s 0.1 --set cadence_percent=10"), easy);
  EXPECT_NE(picture("--panel knee-map --at-s 0.1"), easy);
  EXPECT_NE(picture("--panel trade-off --at-s 0.15"), easy);
  const std::string live = picture("--panel trade-off --live --at-s 1.1");
  EXPECT_EQ(picture("--panel trade-off --live --at-s 1.1"), live);
  fs::create_directories(folder.path() / "stridelab");
  run("printf 'panel = \"about\"\\n' > " + folder.file("stridelab/view.toml"));
  EXPECT_EQ(picture("--panel trade-off --at-s 0.1", "env XDG_CONFIG_HOME='" + folder.path().string() + "'"), easy);
}

TEST(Program, ARecordHasAsManyPicturesAsItsLengthAsks) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Folder folder;
  const std::string frames = folder.file("frames/");
  const std::string size = " --size 200x150 --duration-s 0.5 --fps 10";
  ASSERT_EQ(run_on_screen("--record '" + frames + "'" + size).code, 0);
  EXPECT_EQ(files_in(frames), 5U);
  EXPECT_NE(bytes_of(frames + "00000.png"), bytes_of(frames + "00001.png"));  // somebody runs
  const std::string panels = folder.file("with/run_%03d.png");
  ASSERT_EQ(run_on_screen("--live --panel compare --record '" + panels + "'" + size).code, 0);
  EXPECT_EQ(files_in(folder.path() / "with"), 5U);
  EXPECT_TRUE(fs::exists(folder.path() / "with/run_004.png"));
}

TEST(Program, WithoutFfmpegAFilmNamesThePackageAndLeavesNothing) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Folder folder;
  const Ended ended = run_on_screen("--record '" + folder.file("a.mp4") + "'", "env PATH=/no/such/folder");
  EXPECT_EQ(ended.code, 4) << ended.text;
  EXPECT_NE(ended.text.find("package ffmpeg"), std::string::npos) << ended.text;
  EXPECT_EQ(files_in(folder.path()), 0U);
}

// In the foreground, timeout sends its signal once; a second one would end the program at once, as it should.
// A window keeps what it was when it is asked to end, and a later one is opened with it.
TEST(Program, AWindowKeepsItsSettings) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Folder folder;
  const std::string here = "env XDG_CONFIG_HOME='" + folder.path().string() + "' timeout --foreground -s INT 6";
  const fs::path file = folder.path() / "stridelab/view.toml";
  const Ended first = run_on_screen("--size 900x500 --panel about --camera back --hide ghost", here);
  EXPECT_EQ(first.code, 124) << first.text;  // of timeout: it had to ask
  const std::string kept = bytes_of(file);
  for (const char* line : {"panel = \"about\"", "camera = \"back\"", "ghost = false", "width = 900", "height = 500"})
    EXPECT_NE(kept.find(line), std::string::npos) << line << "\n" << kept;
  run_on_screen("", here);
  EXPECT_EQ(bytes_of(file), kept);
}

TEST(Program, BrokenSettingsAreNamedAndKeptAside) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Folder folder;
  fs::create_directories(folder.path() / "stridelab");
  const std::string file = folder.file("stridelab/view.toml");
  run("printf 'camera = \\n' > '" + file + "'");
  const Ended ended =
      run_on_screen("", "env XDG_CONFIG_HOME='" + folder.path().string() + "' timeout --foreground -s INT 6");
  EXPECT_EQ(ended.code, 124) << ended.text;
  EXPECT_NE(ended.text.find("view.toml:1:"), std::string::npos) << ended.text;
  EXPECT_EQ(bytes_of(file + ".bak"), "camera = \n");
  EXPECT_NE(bytes_of(file).find("camera = \"side\""), std::string::npos);
}

}  // namespace
}  // namespace stridelab::view
