#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "hidden_window.h"

namespace stridelab::view {
namespace {

namespace fs = std::filesystem;

/// A copy of the shaders that a test may spoil, found first by the renderer for as long as it lives.
class SpoiledShaders {
 public:
  SpoiledShaders()
      : folder_(fs::path(testing::TempDir()) / ("stridelab_spoiled_shaders_" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::copy(fs::path(STRIDELAB_SOURCE_DIR) / "shaders", folder_);
    setenv("STRIDELAB_SHADERS", folder_.c_str(), 1);
  }
  ~SpoiledShaders() {
    unsetenv("STRIDELAB_SHADERS");
    fs::remove_all(folder_);
  }
  SpoiledShaders(const SpoiledShaders&) = delete;
  SpoiledShaders& operator=(const SpoiledShaders&) = delete;
  [[nodiscard]] fs::path operator/(const char* name) const { return folder_ / name; }

 private:
  fs::path folder_;
};

using RendererFault = PictureTest;

TEST_F(RendererFault, LostShaderIsNamedWithWhereItWasLookedFor) {
  const SpoiledShaders shaders;
  fs::remove(shaders / "tube.frag");
  const auto made = Renderer::make();
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().file, "shaders/tube.frag");
  EXPECT_NE(made.error().help.find((shaders / "tube.frag").string()), std::string::npos) << made.error().help;
}

TEST_F(RendererFault, EmptyShaderIsNamed) {
  const SpoiledShaders shaders;
  std::ofstream(shaders / "sky.frag", std::ios::trunc).close();
  const auto made = Renderer::make();
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().file, "shaders/sky.frag");
}

TEST_F(RendererFault, MistakeInAShaderIsNamedWithItsLine) {
  const SpoiledShaders shaders;
  std::ofstream(shaders / "flat.frag", std::ios::trunc)
      << "out vec4 colour;\n\nvoid main() { colour = no_such_name; }\n";
  const auto made = Renderer::make();
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().file, "shaders/flat.frag");
  EXPECT_EQ(made.error().line, 3) << to_text(made.error());
  EXPECT_NE(made.error().message.find("no_such_name"), std::string::npos) << made.error().message;
}

TEST_F(RendererFault, EmptySizesDrawNothing) {
  const DrawList list = close_view();
  for (const PictureSize size : {PictureSize{0, 0}, {0, 100}, {100, 0}, {-5, 10}})
    EXPECT_TRUE(renderer().draw(list, look, size)) << size.width << " x " << size.height;
  EXPECT_EQ(renderer().texture(), 0U);
  EXPECT_TRUE(renderer().pixels().empty());
}

TEST_F(RendererFault, SizesBeyondTheDriverAreNamedAndTheNextPictureIsDrawn) {
  DrawList list = close_view();
  const auto huge = renderer().draw(list, look, {1 << 20, 64});
  ASSERT_FALSE(huge);
  EXPECT_NE(huge.error().message.find("1048576 x 64"), std::string::npos) << huge.error().message;
  // Within what a driver names as its limit, but not within any memory.
  const auto large = renderer().draw(list, look, {16384, 16384});
  ASSERT_FALSE(large);
  EXPECT_NE(large.error().message.find("too large"), std::string::npos) << large.error().message;
  EXPECT_EQ(draw(list).rgb.size(), 160U * 120U * 3U);
}

}  // namespace
}  // namespace stridelab::view
