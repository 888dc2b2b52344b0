#include "loads/muscles/muscle_geometry.h"

#include <gtest/gtest.h>

#include "support/leg_instants.h"

namespace stridelab {
namespace {

using test::muscles;
using test::unit_index;

Body generic() {
  Body body;
  body.height_m = muscles().generic_height_m;
  body.mass_kg = muscles().generic_mass_kg;
  return body;
}

LegAngles degrees(double hip, double adduction, double rotation, double knee, double ankle, double subtalar) {
  LegAngles q;
  q << hip, adduction, rotation, knee, ankle, subtalar;
  return q * rad_per_deg;
}

// Read from the published model's own paths at hip 15/5/0, knee 45, ankle 0 deg; the fit's arm error there is 0.1 mm.
TEST(MuscleGeometry, ArmsAreThoseOfThePublishedModel) {
  const MuscleGeometry g = muscle_geometry(muscles(), generic(), degrees(15, 5, 0, 45, 0, 0));
  EXPECT_NEAR(g.arm_m(unit_index("vaslat"), knee_flexion), -0.0385, 1e-4);
  EXPECT_NEAR(g.arm_m(unit_index("soleus"), ankle_dorsiflexion), -0.0413, 1e-4);
  EXPECT_NEAR(g.arm_m(unit_index("glmed1"), hip_adduction), -0.0454, 1e-4);
}

// What every anatomist would say, in a posture of running; hip rotation and subtalar have no arms to compare with.
TEST(MuscleGeometry, MusclesPullTheWayTheyAreNamed) {
  const MuscleGeometry g = muscle_geometry(muscles(), Body{}, degrees(20, 5, -5, 40, 10, -5));
  const auto arm = [&](const char* unit, LegAngle angle) { return g.arm_m(unit_index(unit), angle); };
  for (const char* flexor : {"psoas", "iliacus", "recfem", "sart"}) EXPECT_GT(arm(flexor, hip_flexion), 0.0) << flexor;
  for (const char* extensor : {"glmax1", "glmax2", "glmax3", "bflh", "semimem", "semiten"})
    EXPECT_LT(arm(extensor, hip_flexion), 0.0) << extensor;
  for (const char* adductor : {"addbrev", "addlong", "addmagDist", "grac"})
    EXPECT_GT(arm(adductor, hip_adduction), 0.0) << adductor;
  for (const char* abductor : {"glmed1", "glmed2", "glmed3", "glmin1", "tfl"})
    EXPECT_LT(arm(abductor, hip_adduction), 0.0) << abductor;
  EXPECT_GT(arm("glmed1", hip_rotation), 0.0);
  for (const char* outward : {"glmed3", "glmax2", "piri"}) EXPECT_LT(arm(outward, hip_rotation), 0.0) << outward;
  for (const char* flexor : {"bfsh", "gasmed", "gaslat", "semimem"})
    EXPECT_GT(arm(flexor, knee_flexion), 0.0) << flexor;
  EXPECT_GT(arm("tibant", ankle_dorsiflexion), 0.0);
  EXPECT_GT(arm("tibpost", subtalar_inversion), 0.0);
  EXPECT_LT(arm("perlong", subtalar_inversion), 0.0);
}

// Virtual work: turning a joint by dq shortens a unit by arm dq. Central differences of 1e-5 rad lose 1e-16 m / 1e-5
// to rounding and 1e-10 of the third derivative (below 0.1 m/rad3): 1e-9 m leaves a factor of ten.
TEST(MuscleGeometry, ArmsAreMinusTheSlopesOfLengths) {
  test::SeededRandom random(3);
  constexpr double h = 1e-5, tolerance = 1e-9;
  Body tall;
  tall.height_m = 1.93;
  for (int n = 0; n < 200; ++n) {
    const LegAngles q = test::random_instant(random, 1.0).angle_rad;
    const UnitArms arms = muscle_geometry(muscles(), tall, q).arm_m;
    for (int k = 0; k < n_leg_angles; ++k) {
      const LegAngles step = h * LegAngles::Unit(k);
      const UnitVector slope =
          (muscle_geometry(muscles(), tall, q + step).length_m - muscle_geometry(muscles(), tall, q - step).length_m) /
          (2.0 * h);
      ASSERT_LT((arms.col(k) + slope).cwiseAbs().maxCoeff(), tolerance) << "angle " << k;
    }
  }
}

TEST(MuscleGeometry, MusclesLeaveTheJointsTheyDoNotCrossAlone) {
  test::SeededRandom random(4);
  for (int n = 0; n < 50; ++n) {
    const UnitArms arms = muscle_geometry(muscles(), Body{}, test::random_instant(random, 1.0).angle_rad).arm_m;
    for (const char* vastus : {"vasint", "vaslat", "vasmed", "bfsh"}) {
      for (const LegAngle other : {hip_flexion, hip_adduction, hip_rotation, ankle_dorsiflexion, subtalar_inversion})
        EXPECT_EQ(arms(unit_index(vastus), other), 0.0);
    }
    EXPECT_EQ(arms(unit_index("soleus"), knee_flexion), 0.0);
    EXPECT_NE(arms(unit_index("gasmed"), knee_flexion), 0.0);
  }
}

TEST(MuscleGeometry, SaysWhereItsFitEnds) {
  EXPECT_TRUE(inside_fit(muscles(), degrees(45, 10, -10, 110, 20, 5)));
  EXPECT_FALSE(inside_fit(muscles(), degrees(80, 10, -10, 110, 20, 5)));
  EXPECT_FALSE(inside_fit(muscles(), degrees(20, 0, 0, -20, 0, 0)));
  EXPECT_FALSE(inside_fit(muscles(), degrees(20, 0, 0, 45, 0, std::nan(""))));
}

TEST(MuscleGeometry, GrowsWithHeight) {
  Body small = generic(), tall = generic();
  small.height_m = 1.50;
  tall.height_m = 1.95;
  const LegAngles q = degrees(30, 8, -10, 70, -20, 6);
  const MuscleGeometry a = muscle_geometry(muscles(), small, q), b = muscle_geometry(muscles(), tall, q);
  EXPECT_TRUE((a.length_m * (1.95 / 1.50)).isApprox(b.length_m, 1e-14));
  EXPECT_TRUE((a.arm_m * (1.95 / 1.50)).isApprox(b.arm_m, 1e-14));
}

}  // namespace
}  // namespace stridelab
