#include "loads/leg_muscles.h"

#include <gtest/gtest.h>

#include "gait/synthesise.h"
#include "loads/leg_loads.h"

namespace stridelab {
namespace {

TEST(LegMuscles, AreThoseThatTheLoadsAreMadeOf) {
  Body body;
  body.calf_tightness = 0.6;  // so that passive tissue takes its share in both
  const Form form;
  const Stride stride = synthesise(body, form).value();
  const LoadModels models = read_load_models().value();
  for (const Side side : {Side::right, Side::left})
    for (double phase : {0.1, 0.45, 0.8}) {
      const StrideSample sample = stride.at(phase);
      const LegLoads loads = leg_loads(sample, side, body, form, models);
      const LegMuscles leg = leg_muscles(sample, side, body, form, models);
      const UnitVector activation = unit_activation(sample, side, body, form, models);
      EXPECT_EQ(activation.cwiseProduct(models.muscles.members(MuscleGroup::gluteus_medius)).maxCoeff(),
                loads.gluteus_medius_activation);
      EXPECT_EQ(group_force_n(models.muscles, leg.state, MuscleGroup::soleus), loads.soleus_force_n);
      // Force is activation times capacity, to rounding of one product.
      EXPECT_LT((activation.cwiseProduct(leg.state.capacity_n) - leg.state.force_n).cwiseAbs().maxCoeff(), 1e-9);
      EXPECT_GE(activation.minCoeff(), 0.0);
      EXPECT_LE(activation.maxCoeff(), 1.0);
    }
}

}  // namespace
}  // namespace stridelab
