#include "loads/leg_loads.h"

#include "loads/joint_moments.h"
#include "loads/quadriceps.h"

namespace stridelab {

LegLoads leg_loads(const StrideSample& sample, Side side, const Body& body, const Form&, const LoadModels& models) {
  const JointMoments moments = joint_moments(sample, side);
  const double flexion_rad = sample.q_rad[leg_coordinate(knee_angle_r, side)];
  LegLoads loads;
  loads.kneecap = kneecap_load(models.patellofemoral, body,
                               quadriceps_force_n(models.patellofemoral, body, moments, flexion_rad), flexion_rad);
  return loads;
}

}  // namespace stridelab
