#include "forward/frame_maker.h"

#include "gait/leg_pose.h"

namespace stridelab {
namespace {

constexpr int leg_first[2] = {hip_flexion_r, hip_flexion_l};

/// Where the resultant of all sole points pierces the surface, and the moment about the normal that is left there.
void pressure_centre(const Wrench& total, const Vec3& pelvis_m, StrideSample& out) {
  out.cop_m.setZero();
  out.free_moment_nm = 0.0;
  if (total.force.y() < 1.0) return;
  // The moment about the pelvis origin of a force at (x, -h, z): take it where the surface is.
  const double height = pelvis_m.y();
  const Vec3& f = total.force;
  const double x = (total.moment.z() - height * f.x()) / f.y();
  const double z = -(total.moment.x() + height * f.z()) / f.y();
  const Vec3 at(x, -height, z);
  out.cop_m = pelvis_m + at;
  out.free_moment_nm = (total.moment - at.cross(f)).y();
}

Wrench about_pelvis(const TreeState& tree, std::size_t segment, const Wrench& at_joint) {
  const Vec3& joint = tree.point[static_cast<std::size_t>(ground_segments[segment])];
  return {at_joint.moment + joint.cross(at_joint.force), at_joint.force};
}

StrideSample motion(const Skeleton& skeleton, const IntegrationStep& step, const TreeState& t, double belt_speed_m_s) {
  StrideSample out;
  out.phase = step.phase;
  out.q_rad = step.state.q.tail<n_coordinates>();
  out.qd_rad_s = step.state.u.tail<n_coordinates>();
  out.qdd_rad_s2 = step.acceleration.tail<n_coordinates>();
  out.pelvis_m = step.state.q.head<3>();
  out.pelvis_velocity_m_s = step.state.u.head<3>();
  out.com_m = out.pelvis_m + t.com;
  out.com_velocity_m_s = out.pelvis_velocity_m_s + t.com_velocity;
  out.com_acceleration_m_s2 = step.acceleration.head<3>() + t.com_acceleration;
  out.generalised_force_nm = generalised_forces(t);
  out.generalised_force_nm.head<lumbar_extension>().setZero();
  Wrench total{Vec3::Zero(), Vec3::Zero()};
  for (std::size_t side = 0; side < 2; ++side) {
    const Wrench foot = about_pelvis(t, 2 * side, step.solution.forces.ground[2 * side]);
    const Wrench toes = about_pelvis(t, 2 * side + 1, step.solution.forces.ground[2 * side + 1]);
    const Wrench leg = foot + toes;
    out.leg[side] = leg_pose(skeleton, t, out.pelvis_m, static_cast<int>(side), leg);
    const Vec3 over_ground = out.pelvis_velocity_m_s + Vec3(belt_speed_m_s, 0.0, 0.0);
    const auto toe_joint_link = static_cast<std::size_t>(leg_first[side] + LimbMatrix::leg_size - 1);
    out.leg[side].ground_power_w =
        dot(t.velocity[toe_joint_link - 1], foot) + dot(t.velocity[toe_joint_link], toes) + leg.force.dot(over_ground);
    for (int i = 0; i < LimbMatrix::leg_size; ++i) {
      const int joint = leg_first[side] + i;
      const bool toe_joint = i == LimbMatrix::leg_size - 1;
      out.generalised_force_nm(joint) -= dot(t.axis[static_cast<std::size_t>(joint)], toe_joint ? toes : leg);
    }
    total += leg;
  }
  pressure_centre(total, out.pelvis_m, out);
  out.residual_force_n = step.assist_n;
  out.residual_moment_nm.setZero();
  out.residual_power_w = step.assist_n.dot(out.pelvis_velocity_m_s);
  return out;
}

}  // namespace

Frame make_frame(const Skeleton& skeleton, const Stride& plan, const LoadModels& loads, const IntegrationStep& step,
                 const TreeState& tree, const GroundContact& ground) {
  TreeState t = tree;
  evaluate_again(skeleton, step.state.u.tail<n_coordinates>(), step.acceleration.tail<n_coordinates>(),
                 step.acceleration.head<3>() - step.gravity_m_s2, t);
  Frame frame;
  frame.time_s = step.time_s;
  frame.index = step.index;
  frame.stride_phase = step.phase;
  frame.stride_index = step.stride_index;
  frame.motion = motion(skeleton, step, t, ground.belt_speed_m_s());
  frame.motion.strength = {plan.strength(), plan.strength()};
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t k = 0; k < sole_points_per_foot; ++k)
      frame.contact[side].point_m[k] = frame.motion.pelvis_m + ground.laws()[side][k].position_m;
    frame.contact[side].force_n = ground.forces()[side];
    frame.leg[side] = leg_values(frame.motion, static_cast<Side>(side), skeleton.body, plan.form(), loads);
  }
  frame.actuator_torque_nm = step.solution.forces.torque_nm;
  frame.plan = {step.plan.q_rad, step.plan.pelvis_m.y(), step.plan.vertical_force_n[0] + step.plan.vertical_force_n[1]};
  frame.saturated = step.solution.saturated;
  frame.settling = step.settling;
  return frame;
}

}  // namespace stridelab
