#pragma once

#include "gait/stride.h"
#include "loads/joint_moments.h"
#include "loads/load_models.h"
#include "loads/muscles/sharing.h"
#include "loads/passive_tissue.h"
#include "loads/side.h"

namespace stridelab {

/// What the muscles of a leg are asked for at one instant, and what they do about it.
struct LegMuscles {
  LegAngles angle_rad;
  JointMoments net, active;  ///< with and without what tight tissue supplies
  PassiveMoments passive;
  MuscleState state;  ///< length, arms, activation and force of every unit
};

/// Shares the net moments of a leg among its 40 muscle units: the one set-up behind loads and pictures of muscles.
///
/// frame   any sample of a stride or of a forward run
/// errors  `state.converged`, `state.extrapolated`; pure function
/// source  METHODS (muscles)
LegMuscles leg_muscles(const StrideSample& sample, Side side, const Body& body, const Form& form,
                       const LoadModels& models);

/// Activation of every unit of a leg, 0 .. 1, in the order of `models.muscles.name`; otherwise as leg_muscles().
UnitVector unit_activation(const StrideSample& sample, Side side, const Body& body, const Form& form,
                           const LoadModels& models);

}  // namespace stridelab
