#pragma once

#include <array>

#include "dynamics/free_dynamics.h"
#include "forward/sole.h"

namespace stridelab {

/// Linear law of one sole point over one step, in the velocity at its end: f = f0 - A v, A diagonal (x, y, z).
struct PointLaw {
  bool active = false;
  Vec3 position_m = Vec3::Zero();  ///< about the pelvis origin, world axes
  Vec3 f0_n = Vec3::Zero();
  Vec3 slope_ns_m = Vec3::Zero();
  double friction = 0.0;  ///< mu
};

/// The ground under both feet during one step: laws, their impedance on the runner, and the forces that result.
///
///   normal    f = k d+ - k c d v+, d+ = d - dt v+ : depth at the end of the step, never pulling
///   friction  f = -g v+, g = mu fn / sqrt(v^2 + creep^2) with fn and v of the step before, kept inside the cone
///
/// Both are implicit in the velocity at the end of the step, so a stiff sole does not chatter at 1 ms. METHODS (25).
/// source  Hunt & Crossley 1975, J Appl Mech 42:440; implicit treatment as Baraff & Witkin 1998 (linearised step)
class GroundContact {
 public:
  GroundContact(const Skeleton& skeleton, const ContactModel& model, double belt_speed_m_s);

  /// Sets the laws from the state at the beginning of the step.
  void begin(const TreeState& tree, const FreeState& state, double dt_s);

  /// Adds dt J' A J to the matrix and dt J' f0 to the right side.
  void add(const TreeState& tree, double dt_s, LimbMatrix& matrix, FreeVector& right_side) const;

  /// Forces for a velocity at the end of the step. Corrects laws that this velocity contradicts (a point that pulls, a
  /// friction outside the cone) and returns how many it changed: 0 = the step is consistent.
  int settle(const TreeState& tree, const FreeVector& u_end);

  /// How fast the ground moves backwards.
  [[nodiscard]] double belt_speed_m_s() const { return belt_speed_m_s_; }

  /// Force and moment about the pelvis origin on each segment of `ground_segments`, after settle().
  [[nodiscard]] const std::array<Wrench, n_ground_segments>& wrenches() const { return wrench_; }
  [[nodiscard]] const std::array<std::array<Vec3, sole_points_per_foot>, 2>& forces() const { return force_; }
  [[nodiscard]] const std::array<std::array<PointLaw, sole_points_per_foot>, 2>& laws() const { return law_; }

 private:
  [[nodiscard]] Vec3 velocity(const TreeState& tree, const FreeVector& u, const SolePoint& point, const Vec3& at) const;

  std::array<std::array<SolePoint, sole_points_per_foot>, 2> sole_;
  ContactModel model_;
  double belt_speed_m_s_;
  std::array<std::array<PointLaw, sole_points_per_foot>, 2> law_{};
  std::array<std::array<Vec3, sole_points_per_foot>, 2> force_{};
  std::array<Wrench, n_ground_segments> wrench_{};
};

}  // namespace stridelab
