#pragma once

#include <array>

#include "dynamics/spatial.h"
#include "runner/skeleton.h"

namespace stridelab {

template <class T>
using PerLink = std::array<T, n_coordinates>;

/// Where every segment is and how it moves, relative to the pelvis origin and without its translation.
///
/// All vectors in world axes; points from the pelvis origin. METHODS (1)-(3).
struct TreeState {
  PerLink<Mat3> rotation;             ///< segment frame to world
  PerLink<Vec3> point;                ///< joint centre
  PerLink<Motion> axis;               ///< S: motion that one rad/s of this joint gives everything below it
  PerLink<Motion> axis_rate;          ///< dS/dt = v x S
  PerLink<Motion> velocity;           ///< of the segment
  PerLink<Motion> acceleration;       ///< of the segment, with the pelvis origin accelerating by `base_acceleration`
  PerLink<SpatialInertia> inertia;    ///< of the segment alone
  PerLink<SpatialInertia> composite;  ///< of everything from this joint outwards
  PerLink<Wrench> force;              ///< composite: what must act through this joint on everything outwards
  PerLink<Wrench> momentum;           ///< composite
  Wrench root;                        ///< what must act on the whole runner, about the pelvis origin
  Vec3 base_acceleration;             ///< of the pelvis origin minus gravity
  Vec3 com, com_velocity, com_acceleration;  ///< relative to the pelvis origin (acceleration: of the relative motion)
};

/// Kinematics and recursive Newton-Euler in one pass out and one pass in, for a given total external force.
///
/// The pelvis translation is not an input: its acceleration follows from Newton's law for the whole body,
/// base_acceleration = F / m - d2(com - pelvis)/dt2, so the linear balance holds exactly at any posture. METHODS (4).
/// `total_force_n` is the sum of all external forces except gravity, world axes. No allocation.
void evaluate(const Skeleton& skeleton, const CoordinateVector& q_rad, const CoordinateVector& qd_rad_s,
              const CoordinateVector& qdd_rad_s2, const Vec3& total_force_n, TreeState& state);

/// The same for a given acceleration of the pelvis origin (minus gravity): what a forward simulation knows.
void evaluate_on_base(const Skeleton& skeleton, const CoordinateVector& q_rad, const CoordinateVector& qd_rad_s,
                      const CoordinateVector& qdd_rad_s2, const Vec3& base_acceleration_m_s2, TreeState& state);

/// evaluate_on_base() for a tree that it has already been called for with the same q and q': only what depends on the
/// accelerations is done again. Same bits. `qd_rad_s` is that q'.
void evaluate_again(const Skeleton& skeleton, const CoordinateVector& qd_rad_s, const CoordinateVector& qdd_rad_s2,
                    const Vec3& base_acceleration_m_s2, TreeState& state);

/// Generalised force of each coordinate, Nm, sign of the coordinate, if nothing but gravity touched the runner beyond
/// the root: tau_i = S_i . f_i.
CoordinateVector generalised_forces(const TreeState& state);

/// Link indices from the root down to (and including) link i; depth is at most 10.
struct Chain {
  std::array<int, 11> link;
  int length;
};
const Chain& chain_to(int link);

}  // namespace stridelab
