#include "gait/force_shape.h"

#include <gtest/gtest.h>

#include "support/quadrature.h"

namespace stridelab {
namespace {

using Row = ForceShape::Row;

Row slope(double s, double h) { return (ForceShape::at(s + h).value - ForceShape::at(s - h).value) / (2.0 * h); }

// The first function rises with the square of s: at 1e-6 it is below (5 x 11 x 1e-6)^2 x 10.
TEST(ForceShape, SwitchesOnAndOffWithoutAStep) {
  for (const double end : {0.0, 1.0}) {
    EXPECT_LT(ForceShape::at(end).value.cwiseAbs().maxCoeff(), 1e-13);
    const double inside = std::abs(end - 1e-6);
    EXPECT_LT(ForceShape::at(inside).value.cwiseAbs().maxCoeff(), 1e-7);
    EXPECT_LT(slope(end == 0.0 ? 1e-6 : 1.0 - 1e-6, 1e-7).cwiseAbs().maxCoeff(), 0.1);
  }
  EXPECT_GT(slope(0.05, 1e-6).cwiseAbs().maxCoeff(), 1.0);  // against a shape that is flat altogether
}

// Gauss quadrature of three points is exact for quintics on each interval: only rounding is left.
TEST(ForceShape, FirstIntegralIsTheIntegral) {
  Row sum = Row::Zero();
  for (int k = 0; k < ForceShape::intervals; ++k) {
    const double a = static_cast<double>(k) / ForceShape::intervals,
                 b = static_cast<double>(k + 1) / ForceShape::intervals;
    sum += test::gauss<Row>([](double s) { return ForceShape::at(s).value; }, a, b);
    EXPECT_LT((ForceShape::at(b).first_integral - sum).cwiseAbs().maxCoeff(), 1e-14) << b;
  }
}

// The first integral is of sixth degree, the rule exact to the fifth: on eight pieces per interval it is wrong by
// 720 (1/88)^6 / 2e6 of the sixth-degree coefficient (below 1e5), 1e-10 in all.
TEST(ForceShape, SecondIntegralIsTheIntegralOfTheFirst) {
  Row sum = Row::Zero();
  constexpr int pieces = 8 * ForceShape::intervals;
  for (int k = 0; k < pieces; ++k) {
    const double a = static_cast<double>(k) / pieces, b = static_cast<double>(k + 1) / pieces;
    sum += test::gauss<Row>([](double s) { return ForceShape::at(s).first_integral; }, a, b);
    EXPECT_LT((ForceShape::at(b).second_integral - sum).cwiseAbs().maxCoeff(), 1e-10) << b;
  }
}

TEST(ForceShape, FunctionsArePositiveAndIndependent) {
  Eigen::Matrix<double, 4 * ForceShape::count, ForceShape::count> samples;
  for (Eigen::Index i = 0; i < samples.rows(); ++i)
    samples.row(i) = ForceShape::at((static_cast<double>(i) + 0.5) / static_cast<double>(samples.rows())).value;
  EXPECT_GE(samples.minCoeff(), -1e-14);
  EXPECT_EQ(samples.colPivHouseholderQr().rank(), ForceShape::count);
}

TEST(ForceShape, EndsStayBeyondStance) {
  EXPECT_EQ(ForceShape::at(1.5).first_integral, ForceShape::at(1.0).first_integral);
}

}  // namespace
}  // namespace stridelab
