#include "gait/event_spline.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "support/seeded_random.h"

namespace stridelab {
namespace {

constexpr double duty = 0.33;
constexpr int stance_intervals = 11, flight_intervals = 7;

/// A curve on the spline with random control points, and its derivatives.
class Curve {
 public:
  Curve() : spline_(duty, stance_intervals, flight_intervals) {
    test::SeededRandom random(7);
    for (int i = 0; i < 2 * spline_.half_count(); ++i) points_.push_back(random.uniform(-1.0, 1.0));
  }
  double operator()(double phase, std::size_t derivative) const {
    const BasisWindow w = spline_.at(phase);
    const int n = static_cast<int>(points_.size());
    double sum = 0.0;
    for (int m = 0; m < BasisWindow::order; ++m)
      sum += w.value[derivative][static_cast<std::size_t>(m)] *
             points_[static_cast<std::size_t>(((w.first + m) % n + n) % n)];
    return sum;
  }

 private:
  EventSpline spline_;
  std::vector<double> points_;
};

double largest(const Curve& curve, std::size_t derivative) {
  double peak = 0.0;
  for (int i = 0; i < 1000; ++i) peak = std::max(peak, std::abs(curve(0.001 * i, derivative)));
  return peak;
}

constexpr double events[] = {0.0, duty, 0.5, 0.5 + duty};

// Six positive numbers that add up to one: 1e-15 is a handful of roundings.
TEST(EventSpline, IsAPartitionOfUnity) {
  const EventSpline spline(duty, stance_intervals, flight_intervals);
  for (int i = 0; i < 997; ++i) {
    const BasisWindow w = spline.at(i / 997.0);
    EXPECT_NEAR(std::accumulate(w.value[0].begin(), w.value[0].end(), 0.0), 1.0, 4e-15);
    for (const double v : w.value[0]) EXPECT_GE(v, -1e-15);
    for (std::size_t k = 1; k < 4; ++k) {
      double size = 0.0, sum = 0.0;
      for (const double v : w.value[k]) sum += v, size += std::abs(v);
      EXPECT_LE(std::abs(sum), 1e-14 * size);
    }
  }
}

// Away from knots a difference of step h is wrong by h^2/6 of the derivative two orders up. Knot intervals are 0.03
// wide and derivatives grow by 5/0.03 per order at most: with h = 1e-5, 5e-7; rounding is 1e-16 / 1e-5 x growth.
TEST(EventSpline, DerivativesAreDerivatives) {
  const Curve curve;
  constexpr double h = 1e-5;
  for (std::size_t k = 1; k < 4; ++k) {
    const double scale = largest(curve, k);
    for (int i = 0; i < 101; ++i) {
      const double phase = 0.00037 + i / 101.0;
      EXPECT_NEAR(curve(phase, k), (curve(phase + h, k - 1) - curve(phase - h, k - 1)) / (2.0 * h), 1e-5 * scale);
    }
  }
}

// The left leg's functions are the right leg's, half a stride later: bit for bit but for the rounding of phase + 1/2.
TEST(EventSpline, RepeatsEveryHalfStride) {
  const EventSpline spline(duty, stance_intervals, flight_intervals);
  for (int i = 0; i < 64; ++i) {
    const double phase = i / 128.0;  // exact in binary, so that phase + 1/2 is
    const BasisWindow a = spline.at(phase), b = spline.at(phase + 0.5), c = spline.at(phase - 0.5);
    EXPECT_EQ(b.first, a.first + spline.half_count());
    EXPECT_EQ(c.first, a.first - spline.half_count());
    for (std::size_t m = 0; m < BasisWindow::order; ++m) {
      EXPECT_NEAR(b.value[0][m], a.value[0][m], 1e-13);
      EXPECT_NEAR(c.value[0][m], a.value[0][m], 1e-13);
    }
  }
}

// Across an event a continuous derivative changes by its slope times the gap. Per order derivatives grow by less than
// 6/0.024 = 250 (flight intervals are 0.024 wide, double knots halve nothing): 2 x 1e-9 x 250 = 5e-7.
TEST(EventSpline, AccelerationsAreSmoothAcrossEvents) {
  const Curve curve;
  constexpr double gap = 1e-9;
  for (const double event : events) {
    for (std::size_t k = 0; k < 4; ++k)
      EXPECT_NEAR(curve(event + gap, k), curve(event - gap, k), 1e-5 * largest(curve, k)) << event << ", order " << k;
  }
}

// What the double knots are for: the fourth derivative may jump at events, so forces can start there, and with random
// control points it does. Inside an interval it changes by h / 0.03 of itself.
TEST(EventSpline, FourthDerivativeJumpsOnlyAtKnots) {
  const Curve curve;
  constexpr double h = 1e-6;
  auto slope = [&](double a, double b) { return (curve(b, 3) - curve(a, 3)) / (b - a); };
  for (const double event : events) {
    const double before = slope(event - 2.0 * h, event - h), after = slope(event + h, event + 2.0 * h);
    EXPECT_GT(std::abs(after - before), 0.01 * std::abs(before)) << event;
  }
  const double inside = 0.5 * duty / stance_intervals;
  const double before = slope(inside - 2.0 * h, inside - h), after = slope(inside + h, inside + 2.0 * h);
  EXPECT_LT(std::abs(after - before), 0.01 * std::abs(before));
}

// One function per interval and one more for each doubled knot, per half stride.
TEST(EventSpline, CountsItsFunctions) {
  const EventSpline spline(duty, stance_intervals, flight_intervals);
  EXPECT_EQ(spline.half_count(), stance_intervals + flight_intervals + 2);
  EXPECT_EQ(spline.at(0.499999).first + BasisWindow::order - 1, spline.half_count() - 1);
}

}  // namespace
}  // namespace stridelab
