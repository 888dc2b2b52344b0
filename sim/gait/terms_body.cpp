#include <cmath>
#include <numbers>

#include "gait/muscle_capacity.h"
#include "gait/reference.h"
#include "gait/strength_tables.h"
#include "gait/terms.h"

namespace stridelab {

double ground_share(const NodeContext& c, int coordinate) {
  if (!c.stance || coordinate < hip_flexion_r || coordinate > mtp_angle_r) return 0.0;
  return coordinate == mtp_angle_r ? c.sole.share.toe : 1.0;
}

double joint_moment(const NodeContext& c, int coordinate) {
  const auto i = static_cast<std::size_t>(coordinate);
  const double tau = dot(c.tree.axis[i], c.tree.force[i]);
  const double share = ground_share(c, coordinate);
  if (share == 0.0) return tau;
  if (coordinate == mtp_angle_r)  // the toes' part of the ground's force acts at their own point
    return tau - share * c.tree.axis[i].angular.dot((c.sole.toe - c.tree.point[i]).cross(c.com.force_n));
  return tau - dot(c.tree.axis[i], c.tree.root);
}

Rows::Row joint_moment_row(const NodeContext& c, int coordinate) {
  Rows::Row row = Rows::Row::Zero();
  row.head<n_tree_inputs>() = c.d.tau.row(coordinate);
  const double share = ground_share(c, coordinate);
  if (share == 0.0) return row;
  const auto i = static_cast<std::size_t>(coordinate);
  const Motion& axis = c.tree.axis[i];
  const Chain& chain = chain_to(coordinate);
  if (coordinate == mtp_angle_r) {
    const Vec3 arm = c.sole.toe - c.tree.point[i];
    const Vec3& n = axis.angular;
    const Vec3& force = c.com.force_n;
    for (int m = 0; m < chain.length; ++m) {
      const int k = chain.link[static_cast<std::size_t>(m)];
      const Vec3& turn = c.tree.axis[static_cast<std::size_t>(k)].angular;
      row(k) -= share * (turn.cross(n).dot(arm.cross(force)) + n.dot(turn.cross(arm).cross(force)));
    }
    row.segment<3>(n_motion_inputs) -= share * n.cross(arm).transpose();
    row(pressure_input) -= c.sole.share.toe_slope * n.dot(arm.cross(force));
    return row;
  }
  row.head<n_tree_inputs>() -= axis.angular.transpose() * c.d.root_moment;
  row.segment<3>(n_motion_inputs) -= axis.linear.transpose();
  for (int m = 0; m + 1 < chain.length; ++m) {
    const int k = chain.link[static_cast<std::size_t>(m)];
    row(k) -= dot(c.tree.axis[static_cast<std::size_t>(k)].cross(axis), c.tree.root);
  }
  return row;
}

void joint_effort(const NodeContext& c, Rows& rows) {
  const CoordinateVector& strength_nm_kg = strength_tables().effort_nm_kg;
  for (int i = lumbar_extension; i < n_coordinates; ++i)
    rows.add(joint_moment(c, i), c.scales.effort_share * strength_nm_kg(i) * c.skeleton.mass_kg,
             [&] { return joint_moment_row(c, i); });
}

void trunk_posture(const NodeContext& c, Rows& rows) {
  // Direction cosines of the trunk's long axis. Fore-aft it may swing about the mean lean, which a row of its own holds
  // (problem.cpp); sideways it hardly does.
  const auto trunk = static_cast<std::size_t>(lumbar_rotation);
  const Vec3 axis = c.tree.rotation[trunk].col(1);
  auto tilt = [&](int component, double target_rad, double scale_rad) {
    rows.add(axis(component) - std::sin(target_rad), scale_rad, [&] {
      Rows::Row row = Rows::Row::Zero();
      for (int k = pelvis_tilt; k <= lumbar_rotation; ++k)
        row(k) = c.tree.axis[static_cast<std::size_t>(k)].angular.cross(axis)(component);
      return row;
    });
  };
  tilt(0, trunk_lean_to_surface(c.form), c.scales.trunk.fore_aft_rad);
  // A slight lean toward the stance side: without this row the trunk alone would balance the pelvis.
  // Whoever leans on purpose holds that lean, measured from the one that the usual stride comes to.
  const ResidualScales::Trunk& usual = c.scales.trunk;
  const double asked_rad = c.form.trunk_lateral_lean_rad;
  const double held = 1.0 + std::abs(asked_rad) / usual.held_lean_rad;
  const double comes_to_rad = (usual.usual_lean_rad - usual.stance_lean_rad) * (1.0 - 1.0 / held);
  const double mid_stance_rad = usual.stance_lean_rad + comes_to_rad + asked_rad;
  const double lean = c.stance ? mid_stance_rad * std::sin(std::numbers::pi * c.s) : 0.0;
  // Whoever yields at the hip does not lean as well: that would be a compensation of its own.
  const double usual_rad = usual.sideways_rad, weak = c.scales.weak_hip.weakness(c.abductors.strength);
  tilt(2, lean, (usual_rad + (c.scales.weak_hip.sideways_rad - usual_rad) * weak) / held);
}

void weak_abductors(const NodeContext& c, Rows& rows) {
  if (c.abductors.strength >= 1.0) return;
  // "Same command, weaker muscle": the active moment is S times what the same posture would have got at full strength;
  // each degree of further adduction recruits more. Effort alone would give the opposite sign. METHODS (12).
  const double mass = c.skeleton.mass_kg;
  const double recruit = c.scales.weak_abductors.recruits_nm_kg_deg * mass * deg_per_rad;
  const double adduction = c.q_rad(hip_adduction_r);
  const double passive = passive_abduction_nm(mass, adduction);
  const double active = -joint_moment(c, hip_adduction_r) - passive;
  const double command = c.abductors.active_moment_nm + recruit * (adduction - c.abductors.adduction_rad);
  rows.add(active - c.abductors.strength * command, c.scales.weak_abductors.moment_nm_kg * mass, [&] {
    Rows::Row row = -joint_moment_row(c, hip_adduction_r);
    row(hip_adduction_r) -= passive_abduction_stiffness_nm_rad(mass, adduction) + c.abductors.strength * recruit;
    return row;
  });
}

void weak_trunk(const NodeContext& c, Rows& rows) {
  if (c.trunk.strength >= 1.0) return;
  // The abductors' law once more: the trunk sags where the same command gets less out of the muscles, until the sag
  // recruits the rest. Limiting the moment alone would buy a stiller trunk.
  const double mass = c.skeleton.mass_kg;
  const double recruit = c.scales.weak_trunk.recruits_nm_kg_deg * mass * deg_per_rad;
  const double command = c.trunk.moment_nm - recruit * (c.q_rad(lumbar_bending) - c.trunk.bending_rad);
  rows.add(joint_moment(c, lumbar_bending) - c.trunk.strength * command, c.scales.weak_trunk.moment_nm_kg * mass, [&] {
    Rows::Row row = joint_moment_row(c, lumbar_bending);
    row(lumbar_bending) += c.trunk.strength * recruit;
    return row;
  });
}

void weak_groups(const NodeContext& c, Rows& rows) {
  // What a group cannot supply, posture has to make unnecessary. A hinge stiff enough to be felt, soft enough that a
  // demand nobody can avoid stays solvable; what is left shows in StrengthLimits.
  const double scale = c.scales.weak_groups.hinge_nm_kg * c.skeleton.mass_kg;
  for (const MomentLimit& limit : c.weak_groups) {
    const double u = (limit.sign * joint_moment(c, limit.coordinate) - limit.capacity_nm) / scale;
    rows.add(hinge(u), c.scales.weak_groups.hinge_scale,
             [&] { return Rows::Row(joint_moment_row(c, limit.coordinate) * (limit.sign * hinge_slope(u) / scale)); });
  }
}

}  // namespace stridelab
