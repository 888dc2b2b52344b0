#include <algorithm>
#include <glm/gtc/matrix_transform.hpp>

#include "hidden_window.h"

namespace stridelab::view {
namespace {

const glm::vec4 red(0.8F, 0.1F, 0.1F, 1.0F), green(0.1F, 0.7F, 0.2F, 1.0F);
constexpr float clearly = 0.15F;  // more than light, tone and smoothing change the balance of a colour

bool is_red(const glm::vec3& c) { return c.r > c.g + clearly && c.r > c.b + clearly; }
bool is_green(const glm::vec3& c) { return c.g > c.r + clearly && c.g > c.b + clearly; }

Tube upright_tube(const glm::vec4& colour) { return {{{0.0F, 0.6F, 0.0F}, {0.0F, 1.4F, 0.0F}}, {0.1F, 0.1F}, colour}; }

using PictureOfTube = PictureTest;

TEST_F(PictureOfTube, HasItsColourAtItsPlaceAndNowhereElse) {
  DrawList list = close_view();
  const Picture empty = draw(list);
  list.tubes.push_back(upright_tube(red));
  const Picture shown = draw(list);
  EXPECT_TRUE(is_red(shown.at(80, 60)));
  EXPECT_TRUE(is_red(shown.at(76, 40)));
  // 0.1 m at 2 m are 9.7 pixels of 120 high: 20 pixels aside there is only the backdrop.
  EXPECT_EQ(shown.at(100, 60), empty.at(100, 60));
  EXPECT_EQ(shown.at(60, 60), empty.at(60, 60));
}

TEST_F(PictureOfTube, IsHiddenByABodyInFront) {
  DrawList list = close_view();
  list.tubes.push_back(upright_tube(red));
  list.solids.push_back({box(glm::vec3(0.3F)), glm::translate(glm::mat4(1.0F), {0.0F, 1.0F, 0.6F}), green});
  EXPECT_TRUE(is_green(draw(list).at(80, 60)));
}

using PictureOfStroke = PictureTest;

DrawList line_behind_body(bool on_top) {
  DrawList list = close_view();
  list.solids.push_back({box(glm::vec3(0.3F)), glm::translate(glm::mat4(1.0F), {0.0F, 1.0F, 0.0F}), green});
  Stroke stroke{{{-0.2F, 1.0F, -1.0F}, {0.2F, 1.0F, -1.0F}}, red, 8.0F};
  stroke.on_top = on_top;
  list.strokes.push_back(stroke);
  return list;
}

TEST_F(PictureOfStroke, OnTopShowsItsOwnColourThroughABody) {
  const glm::vec3 on_top = draw(line_behind_body(true)).at(80, 60);
  // Flat colours are drawn as given: 1/255 is what eight bits leave.
  EXPECT_NEAR(on_top.r, red.r, 1.0F / 255.0F);
  EXPECT_NEAR(on_top.g, red.g, 1.0F / 255.0F);
  const glm::vec3 trace = draw(line_behind_body(false)).at(80, 60);
  EXPECT_GT(trace.g, on_top.g + clearly) << "a hidden line is only a trace";
}

TEST_F(PictureOfStroke, IsAsManyPixelsWideAsTheScaleSays) {
  const auto rows = [&](float scale) {
    DrawList list = close_view();
    list.stroke_scale = scale;
    list.strokes.push_back({{{-0.5F, 1.0F, 0.0F}, {0.5F, 1.0F, 0.0F}}, red, 6.0F});
    const Picture picture = draw(list);
    int n = 0;
    for (int y = 0; y < picture.size.height; ++y) n += is_red(picture.at(80, y)) ? 1 : 0;
    return n;
  };
  EXPECT_NEAR(rows(1.0F), 6, 1);  // the rows at its edges are half covered
  EXPECT_NEAR(rows(3.0F), 18, 1);
}

using PictureOfGround = PictureTest;

TEST_F(PictureOfGround, IsNeitherSeenNorShadedWhereItIsNotShown) {
  DrawList list = close_view();
  list.camera.eye_m = {0.0F, 2.0F, 3.0F};  // looks down: the ground would fill the lower half
  const Picture empty = draw(list);
  // The backdrop is the same along a row, but for the dither against bands.
  for (int x = 1; x < empty.size.width; ++x) EXPECT_NEAR(empty.at(x, 100).g, empty.at(0, 100).g, 1.1F / 255.0F) << x;
  list.tubes.push_back(upright_tube(red));
  EXPECT_EQ(draw(list).at(20, 110), empty.at(20, 110));
  list.ground.shown = true;
  EXPECT_NE(draw(list).at(20, 110), empty.at(20, 110));
}

using PictureSlots = PictureTest;

TEST_F(PictureSlots, KeepTheirOwnPictureAndTexture) {
  DrawList main = close_view(), inset = close_view();
  main.tubes.push_back(upright_tube(red));
  inset.tubes.push_back(upright_tube(green));
  draw(main);
  draw(inset, {90, 90}, PictureSlot::inset);
  const unsigned textures[] = {renderer().texture(PictureSlot::main), renderer().texture(PictureSlot::inset)};
  EXPECT_NE(textures[0], textures[1]);
  for (int frame = 0; frame < 3; ++frame) {
    draw(main);
    const Picture small = draw(inset, {90, 90}, PictureSlot::inset);
    EXPECT_TRUE(is_green(small.at(45, 45)));
    EXPECT_TRUE(is_red(Picture({160, 120}, renderer().pixels()).at(80, 60)));
    EXPECT_EQ(renderer().texture(PictureSlot::main), textures[0]) << "made anew in frame " << frame;
    EXPECT_EQ(renderer().texture(PictureSlot::inset), textures[1]) << "made anew in frame " << frame;
  }
}

TEST_F(PictureSlots, TheSamePictureTwiceIsTheSamePixels) {
  DrawList list = line_behind_body(false);
  list.ground.shown = true;
  list.tubes.push_back(upright_tube(red));
  const Picture first = draw(list);
  draw(close_view(), {50, 40}, PictureSlot::inset);
  EXPECT_EQ(first.rgb, draw(list).rgb);
}

using PictureOfGlass = PictureTest;

TEST_F(PictureOfGlass, TintsWhatLiesJustBehindIt) {
  DrawList list = close_view();
  const auto at = [](float z) { return glm::translate(glm::mat4(1.0F), {0.0F, 1.0F, z}); };
  list.solids.push_back({box({0.3F, 0.3F, 0.01F}), at(0.0F), red});
  const glm::vec3 bare = draw(list).at(80, 60);
  list.solids.push_back({box({0.3F, 0.3F, 0.01F}), at(0.04F), glm::vec4(glm::vec3(green), 0.5F)});
  const glm::vec3 through = draw(list).at(80, 60);
  EXPECT_GT(through.g, bare.g + clearly) << "the glass is seen";
  EXPECT_GT(through.r, 0.3F) << "and what lies behind it";
  list.solids.back().world = at(-0.04F);
  EXPECT_EQ(draw(list).at(80, 60), bare) << "behind an opaque body it is not";
}

}  // namespace
}  // namespace stridelab::view
