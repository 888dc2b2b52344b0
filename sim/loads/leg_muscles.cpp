#include "loads/leg_muscles.h"

#include "loads/leg_state.h"

namespace stridelab {

LegMuscles leg_muscles(const StrideSample& sample, Side side, const Body& body, const Form& form,
                       const LoadModels& models) {
  const LegAngles angle = leg_angles(sample, side, body, form.footing);
  const PassiveMoments passive = added_passive_moments(
      models.passive, body, {angle[hip_flexion], angle[knee_flexion], -angle[ankle_dorsiflexion]});
  const JointMoments net = joint_moments(sample, side);
  const JointMoments active = active_moments(net, passive);
  return {angle, net, active, passive,
          share_muscles(models.muscles, body, sample.strength[static_cast<std::size_t>(index(side))], angle,
                        leg_moments(sample, side, active))};
}

UnitVector unit_activation(const StrideSample& sample, Side side, const Body& body, const Form& form,
                           const LoadModels& models) {
  return leg_muscles(sample, side, body, form, models).state.activation;
}

}  // namespace stridelab
