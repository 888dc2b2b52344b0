// The words of the close-up in the small square that the window gives it.
#include <gtest/gtest.h>

#include "loads/joint_moments.h"
#include "render/gl/projection.h"
#include "render/scene/knee_close_up.h"
#include "render/ui/overlay.h"

namespace stridelab::view {
namespace {

/// A knee that is bent and pressed as a runner's in the middle of stance.
DrawList pressed_knee(double bent_deg, double force_n) {
  static const KneeCloseUp knee = knee_close_up(Body{});
  StrideSample sample{};
  sample.q_rad.setZero();
  sample.q_rad[leg_coordinate(knee_angle_r, Side::right)] = bent_deg * rad_per_deg;
  LegValues values;
  values[quantity("contact_band")] = 0.45;
  values[quantity("pfj_contact_area_mm2")] = 500.0;
  values[quantity("pfj_force_n")] = force_n;
  values[quantity("pfj_lateral_stress_mpa")] = 7.0;
  values[quantity("pfj_medial_stress_mpa")] = 6.0;
  return close_up_picture(knee, sample, values, Side::right, 1.0F);
}

/// Which of the words find room in a square of so many pixels.
std::vector<std::string> written(const DrawList& list, int side) {
  // Letters of the close-up are about 11 pixels high: 6 pixels to a letter, and a chip around them.
  constexpr float letter = 6.0F, height = 14.0F, around = 6.0F, edge = 4.0F;
  const PictureSize size{side, side};
  const glm::mat4 to_clip = world_to_clip(list, size);
  std::vector<glm::vec2> at, sizes;
  for (const Label& label : list.labels) {
    at.push_back(pixel_of(label.at_m, to_clip, size).value());
    sizes.emplace_back(letter * static_cast<float>(label.text.size()) + around, height);
  }
  const auto far = static_cast<float>(side) - edge;
  const auto places = lay_captions(at, sizes, {edge, edge, far, far}, {});
  std::vector<std::string> words;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i]) words.push_back(list.labels[i].text);
  return words;
}

TEST(CloseUpLabels, AllFindRoomInASmallInset) {
  for (const int side : {170, 195, 260, 420})
    for (const auto& [bent_deg, force_n] : {std::pair{20.0, 1500.0}, std::pair{41.0, 4300.0}, std::pair{48.0, 7000.0}})
      EXPECT_EQ(written(pressed_knee(bent_deg, force_n), side).size(), 5U) << side << " px, " << bent_deg << " deg";
}

// Where there is no room for all, what is pressed and how hard stays.
TEST(CloseUpLabels, TheLeastImportantGoFirst) {
  const auto words = written(pressed_knee(41.0, 4300.0), 130);
  EXPECT_LT(words.size(), 5U);
  ASSERT_FALSE(words.empty());
  EXPECT_EQ(words.front(), "kneecap from behind");
}

}  // namespace
}  // namespace stridelab::view
