// The program as people start it: what it says and returns when there is nothing to draw with, and the picture it writes
// where there is (these need xvfb-run and are skipped without it).
#include <gtest/gtest.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

struct Ended {
  int code;
  std::string text;
};

Ended run(const std::string& command) {
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::string text;
  char buffer[4096];
  while (pipe != nullptr && ::fgets(buffer, sizeof buffer, pipe) != nullptr) text += buffer;
  const int status = ::pclose(pipe);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text};
}

const std::string program = "'" STRIDELAB_VIEW_PROGRAM "'";
const std::string on_screen = "xvfb-run -a " + program;

bool no_screen() { return run("command -v xvfb-run").code != 0; }

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("stridelab_view_" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

TEST(Program, WithoutADisplayItSaysSoAndReturns69) {
  const Ended ended = run("env -u DISPLAY -u WAYLAND_DISPLAY " + program + " --screenshot /dev/null");
  EXPECT_EQ(ended.code, 69) << ended.text;
  EXPECT_NE(ended.text.find("no display"), std::string::npos) << ended.text;
}

TEST(Program, AFaultInTheScenarioComesBeforeAnyDisplay) {
  const Ended ended = run("env -u DISPLAY " + program + " --set cadence_spm=410");
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.text.find("130 .. 220"), std::string::npos) << ended.text;
}

TEST(Program, ALostShaderIsNamedWithWhereItWasLookedFor) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Ended ended = run("STRIDELAB_SHADERS=/no/such/folder " + on_screen + " --screenshot /dev/null");
  EXPECT_EQ(ended.code, 69) << ended.text;
  EXPECT_NE(ended.text.find("/no/such/folder/"), std::string::npos) << ended.text;
}

TEST(Program, AnOldDriverIsRefused) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Ended ended = run("MESA_GL_VERSION_OVERRIDE=2.1 " + on_screen + " --screenshot /dev/null");
  EXPECT_EQ(ended.code, 69) << ended.text;
  EXPECT_NE(ended.text.find("3.3"), std::string::npos) << ended.text;
}

TEST(Program, WritesAPictureOfTheSizeThatWasAskedFor) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Folder folder;
  const Ended ended = run(on_screen + " --size 301x203 --at-s 0.1 --screenshot " + folder.file("p.png"));
  ASSERT_EQ(ended.code, 0) << ended.text;
  std::ifstream png(folder.file("p.png"), std::ios::binary);
  unsigned char head[24] = {};
  png.read(reinterpret_cast<char*>(head), sizeof head);
  EXPECT_EQ(head[1], 'P');
  EXPECT_EQ(head[18] * 256 + head[19], 301);  // the header holds width and height as big-endian numbers
  EXPECT_EQ(head[22] * 256 + head[23], 203);
  EXPECT_GT(fs::file_size(folder.file("p.png")), 5000U);  // a picture of one colour would be a few hundred bytes
}

TEST(Program, APictureThatCannotBeWrittenReturns4) {
  if (no_screen()) GTEST_SKIP() << "needs xvfb-run";
  const Ended ended = run(on_screen + " --size 64x64 --screenshot /no/such/folder/p.png");
  EXPECT_EQ(ended.code, 4) << ended.text;
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Two equal calls draw the same picture; another form and another panel each draw a different one.
TEST(Program, APictureWithPanelsFollowsFormAndPanel) {
  if (no_screen()) GTEST_SKIP() << "xvfb-run is not installed";
  const Folder folder;
  const auto picture = [&](const std::string& name, const std::string& more) {
    const Ended ended = run(on_screen + " --size 960x600 --at-s 0.1 --screenshot '" + folder.file(name) + "' " + more);
    EXPECT_EQ(ended.code, 0) << ended.text;
    return bytes_of(folder.file(name));
  };
  const std::string easy = picture("easy.png", "--panel trade-off");
  EXPECT_GT(easy.size(), 10000U);
  EXPECT_EQ(picture("again.png", "--panel trade-off"), easy);
  EXPECT_NE(picture("quick.png", "--panel trade-off --set cadence_percent=10"), easy);
  EXPECT_NE(picture("map.png", "--panel knee-map"), easy);
  EXPECT_EQ(run(program + " --panel nonsense").code, 64);
}

}  // namespace
}  // namespace stridelab::view
