#include "loads/muscles/capacity.h"

#include <gtest/gtest.h>

#include "support/leg_instants.h"

namespace stridelab {
namespace {

using test::muscles;
using test::unit_index;

MuscleGeometry with_lengths(const UnitVector& length_m) {
  MuscleGeometry g;
  g.length_m = length_m;
  g.arm_m.setConstant(-0.04);
  return g;
}

Body generic() {
  Body body;
  body.height_m = muscles().generic_height_m;
  body.mass_kg = muscles().generic_mass_kg;
  return body;
}

/// Length of each unit when its fibres have a share of their optimal length, tendons unloaded.
UnitVector length_at(double fibre_share) {
  const UnitVector fibre = fibre_share * muscles().optimal_fibre_m;
  const UnitVector along = (fibre.cwiseAbs2() - muscles().fibre_thickness_m.cwiseAbs2()).cwiseSqrt();
  return muscles().tendon_slack_m + along;
}

// At optimal fibre length force-length is 1 and pennation the tabled one.
TEST(UnitCapacity, IsTheMaximalForceAlongTheTendonAtOptimalLength) {
  const UnitVector capacity = unit_capacity_n(muscles(), generic(), {}, with_lengths(length_at(1.0)), 0.0);
  for (int i = 0; i < n_muscle_units; ++i) {
    const double sine = muscles().fibre_thickness_m[i] / muscles().optimal_fibre_m[i];
    EXPECT_NEAR(capacity[i], 1.5 * muscles().max_force_n[i] * std::sqrt(1.0 - sine * sine), 1e-6);
  }
  EXPECT_NEAR(capacity[unit_index("soleus")], 1.5 * 6194.84 * std::cos(21.854 * rad_per_deg), 0.1);
}

// 45 % away from the optimum the Gaussian has fallen to 1/e; far away the floor holds.
TEST(UnitCapacity, FallsWithFibreLength) {
  const int vastus = unit_index("vasint");  // 3.6 deg of pennation: cosine above 0.99
  const double best = unit_capacity_n(muscles(), generic(), {}, with_lengths(length_at(1.0)), 0.0)[vastus];
  const double longer = unit_capacity_n(muscles(), generic(), {}, with_lengths(length_at(1.45)), 0.0)[vastus];
  const double longest = unit_capacity_n(muscles(), generic(), {}, with_lengths(length_at(2.5)), 0.0)[vastus];
  EXPECT_NEAR(longer / best, std::exp(-1.0), 2e-3);
  EXPECT_NEAR(longest / best, 0.1, 2e-3);
}

TEST(UnitCapacity, ASlackUnitCannotPull) {
  const UnitVector capacity =
      unit_capacity_n(muscles(), generic(), {}, with_lengths(0.9 * muscles().tendon_slack_m), 0.0);
  EXPECT_EQ(capacity.cwiseAbs().maxCoeff(), 0.0);
}

TEST(UnitCapacity, GrowsWithMassAndNotWithHeight) {
  Body big = generic();
  big.mass_kg *= 1.3;
  big.height_m *= 1.1;
  const UnitVector length = length_at(1.1);
  const UnitVector a = unit_capacity_n(muscles(), generic(), {}, with_lengths(length), 0.0);
  const UnitVector b = unit_capacity_n(muscles(), big, {}, with_lengths(1.1 * length), 0.0);
  EXPECT_TRUE((1.3 * a).isApprox(b, 1e-12));
}

struct Limit {
  double StrengthLimits::*limit;
  std::vector<std::string> weakened;
};

class UnitStrength : public ::testing::TestWithParam<Limit> {};

TEST_P(UnitStrength, ReachesItsOwnUnitsAlone) {
  const MuscleGeometry g = with_lengths(length_at(1.0));
  StrengthLimits limits;
  limits.*GetParam().limit = 0.7;
  const UnitVector full = unit_capacity_n(muscles(), Body{}, {}, g, 0.02);
  const UnitVector weak = unit_capacity_n(muscles(), Body{}, limits, g, 0.02);
  UnitVector expected = full;
  for (const std::string& name : GetParam().weakened) expected[unit_index(name)] *= 0.7;
  for (int i = 0; i < n_muscle_units; ++i) {
    const std::string& name = muscles().name[static_cast<std::size_t>(i)];
    if (expected[i] == full[i]) {
      EXPECT_EQ(weak[i], full[i]) << name;  // to the last bit
    } else {
      EXPECT_NEAR(weak[i], expected[i], 1e-9 * full[i]) << name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Groups, UnitStrength,
    ::testing::Values(Limit{&StrengthLimits::abductors, {"glmed1", "glmed2", "glmed3", "glmin1", "glmin2", "glmin3"}},
                      Limit{&StrengthLimits::knee_extensors, {"recfem", "vasint", "vaslat", "vasmed"}},
                      Limit{&StrengthLimits::hip_extensors,
                            {"glmax1", "glmax2", "glmax3", "bflh", "bfsh", "semimem", "semiten"}},
                      Limit{&StrengthLimits::plantarflexors, {"gaslat", "gasmed", "soleus"}},
                      Limit{&StrengthLimits::trunk, {}}));

// Half the calf's maximal moment strains the tendon by half^0.6 of its strain at capacity.
TEST(AchillesStrain, FollowsThePlantarflexionMoment) {
  const MuscleGeometry g = with_lengths(length_at(1.0));  // arms of 40 mm everywhere
  const double calf_n = muscles().max_force_n[unit_index("gaslat")] + muscles().max_force_n[unit_index("gasmed")] +
                        muscles().max_force_n[unit_index("soleus")];
  const double most = muscles().sharing.tendon_strain_at_capacity;
  EXPECT_NEAR(achilles_strain(muscles(), generic(), g, -0.04 * calf_n), most, 1e-12);
  EXPECT_NEAR(achilles_strain(muscles(), generic(), g, -0.02 * calf_n), most * std::pow(0.5, 0.6), 1e-12);
  EXPECT_EQ(achilles_strain(muscles(), generic(), g, -0.08 * calf_n), most);  // held
  EXPECT_EQ(achilles_strain(muscles(), generic(), g, 20.0), 0.0);             // dorsiflexors pull
}

// A tendon 5 % longer gives the soleus fibre, at the same length of the whole, that much less.
TEST(AchillesStrain, ShortensTheCalfAlone) {
  const UnitVector length = length_at(1.3);
  const UnitVector rigid = unit_capacity_n(muscles(), generic(), {}, with_lengths(length), 0.0);
  const UnitVector stretched = unit_capacity_n(muscles(), generic(), {}, with_lengths(length), 0.05);
  for (int i = 0; i < n_muscle_units; ++i) {
    const std::string& name = muscles().name[static_cast<std::size_t>(i)];
    const bool calf = name == "soleus" || name == "gaslat" || name == "gasmed";
    EXPECT_EQ(stretched[i] == rigid[i], !calf) << name;
  }
  const double along = length[unit_index("soleus")] - 1.05 * muscles().tendon_slack_m[unit_index("soleus")];
  const double fibre = std::hypot(along, muscles().fibre_thickness_m[unit_index("soleus")]);
  const double x = (fibre / muscles().optimal_fibre_m[unit_index("soleus")] - 1.0) / 0.45;
  EXPECT_NEAR(stretched[unit_index("soleus")], 1.5 * 6194.84 * std::exp(-x * x) * along / fibre, 1e-3);
}

}  // namespace
}  // namespace stridelab
