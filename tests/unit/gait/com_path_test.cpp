#include "gait/com_path.h"

#include <gtest/gtest.h>

#include "gait/reference.h"
#include "support/quadrature.h"
#include "support/seeded_random.h"

/// The centre of mass obeys Newton's law for any unknowns, not only for those of a good stride.
namespace stridelab {
namespace {

constexpr double mass_kg = 70.0, duty = 0.32;

struct Case {
  Form form;
  ForceUnknowns y;
};

/// Force unknowns of +-0.5 are as large as the normative shapes themselves.
Case random_case(std::uint64_t seed, double slope_rad) {
  test::SeededRandom random(seed);
  Case c;
  c.form.slope_rad = slope_rad;
  for (Eigen::Index i = 0; i < n_force_unknowns; ++i) c.y(i) = random.uniform(-0.5, 0.5);
  return c;
}

ComPath path_of(const Form& form) {
  const NormativeGait normative(Body{}, form);
  return {mass_kg, form, normative.vertical(), normative.fore_aft()};
}

ComPath::Point at(const Case& c, double phase) {
  ComPath::Point p;
  path_of(c.form).at(phase, duty, c.y, p);
  return p;
}

Vec3 gravity(const Form& form) {
  return gravity_m_s2 * Vec3(-std::sin(form.slope_rad), -std::cos(form.slope_rad), 0.0);
}

double period_s(const Form& form) { return 120.0 / form.cadence_spm; }

class ComPathOnSlopes : public ::testing::TestWithParam<double> {};
INSTANTIATE_TEST_SUITE_P(Slopes, ComPathOnSlopes, ::testing::Values(-0.2, 0.0, 0.15));

// Forces are quintic in pieces, so Gauss quadrature per piece is exact: 1e-12 of body weight is rounding.
TEST_P(ComPathOnSlopes, MeanForceBalancesGravity) {
  const Case c = random_case(1, GetParam());
  Vec3 impulse = Vec3::Zero();
  for (int k = 0; k < ForceShape::intervals; ++k) {
    const double a = duty * k / ForceShape::intervals, b = duty * (k + 1) / ForceShape::intervals;
    impulse += test::gauss<Vec3>([&](double phase) { return at(c, phase).force_n; }, a, b);
  }
  const Vec3 mean = impulse / 0.5, balance = -mass_kg * gravity(c.form);
  EXPECT_NEAR(mean.y(), balance.y(), 1e-12 * mass_kg * gravity_m_s2);
  EXPECT_NEAR(mean.x(), balance.x(), 1e-12 * mass_kg * gravity_m_s2);
}

// Second difference over 2 ms: truncation h^2/12 of the fourth derivative of position, which for shapes of ten waves
// per stride is (2 pi 15)^2 of the acceleration: 1e-4^2 / 12 x 1e4 = 1e-5; rounding 1e-16 / 1e-8.
TEST_P(ComPathOnSlopes, AccelerationIsForceOverMassPlusGravity) {
  const Case c = random_case(2, GetParam());
  constexpr double h = 1e-4;  // of phase
  const double h_s = h * period_s(c.form);
  for (int i = 1; i < 50; ++i) {
    const double phase = 0.0101 * i;
    if (std::abs(phase - duty) < 2.0 * h || phase + h > 0.5) continue;
    const ComPath::Point now = at(c, phase), before = at(c, phase - h), after = at(c, phase + h);
    const Vec3 expected = now.force_n / mass_kg + gravity(c.form);
    const Vec3 acceleration = (after.position_m - 2.0 * now.position_m + before.position_m) / (h_s * h_s);
    EXPECT_LT((acceleration - expected).norm(), 1e-3 * gravity_m_s2) << phase;
    EXPECT_LT(((after.velocity_m_s - before.velocity_m_s) / (2.0 * h_s) - expected).norm(), 1e-3 * gravity_m_s2);
    EXPECT_LT(((after.position_m - before.position_m) / (2.0 * h_s) - now.velocity_m_s).norm(), 1e-5);
  }
}

// The left foot's step begins where the right foot's ends, mirrored: equal height, speed and place on the belt.
TEST_P(ComPathOnSlopes, StepEndsAsItsMirrorBegins) {
  const Case c = random_case(3, GetParam());
  const ComPath::Point start = at(c, 0.0), end = at(c, 0.5);
  const Vec3 mirrored(1.0, 1.0, -1.0);
  EXPECT_LT((end.position_m - mirrored.cwiseProduct(start.position_m)).norm(), 1e-13);
  EXPECT_LT((end.velocity_m_s - mirrored.cwiseProduct(start.velocity_m_s)).norm(), 1e-13);
}

TEST(ComPath, FliesFreely) {
  const Case c = random_case(4, 0.0);
  const ComPath::Point off = at(c, duty), later = at(c, 0.45);
  const double t = (0.45 - duty) * period_s(c.form);
  EXPECT_EQ(later.force_n.norm(), 0.0);
  const Vec3 expected = off.position_m + off.velocity_m_s * t + 0.5 * gravity(c.form) * t * t;
  EXPECT_LT((later.position_m - expected).norm(), 1e-13);
}

// Force, velocity and position are linear in the unknowns: a unit step is an exact difference but for rounding.
TEST(ComPath, DerivativeRowsAreExact) {
  for (const double phase : {0.05, 0.2, 0.31, 0.4}) {
    const Case c = random_case(5, 0.1);
    const ComPath::Point p = at(c, phase);
    for (Eigen::Index k = 0; k < n_force_unknowns; ++k) {
      Case moved = c;
      moved.y(k) += 1.0;
      const ComPath::Point q = at(moved, phase);
      EXPECT_LT((q.force_n - p.force_n - p.d_force.col(k)).norm(), 1e-10);  // of some kN
      EXPECT_LT((q.velocity_m_s - p.velocity_m_s - p.d_velocity.col(k)).norm(), 1e-12);
      EXPECT_LT((q.position_m - p.position_m - p.d_position.col(k)).norm(), 1e-13);
    }
  }
}

}  // namespace
}  // namespace stridelab
