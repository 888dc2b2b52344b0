#include "render/ui/plot.h"

#include <gtest/gtest.h>

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
