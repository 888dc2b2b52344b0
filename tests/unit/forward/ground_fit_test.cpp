#include "forward/ground_fit.h"

#include <gtest/gtest.h>

#include "forward/reference_motion.h"
#include "forward/reflex_constants.h"
#include "ground/contact_materials.h"
#include "runner/skeleton.h"
#include "support/strides.h"

namespace stridelab {
namespace {

const Skeleton& skeleton() {
  static const Skeleton made = build_skeleton(test::easy_run().body());
  return made;
}

const ContactModel& contact() {
  static const ContactModel usual = read_contact_model("cushioned", "asphalt", skeleton().mass_kg).value();
  return usual;
}

double weight_n() { return skeleton().mass_kg * gravity_m_s2; }

// The definition: where the fit acts in full, the springs of the raised foot carry what the plan carries. 40 halvings of
// 12 cm leave 1e-13 m, 1e-8 N on 250 kN/m.
TEST(GroundFit, SpringsUnderTheRaisedFootCarryThePlannedForce) {
  int in_full = 0;
  for (int i = 0; i < 200; ++i) {
    const StrideSample s = test::easy_run().at(i / 200.0);
    const double force_n = s.leg[0].grf_n.y();
    if (force_n < 20.0 + reflex_constants().ground_fit.full_bw * weight_n()) continue;
    ++in_full;
    const double rise_m = ground_rise_m(s, 0, skeleton(), contact());
    EXPECT_NEAR(spring_force_n(s, 0, skeleton(), contact(), rise_m), force_n, 1e-6) << i;
  }
  EXPECT_GT(in_full, 50);  // of the 66 samples of stance
}

TEST(GroundFit, LeavesALegInTheAirAlone) {
  for (const double phase : {0.45, 0.6, 0.9}) {
    ASSERT_EQ(test::easy_run().at(phase).leg[0].grf_n.y(), 0.0);
    EXPECT_EQ(ground_rise_m(test::easy_run().at(phase), 0, skeleton(), contact()), 0.0);
  }
}

// Stiffer ground gives less, so the foot has to stand higher for the same force; and by less than the springs gave.
TEST(GroundFit, StandsHigherOnStifferGround) {
  const StrideSample s = test::easy_run().at(0.15);
  ContactModel stiff = contact();
  for (double& k : stiff.stiffness_n_m) k *= 2.0;
  const double usual_m = ground_rise_m(s, 0, skeleton(), contact()), stiff_m = ground_rise_m(s, 0, skeleton(), stiff);
  EXPECT_GT(stiff_m, usual_m);
  EXPECT_LT(stiff_m - usual_m, 0.5 * s.leg[0].grf_n.y() / 60e3);  // half of what 60 kN/m, the softest region, gives
}

// Linearised: of a rise of 0.1 mm the second order is 1e-8 m2 over a leg of 0.85 m, 2e-8 m with room.
TEST(GroundFit, RaisesTheAnkleStraightUpAndKeepsThePitch) {
  const StrideSample s = test::easy_run().at(0.15);
  const double rise_m = 1e-4;
  const CoordinateVector change = leg_change_for_rise(s, 0, rise_m);
  const LegSample& leg = s.leg[0];
  const double hip = change(hip_flexion_r), knee = change(hip_flexion_r + 3);
  // Hip flexion carries thigh and shank forward and up about the hip, knee flexion the shank back about the knee.
  const Vec3 from_hip = leg.ankle_m - leg.hip_m, from_knee = leg.ankle_m - leg.knee_m;
  const Vec3 z = Vec3::UnitZ();
  const Vec3 moved = hip * z.cross(from_hip) - knee * z.cross(from_knee);
  EXPECT_NEAR(moved.y(), rise_m, 2e-8);
  EXPECT_NEAR(moved.x(), 0.0, 2e-8);
  EXPECT_NEAR(hip - knee + change(hip_flexion_r + 4), 0.0, 1e-15);  // pitch of the foot: hip - knee + ankle
}

// What the smoothing and the share are for: a knee turns at up to 9 rad/s in stance; what the fit adds to the rates that joint
// damping follows stays below a quarter of that.
TEST(GroundFit, AsksNoJointForAJump) {
  const ReferenceMotion motion(test::easy_run(), skeleton(), contact());
  double worst = 0.0;
  for (int i = 0; i < 512; ++i) {
    const ReferenceInstant p = motion.at(i / 512.0);
    worst = std::max(worst, (p.target_rate_rad_s - p.qd_rad_s).cwiseAbs().maxCoeff());
  }
  EXPECT_GT(worst, 0.01);
  EXPECT_LT(worst, 2.0);
}

}  // namespace
}  // namespace stridelab
