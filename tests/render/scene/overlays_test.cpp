#include "render/scene/overlays.h"

#include <gtest/gtest.h>

#include "gait/synthesise.h"
#include "render/scene/palette.h"
#include "render/scene/picture.h"
#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

const Stride& easy() {
  static const Stride stride = *synthesise(Body{}, Form{});
  return stride;
}

const DrawnRunner& runner() {
  static const DrawnRunner drawn = drawn_runner(Body{});
  return drawn;
}

double mid_stance() { return 0.5 * easy().duty_factor(); }

TEST(ForceArrow, IsAsLongAsItsScaleSays) {
  DrawList list;
  const StrideSample sample = easy().at(mid_stance());
  add_force_arrow(list, sample, 70.0, {.n_per_cm = 25.0});
  ASSERT_EQ(list.strokes.size(), 1U);
  const Stroke& arrow = list.strokes[0];
  EXPECT_TRUE(arrow.arrow);
  EXPECT_LT(glm::distance(arrow.points_m.front(), to_glm(sample.cop_m)), 1e-6F);
  const float cm = 100.0F * glm::distance(arrow.points_m.front(), arrow.points_m.back());
  EXPECT_NEAR(25.0 * static_cast<double>(cm), sample.leg[0].grf_n.norm(), 0.5);
  EXPECT_EQ(ForceScale{}.text(), "20 N per cm");
}

TEST(ForceArrow, NamesForceAndBodyWeights) {
  StrideSample sample{};
  sample.cop_m = Vec3(0.1, 0.0, 0.05);
  sample.leg[0].grf_n = Vec3(0.0, 1373.4, 0.0);
  sample.leg[1].grf_n = Vec3::Zero();
  DrawList list;
  add_force_arrow(list, sample, 70.0);
  ASSERT_EQ(list.labels.size(), 1U);
  EXPECT_EQ(list.labels[0].text, "2.0 BW");
}

/// A runner with all that is drawn of him.
DrawList everything_of(const StrideSample& sample) {
  DrawList list;
  add_runner(list, runner(), sample);
  add_force_arrow(list, sample, runner().skeleton.mass_kg);
  add_frontal_line(list, sample, Side::right);
  add_knee_lever(list, sample, Side::right);
  return list;
}

TEST(ForceArrow, IsNotThereInFlight) {
  const StrideSample flight = easy().at(0.5 * (easy().duty_factor() + 0.5));
  DrawList list;
  add_force_arrow(list, flight, runner().skeleton.mass_kg);
  add_knee_lever(list, flight, Side::right);
  EXPECT_TRUE(list.strokes.empty());
  EXPECT_TRUE(list.labels.empty());
}

StrideSample knees(double knee_z) {
  StrideSample sample{};
  for (std::size_t side = 0; side < 2; ++side) {
    const double out = side == 0 ? 1.0 : -1.0;
    sample.leg[side].hip_m = Vec3(0.0, 0.8, 0.1 * out);
    sample.leg[side].knee_m = Vec3(0.05, 0.4, (0.1 + knee_z) * out);
    sample.leg[side].ankle_m = Vec3(0.0, 0.0, 0.1 * out);
  }
  return sample;
}

TEST(FrontalLine, NamesAKneeInwardValgusOnBothSides) {
  for (Side side : {Side::right, Side::left}) {
    DrawList in, out, straight;
    add_frontal_line(in, knees(-0.4 * std::tan(5.0 * rad_per_deg)), side);  // 5 deg above and 5 deg below
    add_frontal_line(out, knees(0.4 * std::tan(2.0 * rad_per_deg)), side);
    add_frontal_line(straight, knees(0.0), side);
    EXPECT_EQ(in.labels.at(0).text, "10\u00b0 valgus");
    EXPECT_EQ(out.labels.at(0).text, "4\u00b0 varus");
    EXPECT_EQ(straight.labels.at(0).text, "0\u00b0");
  }
}

TEST(FrontalLine, TheArcSpansTheAngleBetweenThighAndShank) {
  for (Side side : {Side::right, Side::left}) {
    DrawList list;
    const StrideSample sample = knees(-0.03);
    add_frontal_line(list, sample, side);
    const LegSample& leg = sample.leg[static_cast<std::size_t>(index(side))];
    const auto& arc = list.strokes.back().points_m;
    const auto seen = [](Vec3 v) { return to_glm(Vec3(0.0, v.y(), v.z()).normalized()); };
    const glm::vec3 knee = to_glm(leg.knee_m);
    EXPECT_LT(glm::distance(glm::normalize(arc.front() - knee), seen(leg.knee_m - leg.hip_m)), 1e-5F);
    EXPECT_LT(glm::distance(glm::normalize(arc.back() - knee), seen(leg.ankle_m - leg.knee_m)), 1e-5F);
    EXPECT_EQ(list.strokes.front().points_m.size(), 3U);
  }
}

/// Force times lever arm is the moment about the knee's axis, by the triple product.
TEST(KneeLever, TimesTheForceIsTheMomentThatBendsTheKnee) {
  for (const double share : {0.2, 0.4, 0.6, 0.8}) {
    const StrideSample sample = easy().at(share * easy().duty_factor());
    const LegSample& leg = sample.leg[0];
    const KneeLever lever = knee_lever(sample, Side::right);
    ASSERT_TRUE(lever.loaded);
    const Vec3 axis = leg.tibia.col(2);
    const Vec3 in_plane = leg.grf_n - axis * axis.dot(leg.grf_n);
    const double moment = -axis.dot((sample.cop_m - leg.knee_m).cross(leg.grf_n));
    EXPECT_NEAR(lever.arm_m * in_plane.norm(), moment, 1e-9);
    EXPECT_NEAR((lever.on_force_line_m - lever.knee_m).norm(), std::abs(lever.arm_m), 1e-12);
  }
  // In the middle of stance the force passes behind the knee: the quadriceps hold.
  EXPECT_GT(knee_lever(easy().at(mid_stance()), Side::right).arm_m, 0.02);
  EXPECT_FALSE(knee_lever(easy().at(mid_stance()), Side::left).loaded);
}

TEST(Picture, TheGhostIsTranslucentAndWithoutWords) {
  DrawList list = everything_of(easy().at(mid_stance()));
  const std::size_t strokes = list.strokes.size(), labels = list.labels.size();
  EXPECT_EQ(labels, 3U);
  add_ghost(list, runner(), easy().at(mid_stance()));
  ASSERT_EQ(list.figures.size(), 2U);
  EXPECT_FLOAT_EQ(list.figures[0].tint.a, 1.0F);
  EXPECT_LT(list.figures[1].tint.a, 0.5F);
  EXPECT_EQ(list.strokes.size(), strokes);
  EXPECT_EQ(list.labels.size(), labels);
}

TEST(Picture, AMovedSampleMovesEverythingDrawnOfIt) {
  const Vec3 by(-12.0, 0.5, 0.25);
  const StrideSample sample = easy().at(mid_stance());
  const DrawList here = everything_of(sample), there = everything_of(moved(sample, by));
  const auto expect_shifted = [&](const glm::vec3& a, const glm::vec3& b) {
    EXPECT_LT(glm::distance(a + to_glm(by), b), 1e-5F);
  };
  for (std::size_t b = 0; b < n_bones; ++b)
    expect_shifted(here.figures[0].pose.bone[b][3], there.figures[0].pose.bone[b][3]);
  for (std::size_t i = 0; i < here.strokes.size(); ++i)
    for (std::size_t k = 0; k < here.strokes[i].points_m.size(); ++k)
      expect_shifted(here.strokes[i].points_m[k], there.strokes[i].points_m[k]);
  for (std::size_t i = 0; i < here.labels.size(); ++i) {
    expect_shifted(here.labels[i].at_m, there.labels[i].at_m);
    EXPECT_EQ(here.labels[i].text, there.labels[i].text);
  }
}

}  // namespace
}  // namespace stridelab::view
