#pragma once

#include "dynamics/limb_matrix.h"
#include "dynamics/tree.h"

namespace stridelab {

/// Position and velocity of the free runner. METHODS (23).
struct FreeState {
  FreeVector q = FreeVector::Zero();  ///< pelvis position (mid-hip, m), then the rotational coordinates (rad)
  FreeVector u = FreeVector::Zero();  ///< time derivative of q
  bool operator==(const FreeState&) const = default;
};

/// The equations of motion at one state: M(q) du/dt + bias = generalised forces.
///
/// frame  generalised coordinates; the pelvis translations act along the world axes
struct FreeDynamics {
  TreeState tree;          ///< kinematics about the pelvis origin, bias forces with du/dt = 0
  LimbMatrix mass_matrix;  ///< kg, kg m, kg m^2
  FreeVector bias;         ///< gravity, Coriolis and centrifugal terms, N and Nm
};

/// Composite-rigid-body mass matrix and recursive Newton-Euler bias, one pass. No allocation.
///
/// gravity_m_s2  acceleration of free fall in the runner's frame (tilted with the surface)
/// source        Featherstone 2008, Rigid Body Dynamics Algorithms, ch. 5 and 6, in the ground-frame form of METHODS (1)
void free_dynamics(const Skeleton& skeleton, const FreeState& state, const Vec3& gravity_m_s2, FreeDynamics& out);

}  // namespace stridelab
