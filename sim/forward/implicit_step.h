#pragma once

#include "dynamics/carrier.h"
#include "forward/ground_contact.h"
#include "forward/joint_strength.h"
#include "forward/reflexes.h"

namespace stridelab {

/// What one step is solved for and with.
struct StepInput {
  const FreeState& state;
  const FreeDynamics& dynamics;
  const JointCommand& command;
  const JointStrength& strength;
  const CoordinateVector& noise_nm;
  const Wrench& pelvis;  ///< assist and pushes, about the mid-hip point
  double body_mass_kg;
  double dt_s;
};

/// What one step came to.
struct StepSolution {
  FreeVector u_end;
  AppliedForces forces;         ///< constant over the step; a carrier that applies them arrives at u_end
  std::uint32_t saturated = 0;  ///< bit i: coordinate i at its strength limit
  std::array<double, 2> abductor_deficit_nm{};
  int passes = 0;
  bool finite = true;
  bool settled = true;  ///< contact and saturation consistent within the passes allowed
};

/// Solves (M + dt (D + dt K) + dt J'AJ) u+ = M u + dt (f - h) with joint feedback, passive tissue and ground implicit in
/// the velocity at the end of the step, and repeats it with corrected laws until no point pulls, no friction leaves its
/// cone and no muscle gives more than it can. METHODS (24).
class ImplicitStep {
 public:
  StepSolution solve(const StepInput& input, GroundContact& ground);

 private:
  LimbMatrix matrix_;
  LimbFactor factor_;
};

}  // namespace stridelab
