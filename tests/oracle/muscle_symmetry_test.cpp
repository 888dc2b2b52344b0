#include <gtest/gtest.h>

#include "loads/joint_moments.h"
#include "loads/muscles/sharing.h"
#include "support/leg_instants.h"
#include "support/strides.h"

/// The muscles of a whole stride: both legs do the same half a stride apart, and can.
namespace stridelab {
namespace {

MuscleState muscles_at(const StrideSample& sample, Side side) {
  const int first = leg_coordinate(hip_flexion_r, side);
  const LegAngles angle_rad = sample.q_rad.segment<n_leg_angles>(first);
  const LegMoments net_nm = sample.generalised_force_nm.segment<n_leg_angles>(first);
  return share_muscles(test::muscles(), test::easy_run().body(), {}, angle_rad, net_nm);
}

// The stride is its own mirror image to rounding: angles to 1e-15, moments to 1e-11 Nm. The sharing balances moments to
// 1e-9 of the largest, some 200 Nm, which a rectus femoris of 3000 N at 0.05 m turns into some 1e-5 N.
TEST(MusclesOfAStride, BothLegsDoTheSameHalfAStrideApart) {
  for (int i = 0; i < 50; ++i) {
    const double phase = i / 50.0;
    const MuscleState right = muscles_at(test::easy_run().at(phase), Side::right);
    const MuscleState left = muscles_at(test::easy_run().at(phase + 0.5), Side::left);
    EXPECT_LT((right.force_n - left.force_n).cwiseAbs().maxCoeff(), 1e-3) << phase;
    EXPECT_LT((right.length_m - left.length_m).cwiseAbs().maxCoeff(), 1e-12) << phase;
  }
}

// An ordinary runner has muscles for an easy run: no joint but the hip's rotation, whose measured moments are not
// trusted, leaves more than 2 Nm of some 200 to the reserves.
TEST(MusclesOfAStride, SupplyWhatTheStrideNeeds) {
  for (int i = 0; i < 200; ++i) {
    const MuscleState s = muscles_at(test::easy_run().at(i / 200.0), Side::right);
    ASSERT_TRUE(s.converged) << i;
    EXPECT_FALSE(s.extrapolated) << i;
    LegMoments reserve = s.reserve_nm.cwiseAbs();
    EXPECT_LT(reserve[hip_rotation], 15.0) << i;
    reserve[hip_rotation] = 0.0;
    EXPECT_LT(reserve.maxCoeff(), 2.0) << i;
  }
}

// Each muscle where every textbook of running puts it.
TEST(MusclesOfAStride, WorkWhenTheyShould) {
  const Stride& stride = test::easy_run();
  const auto force = [&](double phase, MuscleGroup group) {
    return group_force_n(test::muscles(), muscles_at(stride.at(phase), Side::right), group);
  };
  const double mid_stance = 0.45 * stride.duty_factor(), late_stance = 0.6 * stride.duty_factor();
  const double weight_n = test::weight_n(stride);
  EXPECT_GT(force(mid_stance, MuscleGroup::quadriceps), 3.0 * weight_n);
  EXPECT_GT(force(late_stance, MuscleGroup::soleus), 2.0 * weight_n);
  EXPECT_GT(force(mid_stance, MuscleGroup::gluteus_medius), 1.5 * weight_n);
  EXPECT_LT(force(0.7, MuscleGroup::soleus), 0.3 * weight_n);
  // Late swing: the hamstrings slow the shank, the quadriceps do nothing.
  EXPECT_GT(force(0.9, MuscleGroup::hamstrings), 1.0 * weight_n);
  EXPECT_LT(force(0.9, MuscleGroup::quadriceps), 0.3 * weight_n);
}

}  // namespace
}  // namespace stridelab
