#include "loads/muscles/sharing.h"

#include <gtest/gtest.h>

#include <limits>

#include "loads/muscles/dual_newton.h"
#include "support/leg_instants.h"

namespace stridelab {
namespace {

using test::muscles;

/// The conditions that the one optimum of a convex problem fulfils, written from the problem and not from its solver:
/// with the price of a moment lambda = R / rho^2, a unit's worth u = sum lambda arm capacity; a = u between the
/// bounds, u <= 0 where a = 0, u >= 1 where a = 1.
void expect_optimal(const MuscleState& s, const Body& body, const LegMoments& net_nm) {
  const LegMoments rho = reserve_scale_nm(muscles(), body);
  const double size = std::max(net_nm.cwiseAbs().maxCoeff(), 1.0);
  // The solver balances moments to 1e-9 of the largest (1e-6 where rounding ends it); a reserve off by that is a price
  // off by that / rho^2 and a worth off by that x some hundred Nm of capacity.
  const LegMoments supplied = s.arm_m.transpose() * s.force_n;
  EXPECT_LT((supplied + s.reserve_nm - net_nm).cwiseAbs().maxCoeff(), 1e-11 * size);
  const LegMoments price = s.reserve_nm.cwiseQuotient(rho.cwiseAbs2());
  const UnitVector worth = (s.arm_m * price).cwiseProduct(s.capacity_n);
  const double tolerance = 1e-8 * size;
  for (int i = 0; i < n_muscle_units; ++i) {
    const double a = s.activation[i], u = worth[i];
    ASSERT_GE(a, 0.0);
    ASSERT_LE(a, 1.0);
    if (a == 0.0) {
      EXPECT_LE(u, tolerance);
    } else if (a == 1.0) {
      EXPECT_GE(u, 1.0 - tolerance);
    } else {
      EXPECT_NEAR(a, u, tolerance);
    }
    EXPECT_EQ(s.force_n[i], a * s.capacity_n[i]);
  }
}

struct Demand {
  double share;  ///< of the moments of running at 3.5 m/s
  int instants;
};

class SharedMoments : public ::testing::TestWithParam<Demand> {};

TEST_P(SharedMoments, AreSharedOptimally) {
  test::SeededRandom random(7);
  int most_iterations = 0;
  for (int n = 0; n < GetParam().instants && !HasFailure(); ++n) {
    Body body;
    body.mass_kg = random.uniform(45.0, 110.0);
    body.height_m = random.uniform(1.50, 2.00);
    StrengthLimits limits;
    limits.abductors = random.uniform(0.3, 1.0);
    limits.knee_extensors = random.uniform(0.3, 1.0);
    const test::LegInstant at = test::random_instant(random, GetParam().share);
    const MuscleState s = share_muscles(muscles(), body, limits, at.angle_rad, at.net_nm);
    ASSERT_TRUE(s.converged) << "instant " << n;
    expect_optimal(s, body, at.net_nm);
    most_iterations = std::max(most_iterations, s.iterations);
  }
  RecordProperty("most_iterations", most_iterations);
}

// Easy, as in running, and far beyond what any muscle can do, where most of the demand stays with the reserves.
INSTANTIATE_TEST_SUITE_P(Demands, SharedMoments,
                         ::testing::Values(Demand{0.05, 1000}, Demand{1.0, 3000}, Demand{10.0, 1000}));

UnitArms one_unit(double moment_nm) {
  UnitArms b = UnitArms::Zero();
  b(0, knee_flexion) = moment_nm;
  return b;
}

// One unit of moment b and one reserve: minimise a^2/2 + ((tau - b a) / rho)^2 / 2, so a = b tau / (b^2 + rho^2).
TEST(Sharing, OneUnitHasAClosedForm) {
  const LegMoments rho = LegMoments::Constant(5.0);
  LegMoments net = LegMoments::Zero();
  net[knee_flexion] = 30.0;
  const SharingSolution s = solve_sharing(one_unit(60.0), rho, net);
  EXPECT_TRUE(s.converged);
  EXPECT_NEAR(s.activation[0], 60.0 * 30.0 / (60.0 * 60.0 + 25.0), 1e-10);
  EXPECT_EQ(s.activation.tail(n_muscle_units - 1).cwiseAbs().maxCoeff(), 0.0);
  // Beyond its strength it is full on, and the rest is reserve; pulled the wrong way it rests.
  net[knee_flexion] = 100.0;
  EXPECT_EQ(solve_sharing(one_unit(60.0), rho, net).activation[0], 1.0);
  net[knee_flexion] = -30.0;
  EXPECT_EQ(solve_sharing(one_unit(60.0), rho, net).activation[0], 0.0);
}

// Two units with the same arm share in proportion to their capacity squared in force: equal worth per activation.
TEST(Sharing, StrongerUnitsTakeMore) {
  UnitArms b = UnitArms::Zero();
  b(3, ankle_dorsiflexion) = -100.0;
  b(4, ankle_dorsiflexion) = -50.0;
  LegMoments net = LegMoments::Zero();
  net[ankle_dorsiflexion] = -60.0;
  const SharingSolution s = solve_sharing(b, LegMoments::Constant(5.0), net);
  EXPECT_NEAR(s.activation[3], 2.0 * s.activation[4], 1e-10);
}

TEST(Sharing, NothingIsNeededWhereNothingIsAsked) {
  test::SeededRandom random(9);
  const test::LegInstant at = test::random_instant(random, 0.0);
  const MuscleState s = share_muscles(muscles(), Body{}, {}, at.angle_rad, LegMoments::Zero());
  EXPECT_TRUE(s.converged);
  EXPECT_EQ(s.force_n.cwiseAbs().maxCoeff(), 0.0);
}

// Bodies of one shape: moments grow with mass x height, forces with mass, and no muscle has to try harder.
TEST(Sharing, ActivationsDoNotDependOnSize) {
  test::SeededRandom random(11);
  const Body one;
  Body other = one;
  other.mass_kg *= 1.4;
  other.height_m *= 1.12;
  for (int n = 0; n < 200; ++n) {
    const test::LegInstant at = test::random_instant(random, 1.0);
    const MuscleState a = share_muscles(muscles(), one, {}, at.angle_rad, at.net_nm);
    const MuscleState b = share_muscles(muscles(), other, {}, at.angle_rad, 1.4 * 1.12 * at.net_nm);
    // Both balance moments to 1e-9 of the largest at least: see above.
    ASSERT_LT((a.activation - b.activation).cwiseAbs().maxCoeff(), 1e-6) << n;
    ASSERT_LT((1.4 * a.force_n - b.force_n).cwiseAbs().maxCoeff(), 1e-2) << n;
  }
}

TEST(Sharing, TheSameQuestionHasTheSameAnswerWhateverWasAskedBefore) {
  test::SeededRandom random(13);
  const test::LegInstant at = test::random_instant(random, 1.0), other = test::random_instant(random, 3.0);
  const MuscleState first = share_muscles(muscles(), Body{}, {}, at.angle_rad, at.net_nm);
  share_muscles(muscles(), Body{}, {}, other.angle_rad, other.net_nm);
  const MuscleState again = share_muscles(muscles(), Body{}, {}, at.angle_rad, at.net_nm);
  EXPECT_EQ(first.force_n, again.force_n);
  EXPECT_EQ(first.reserve_nm, again.reserve_nm);
}

TEST(Sharing, InputsThatAreNoNumbersAreTold) {
  test::SeededRandom random(15);
  test::LegInstant at = test::random_instant(random, 1.0);
  at.net_nm[hip_flexion] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(share_muscles(muscles(), Body{}, {}, at.angle_rad, at.net_nm).converged);
  at.net_nm[hip_flexion] = std::numeric_limits<double>::infinity();
  EXPECT_FALSE(share_muscles(muscles(), Body{}, {}, at.angle_rad, at.net_nm).converged);
  at.net_nm[hip_flexion] = 10.0;
  at.angle_rad[knee_flexion] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(share_muscles(muscles(), Body{}, {}, at.angle_rad, at.net_nm).converged);
}

TEST(Sharing, GroupsAddTheirUnits) {
  test::SeededRandom random(17);
  const test::LegInstant at = test::random_instant(random, 1.0);
  const MuscleState s = share_muscles(muscles(), Body{}, {}, at.angle_rad, at.net_nm);
  const auto force = [&](const char* unit) { return s.force_n[test::unit_index(unit)]; };
  const auto group = [&](MuscleGroup g) { return group_force_n(muscles(), s, g); };
  EXPECT_DOUBLE_EQ(group(MuscleGroup::gastrocnemius), force("gaslat") + force("gasmed"));
  EXPECT_NEAR(group(MuscleGroup::quadriceps), force("recfem") + force("vasint") + force("vaslat") + force("vasmed"),
              1e-9);
  EXPECT_DOUBLE_EQ(group(MuscleGroup::vasti_medial), force("vasmed"));
  EXPECT_NEAR(group(MuscleGroup::hamstrings), force("bflh") + force("bfsh") + force("semimem") + force("semiten"),
              1e-9);
  EXPECT_EQ(group_activation(muscles(), s, MuscleGroup::soleus), s.activation[test::unit_index("soleus")]);
  EXPECT_EQ(largest_reserve_nm(s), s.reserve_nm.cwiseAbs().maxCoeff());
}

}  // namespace
}  // namespace stridelab
