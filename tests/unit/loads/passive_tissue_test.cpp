#include "loads/passive_tissue.h"

#include <gtest/gtest.h>

#include "core/frames.h"
#include "loads/load_models.h"

namespace stridelab {
namespace {

constexpr double deg = rad_per_deg;

class PassiveTissue : public ::testing::Test {
 protected:
  const PassiveTissueModel model = read_load_models().value().passive;

  /// For the body of the measurements, so that size does not matter.
  PassiveMoments added(double calf, double hamstrings, const SagittalAngles& angles) const {
    Body body;
    body.mass_kg = model.reference_mass_kg;
    body.height_m = model.reference_height_m;
    body.calf_tightness = calf;
    body.hamstring_tightness = hamstrings;
    return added_passive_moments(model, body, angles);
  }
};

TEST_F(PassiveTissue, ASuppleLegAddsExactlyNothing) {
  const PassiveMoments none = added(0.0, 0.0, {0.5, 0.6, -0.3});
  JointMoments net;
  net.knee_extension_nm = 101.3;
  net.hip_extension_nm = -17.9;
  net.ankle_plantarflexion_nm = 140.7;
  const JointMoments active = active_moments(net, none);
  EXPECT_EQ(active.knee_extension_nm, net.knee_extension_nm);
  EXPECT_EQ(active.hip_extension_nm, net.hip_extension_nm);
  EXPECT_EQ(active.ankle_plantarflexion_nm, net.ankle_plantarflexion_nm);
}

// By hand from the published exponentials: ankle exp(2.1016 + 0.0843 x 20 - 0.0176 x 40) at 20 deg dorsiflexion,
// 40 deg of knee flexion: exp(3.0836) = 21.84 Nm; hip at 50 deg with the knee at 20: exp(1.3403 - .452 + 1.525) = 11.18.
TEST_F(PassiveTissue, PublishedMomentsByHand) {
  EXPECT_NEAR(added(1.0, 0.0, {0.0, 40.0 * deg, -20.0 * deg}).ankle_plantarflexion_nm, 21.84, 0.01);
  EXPECT_NEAR(added(0.0, 1.0, {50.0 * deg, 20.0 * deg, 0.0}).hip_extension_nm, 11.18, 0.01);
  // Knee exp(1.800 + .0460 x 20 - .0352 x 40 + .0217 x 30) = exp(1.963) = 7.12 Nm, of both muscles together.
  EXPECT_NEAR(added(1.0, 1.0, {30.0 * deg, 40.0 * deg, -20.0 * deg}).knee_flexion_nm(), 7.12, 0.01);
}

// Two-joint muscles: bending the knee slackens calf and hamstrings; raising the foot or the thigh stretches them.
TEST_F(PassiveTissue, StretchGrowsTheMomentAndABentKneeSlackensIt) {
  const SagittalAngles posture{20.0 * deg, 30.0 * deg, -5.0 * deg};
  SagittalAngles bent = posture, raised = posture, thigh_up = posture;
  bent.knee_flexion_rad += 20.0 * deg;
  raised.plantarflexion_rad -= 10.0 * deg;
  thigh_up.hip_flexion_rad += 20.0 * deg;
  const PassiveMoments here = added(1.0, 1.0, posture);
  EXPECT_LT(added(1.0, 1.0, bent).ankle_plantarflexion_nm, here.ankle_plantarflexion_nm);
  EXPECT_LT(added(1.0, 1.0, bent).hip_extension_nm, here.hip_extension_nm);
  EXPECT_GT(added(1.0, 1.0, raised).ankle_plantarflexion_nm, here.ankle_plantarflexion_nm);
  EXPECT_GT(added(1.0, 1.0, thigh_up).hip_extension_nm, here.hip_extension_nm);
  EXPECT_GT(added(1.0, 1.0, thigh_up).knee_flexion_nm(), here.knee_flexion_nm());
}

TEST_F(PassiveTissue, EachMuscleAddsItsOwn) {
  const SagittalAngles posture{20.0 * deg, 30.0 * deg, -15.0 * deg};
  const PassiveMoments calf = added(1.0, 0.0, posture), hamstrings = added(0.0, 1.0, posture);
  EXPECT_EQ(calf.hip_extension_nm, 0.0);
  EXPECT_EQ(hamstrings.ankle_plantarflexion_nm, 0.0);
  EXPECT_GT(calf.knee_flexion_nm(), 0.0);
  EXPECT_GT(hamstrings.knee_flexion_nm(), 0.0);
  EXPECT_NEAR(added(0.5, 0.0, posture).ankle_plantarflexion_nm, 0.5 * calf.ankle_plantarflexion_nm, 1e-12);
}

TEST_F(PassiveTissue, WhatTightTissueBendsTheQuadricepsMustStraighten) {
  const PassiveMoments passive = added(1.0, 1.0, {20.0 * deg, 40.0 * deg, -20.0 * deg});
  const JointMoments active = active_moments({}, passive);
  EXPECT_GT(active.knee_extension_nm, 0.0);
  EXPECT_LT(active.ankle_plantarflexion_nm, 0.0);  // the calf is spared
  EXPECT_LT(active.hip_extension_nm, 0.0);
}

TEST_F(PassiveTissue, OutsideTheMeasurementsAnglesAreHeld) {
  const PassiveMoments at_end = added(1.0, 1.0, {90.0 * deg, 0.0, -30.0 * deg});
  const PassiveMoments beyond = added(1.0, 1.0, {140.0 * deg, -10.0 * deg, -70.0 * deg});
  EXPECT_EQ(beyond.ankle_plantarflexion_nm, at_end.ankle_plantarflexion_nm);
  EXPECT_EQ(beyond.hip_extension_nm, at_end.hip_extension_nm);
}

TEST_F(PassiveTissue, MomentsGrowWithMassTimesHeight) {
  Body body;
  body.calf_tightness = 1.0;
  Body larger = body;
  larger.mass_kg *= 1.2;
  larger.height_m *= 1.1;
  const SagittalAngles posture{0.3, 0.6, -0.3};
  const PassiveMoments a = added_passive_moments(model, body, posture),
                       b = added_passive_moments(model, larger, posture);
  EXPECT_NEAR(b.ankle_plantarflexion_nm / a.ankle_plantarflexion_nm, 1.32, 1e-12);
}

TEST_F(PassiveTissue, ForcesTimesArmsAreTheMoments) {
  const PassiveMoments m{12.0, 3.0, 2.0, 20.0};
  const PassiveForces f = passive_forces(m, {0.04, 0.06, 0.03, 0.05});
  EXPECT_NEAR(f.calf_n, 500.0, 1e-9);
  EXPECT_NEAR(f.hamstrings_n, 200.0, 1e-9);
  EXPECT_NEAR(f.across_knee_n, 140.0, 1e-9);  // 3 / 0.03 + 2 / 0.05
}

}  // namespace
}  // namespace stridelab
