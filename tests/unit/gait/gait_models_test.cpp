#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "gait/acceptance_limits.h"
#include "gait/foot_laws.h"
#include "gait/normative_data.h"
#include "gait/reference_runners.h"
#include "gait/residual_scales.h"
#include "gait/schedule.h"
#include "gait/strength_tables.h"
#include "gait/strike_groups.h"

/// The constants of models/ that a stride stands on: what holds whatever their figures are.
namespace stridelab {
namespace {

TEST(StrengthTables, BothLegsAreAlikeAndThePelvisHasNone) {
  const StrengthTables& tables = strength_tables();
  for (const CoordinateVector& uses : {tables.effort_nm_kg, tables.forward_up_nm_kg, tables.forward_down_nm_kg}) {
    EXPECT_TRUE(uses.head<lumbar_extension>().isZero());
    EXPECT_EQ(uses.segment<n_leg_coordinates>(hip_flexion_r), uses.segment<n_leg_coordinates>(hip_flexion_l));
  }
  EXPECT_EQ(tables.forward_down_nm_kg(hip_adduction_r), 0.0) << "the abductors are those of the stride";
}

TEST(StrikeGroups, ThresholdsTheWrongWayRoundAreRefused) {
  const auto file = std::filesystem::temp_directory_path() / "stridelab_strike_groups.toml";
  std::ofstream(file) << "[blend]\nrearfoot_from_deg = -2\nforefoot_below_deg = 8\n[group_mean]\nforefoot_deg = -4\n"
                         "rearfoot_deg = 11\n[force_shape]\nlowest_deg = -8\nhighest_deg = 15\n";
  const auto groups = read_model_file(file, read_strike_groups);
  std::filesystem::remove(file);
  ASSERT_FALSE(groups.has_value());
  ASSERT_EQ(groups.error().size(), 1U);
  EXPECT_EQ(groups.error()[0].line, 1);
}

TEST(ReferenceRunners, AreThoseOfTheMeasuredCurves) {
  EXPECT_EQ(normative_data()[0].speed_m_s, reference_runners().slow.speed_m_s);
  EXPECT_EQ(normative_data()[1].speed_m_s, reference_runners().fast.speed_m_s);
  EXPECT_EQ(normative_data()[2].speed_m_s, reference_runners().fastest.speed_m_s);
  EXPECT_GT(reference_runners().fast.cadence_spm, reference_runners().slow.cadence_spm);
}

TEST(FootLaws, ToesStayDownUntilTheirJointIsAtItsLimit) {
  const FootSchedule schedule(build_skeleton(Body{}), Form{});
  for (double s = 0.3; s < 1.0; s += 0.01) {
    const FootTarget f = schedule.at(s);
    EXPECT_LE(f.toe_pitch_rad - f.pitch_rad, foot_laws().toe_limit_rad + 1e-12);
  }
}

TEST(ResidualScales, TrackLeftAndRightAlike) {
  const CoordinateVector& sd = residual_scales().tracking_rad;
  EXPECT_GT(sd.minCoeff(), 0.0);
  EXPECT_EQ(sd.segment<n_leg_coordinates>(hip_flexion_r), sd.segment<n_leg_coordinates>(hip_flexion_l));
}

TEST(AcceptanceLimits, LetTheUsualPostureThrough) {
  const AcceptanceLimits& limits = acceptance_limits();
  for (const auto& range : {limits.hip_flexion_deg, limits.hip_adduction_deg, limits.knee_flexion_deg,
                            limits.ankle_dorsiflexion_deg, limits.lumbar_extension_deg}) {
    EXPECT_LT(range[0], 0.0);
    EXPECT_GT(range[1], 0.0);
  }
}

}  // namespace
}  // namespace stridelab
