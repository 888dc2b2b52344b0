#include "validation/agreement_statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace stridelab {
namespace {

using List = std::vector<double>;

// Sums of small whole numbers: what is left is rounding.
constexpr double rounding = 1e-12;

const List ramp = {1.0, 2.0, 3.0, 4.0};

TEST(AgreementStatistics, ALineIsFoundAsItWasDrawn) {
  const auto line = least_squares_line(ramp, List{1.5, 2.0, 2.5, 3.0});
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->slope, 0.5, rounding);
  EXPECT_NEAR(line->intercept, 1.0, rounding);
}

// x = -1, 0, 1 and y = -1, 2, 2: sum xy = 3, sum xx = 2, mean y = 1. The line of x on y would have the slope 2.
TEST(AgreementStatistics, LeastSquaresIsInY) {
  const auto line = least_squares_line(List{-1.0, 0.0, 1.0}, List{-1.0, 2.0, 2.0});
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->slope, 1.5, rounding);
  EXPECT_NEAR(line->intercept, 1.0, rounding);
}

TEST(AgreementStatistics, CorrelationKnowsDirectionAndScatter) {
  EXPECT_NEAR(*correlation(ramp, List{-2.0, -4.0, -6.0, -8.0}), -1.0, rounding);
  EXPECT_NEAR(*correlation(List{-1.0, 0.0, 1.0}, List{-1.0, 2.0, 2.0}), 3.0 / std::sqrt(12.0), rounding);
  EXPECT_NEAR(*correlation(List{-1.0, 0.0, 1.0}, List{1.0, 0.0, 1.0}), 0.0, rounding);
}

TEST(AgreementStatistics, ReducedAxisIsTheRatioOfSpreadsWithTheSignOfTheCorrelation) {
  EXPECT_NEAR(*reduced_major_axis_slope(ramp, List{3.0, 2.5, 2.0, 1.5}), -0.5, rounding);
  // Sums of squares 2 and 6: the slope is sqrt(3), above the 1.5 of least squares because of the scatter.
  EXPECT_NEAR(*reduced_major_axis_slope(List{-1.0, 0.0, 1.0}, List{-1.0, 2.0, 2.0}), std::sqrt(3.0), rounding);
}

TEST(AgreementStatistics, ConcordanceFallsForScaleAndForShift) {
  EXPECT_NEAR(*concordance(ramp, ramp), 1.0, rounding);
  EXPECT_NEAR(*concordance(ramp, List{4.0, 3.0, 2.0, 1.0}), -1.0, rounding);
  // Variance 5/4 of both, shift 1: 2 (5/4) / (5/4 + 5/4 + 1).
  EXPECT_NEAR(*concordance(ramp, List{2.0, 3.0, 4.0, 5.0}), 2.5 / 3.5, rounding);
  // Twice the values: covariance 5/2, variances 5/4 and 5, means 2.5 apart.
  EXPECT_NEAR(*concordance(ramp, List{2.0, 4.0, 6.0, 8.0}), 5.0 / (1.25 + 5.0 + 6.25), rounding);
}

TEST(AgreementStatistics, MedianRatioIsTheMiddleOne) {
  EXPECT_NEAR(*median_ratio(List{1.0, -2.0, 10.0}, List{0.5, -4.0, 10.0}), 1.0, rounding);
  EXPECT_NEAR(*median_ratio(List{1.0, 1.0, 1.0, 1.0}, List{9.0, 0.5, 1.0, -3.0}), 0.75, rounding);
  EXPECT_NEAR(*median_ratio(List{0.0, 2.0}, List{5.0, 1.0}), 0.5, rounding) << "nothing can be divided by zero";
}

TEST(AgreementStatistics, TooLittleToSayHasNoAnswer) {
  const List none, one = {1.0}, flat = {2.0, 2.0, 2.0, 2.0};
  EXPECT_FALSE(least_squares_line(one, one));
  EXPECT_FALSE(least_squares_line(flat, ramp));
  EXPECT_FALSE(correlation(ramp, flat));
  EXPECT_FALSE(reduced_major_axis_slope(flat, ramp));
  EXPECT_FALSE(concordance(one, one));
  EXPECT_FALSE(concordance(flat, flat)) << "two equal constants agree in nothing that varies";
  EXPECT_FALSE(median_ratio(none, none));
  EXPECT_FALSE(median_ratio(List{0.0}, List{1.0}));
  EXPECT_FALSE(least_squares_line(ramp, one)) << "lists of unequal length";
}

TEST(AgreementStatistics, ShareInsideCountsTheEdgeAsInside) {
  const List model = {0.0, 1.0, 2.0, 3.0}, mean = {0.0, 0.0, 0.0, 0.0}, sd = {1.0, 1.0, 1.0, 3.0};
  EXPECT_NEAR(share_inside_percent(model, mean, sd), 75.0, rounding);
  EXPECT_NEAR(share_inside_percent(mean, model, sd), 75.0, rounding) << "below counts like above";
}

TEST(AgreementStatistics, DifferencesAreOfAFromB) {
  const List a = {1.0, 5.0}, b = {4.0, 1.0};
  EXPECT_NEAR(rms_difference(a, b), std::sqrt(12.5), rounding);
  EXPECT_NEAR(mean_difference(a, b), 0.5, rounding);
  EXPECT_NEAR(mean_difference(b, a), -0.5, rounding);
}

TEST(AgreementStatistics, AnExtremumHasItsPlace) {
  const List percent = {4.0, 6.0, 8.0, 10.0}, values = {1.0, 7.0, 7.0, -3.0};
  const Extremum largest = extremum(percent, values, 1.0), smallest = extremum(percent, values, -1.0);
  EXPECT_EQ(largest.value, 7.0);
  EXPECT_EQ(largest.percent, 6.0) << "the first of equal ones";
  EXPECT_EQ(smallest.value, -3.0);
  EXPECT_EQ(smallest.percent, 10.0);
}

}  // namespace
}  // namespace stridelab
