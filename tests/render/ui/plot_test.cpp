#include "render/ui/plot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace stridelab::view {
namespace {

TEST(Plot, TheAxisHoldsAllValuesAndZero) {
  const std::vector<double> a{2.0, 7.3, 4.0}, b{-1.2, 3.0, std::nan("")};
  const Axis axis = axis_of({{&a, 0, 1.0F, "A"}, {&b, 0, 1.0F, "B"}, {nullptr, 0, 1.0F, "none"}});
  EXPECT_LE(axis.lo, -1.2);
  EXPECT_GE(axis.hi, 7.3);
  EXPECT_EQ(axis.mark, 2.0);
  const Axis positive = axis_of({{&a, 0, 1.0F, "A"}});
  EXPECT_EQ(positive.lo, 0.0);
}

TEST(Plot, ValuesThatAreNotShownDoNotStretchTheAxis) {
  const std::vector<double> a{1.0, 2.0, 500.0};
  EXPECT_LT(axis_of({{&a, 0, 1.0F, "A", 60.0}}).hi, 3.0);
}

TEST(Plot, NothingToShowIsStillAnAxis) {
  const std::vector<double> flat(101, 0.0);
  const Axis axis = axis_of({{&flat, 0, 1.0F, "A"}});
  EXPECT_GT(axis.hi, axis.lo);
  EXPECT_GT(axis.mark, 0.0);
}

TEST(Plot, TheAxisHoldsTheBand) {
  const MeasuredBand band{3.5, {0.0, 50.0}, {1.0, 4.0}, {2.0, 5.0}};
  const Axis axis = axis_of({}, &band);
  EXPECT_LE(axis.lo, -1.0);
  EXPECT_GE(axis.hi, 9.0);
}

TEST(Plot, MarksAreOnTheAxisEvenAndNotTooMany) {
  for (const Axis& axis :
       {Axis{0.0, 6.5, 2.0}, Axis{-3.5, 0.0, 1.0}, Axis{-52.0, 61.0, 20.0}, Axis{0.0, 0.013, 0.002}}) {
    for (int most = 1; most <= 8; ++most) {
      const std::vector<double> marks = marks_of(axis, most);
      ASSERT_FALSE(marks.empty());
      EXPECT_LE(static_cast<int>(marks.size()), most);
      EXPECT_GE(marks.front(), axis.lo - 1e-12);
      EXPECT_LE(marks.back(), axis.hi + 1e-12);
      EXPECT_NE(std::find_if(marks.begin(), marks.end(), [](double m) { return std::abs(m) < 1e-12; }), marks.end());
      for (std::size_t i = 2; i < marks.size(); ++i)
        EXPECT_NEAR(marks[i] - marks[i - 1], marks[1] - marks[0], 1e-9 * axis.mark);
    }
  }
  EXPECT_EQ(marks_of({0.0, 6.5, 2.0}, 4), (std::vector<double>{0.0, 2.0, 4.0, 6.0}));
}

TEST(Plot, ValuesAreReadStraightBetweenSamples) {
  const std::vector<double> ramp{0.0, 10.0, 40.0};
  EXPECT_DOUBLE_EQ(value_at(ramp, 0.0), 0.0);
  EXPECT_DOUBLE_EQ(value_at(ramp, 25.0), 5.0);
  EXPECT_DOUBLE_EQ(value_at(ramp, 75.0), 25.0);
  EXPECT_DOUBLE_EQ(value_at(ramp, 100.0), 40.0);
  EXPECT_DOUBLE_EQ(value_at(ramp, 250.0), 40.0);
}

}  // namespace
}  // namespace stridelab::view
