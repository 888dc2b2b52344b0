#pragma once

#include <array>
#include <memory>

#include "dynamics/free_dynamics.h"
#include "runner/skeleton.h"

namespace stridelab {

/// Segments that touch the ground: right foot, right toes, left foot, left toes.
inline constexpr int n_ground_segments = 4;
inline constexpr std::array<int, n_ground_segments> ground_segments = {subtalar_angle_r, mtp_angle_r, subtalar_angle_l,
                                                                       mtp_angle_l};

/// Everything that acts on the runner during one step, besides gravity: constant over the step.
///
/// unit  N, Nm; world axes; each wrench's moment is about the joint centre of its segment
struct AppliedForces {
  CoordinateVector torque_nm = CoordinateVector::Zero();  ///< joint moments; zero on the three pelvis coordinates
  std::array<Wrench, n_ground_segments> ground{};         ///< of the ground on each segment in `ground_segments`
  Wrench pelvis{Vec3::Zero(), Vec3::Zero()};              ///< assist and pushes, about the mid-hip point
};

/// What carries the state of the runner from one step to the next.
///
/// Both carriers integrate alike: accelerations at the old state, then u += dt a, q += dt u (semi-implicit Euler).
class Carrier {
 public:
  virtual ~Carrier() = default;
  [[nodiscard]] virtual const FreeState& state() const = 0;
  /// Sets the state exactly: the next state() returns the same bits, and steps that follow do not depend on the past.
  virtual void set_state(const FreeState& state) = 0;
  /// Acceleration of free fall from now on: the slope of the surface may change while the runner runs.
  virtual void set_gravity(const Vec3& gravity_m_s2) = 0;
  /// Advances by dt_s under these forces.
  virtual void step(const AppliedForces& forces, double dt_s) = 0;
};

/// Our own mass matrix and Cholesky: for sweeps and as the second opinion. Agrees with Bullet to rounding per step.
std::unique_ptr<Carrier> own_carrier(const Skeleton& skeleton, const Vec3& gravity_m_s2);

}  // namespace stridelab
