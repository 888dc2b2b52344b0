#pragma once

#include "forward/frame.h"
#include "forward/implicit_step.h"
#include "loads/load_models.h"

namespace stridelab {

/// What happened in one step of the integration, kept until somebody asks for the frame.
struct IntegrationStep {
  double time_s = 0.0;
  std::int64_t index = 0;
  FreeState state;                               ///< at the beginning of the step
  FreeVector acceleration = FreeVector::Zero();  ///< (u+ - u) / dt
  StepSolution solution;
  Vec3 gravity_m_s2 = Vec3::Zero();
  Vec3 assist_n = Vec3::Zero();  ///< the part of the pelvis wrench that no runner has: at the centre of mass
  ReferenceInstant plan;
  double phase = 0.0;
  std::int64_t stride_index = 0;
  bool settling = true;
};

/// tree    at step.state, with any accelerations (the step has just used it)
/// plan    the newest: its form and the muscle groups it found too weak
/// Pose, ground reaction, joint moments by inverse dynamics of the motion that really happened, and loads.
/// errors none (pure function of its arguments)
Frame make_frame(const Skeleton& skeleton, const Stride& plan, const LoadModels& loads, const IntegrationStep& step,
                 const TreeState& tree, const GroundContact& ground);

}  // namespace stridelab
