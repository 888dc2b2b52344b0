#include "forward/joint_strength.h"

#include <gtest/gtest.h>

#include "gait/muscle_capacity.h"
#include "gait/strength_tables.h"
#include "support/strides.h"

namespace stridelab {
namespace {

TEST(JointStrength, AbductorsAloneFollowHipStrength) {
  const JointStrength whole(Body{}, 1.0), weak(Body{}, 0.6);
  for (int i = 0; i < n_coordinates; ++i) {
    EXPECT_EQ(whole.up_nm(i), weak.up_nm(i)) << i;
    const bool abduction = i == hip_adduction_r || i == hip_adduction_l;
    EXPECT_DOUBLE_EQ(weak.down_nm(i), (abduction ? 0.6 : 1.0) * whole.down_nm(i)) << i;
  }
  EXPECT_EQ(weak.down_nm(hip_adduction_r),
            strength_tables().stride.hip_abductor_forward_margin * abductor_capacity_nm(Body{}, 0.6));
}

// A strong group is no stronger than a healthy adult here; a weak one has its share of that, in its own direction alone.
TEST(JointStrength, WeakGroupsTakeTheirShare) {
  Form form;
  form.quad_strength = 0.6;
  form.calf_strength = 1.4;
  const JointStrength whole(Body{}, 1.0), weak(Body{}, 1.0, weak_groups_of(form));
  for (int i = 0; i < n_coordinates; ++i) {
    const bool knee = i == knee_angle_r || i == knee_angle_l;
    EXPECT_EQ(weak.up_nm(i), whole.up_nm(i)) << i;
    EXPECT_EQ(weak.down_nm(i), (knee ? 0.6 : 1.0) * whole.down_nm(i)) << i;
  }
}

TEST(JointStrength, BothLegsAreAsStrong) {
  const JointStrength s(Body{58.0, 1.63, Sex::female}, 0.8);
  for (int k = 0; k < n_leg_coordinates; ++k) {
    EXPECT_EQ(s.up_nm(hip_flexion_r + k), s.up_nm(hip_flexion_l + k));
    EXPECT_EQ(s.down_nm(hip_flexion_r + k), s.down_nm(hip_flexion_l + k));
  }
}

TEST(JointStrength, EveryJointHasMusclesBothWaysAndThePelvisNone) {
  const JointStrength s(Body{}, 1.0);
  for (int i = 0; i < n_coordinates; ++i) {
    EXPECT_EQ(s.up_nm(i) > 0.0, i >= lumbar_extension) << i;
    EXPECT_EQ(s.down_nm(i) > 0.0, i >= lumbar_extension) << i;
  }
}

// A healthy adult can run the default form without help: its moments leave room everywhere (the abductors have the 15 %
// of METHODS (12), and passive tissue besides).
TEST(JointStrength, TheDefaultFormLiesWithin) {
  const JointStrength s(Body{}, 1.0);
  for (int n = 0; n < 200; ++n) {
    const StrideSample at = test::easy_run().at(n / 200.0);
    for (int i = lumbar_extension; i < n_coordinates; ++i) {
      EXPECT_LT(at.generalised_force_nm(i), s.up_nm(i)) << coordinate_names[static_cast<std::size_t>(i)];
      EXPECT_GT(at.generalised_force_nm(i), -s.down_nm(i)) << coordinate_names[static_cast<std::size_t>(i)];
    }
  }
}

}  // namespace
}  // namespace stridelab
