#include "forward/implicit_step.h"

#include <cmath>

#include "gait/muscle_capacity.h"

namespace stridelab {
namespace {

constexpr int max_passes = 8;
constexpr int adduction[2] = {hip_adduction_r, hip_adduction_l};

/// One joint's torque over the step, linear in its own velocity at the end: t = t0 - slope qd+.
struct JointLaw {
  double t0_nm, slope_nms_rad;  ///< muscles
  double passive0_nm = 0.0, passive_slope = 0.0;
  int limit = 0;  ///< -1, +1: held at that strength
};
using JointLaws = std::array<JointLaw, n_coordinates>;

JointLaws joint_laws(const StepInput& in) {
  JointLaws laws;
  for (int i = lumbar_extension; i < n_coordinates; ++i) {
    const JointCommand& c = in.command;
    const double k = c.stiffness_nm_rad(i), d = c.damping_nms_rad(i), q = in.state.q(free_index(i));
    JointLaw& law = laws[static_cast<std::size_t>(i)];
    // The target moves on during the step as the joint does.
    const double target = c.target_rad(i) + in.dt_s * c.target_rate_rad_s(i);
    law.t0_nm = c.feed_forward_nm(i) + in.noise_nm(i) + k * (target - q) + d * c.target_rate_rad_s(i);
    law.slope_nms_rad = d + in.dt_s * k;
  }
  for (const int i : adduction) {
    // The plan's moment contains the passive tissue's share: the muscles are asked for the rest.
    JointLaw& law = laws[static_cast<std::size_t>(i)];
    const double q = in.state.q(free_index(i));
    law.passive0_nm = -passive_abduction_nm(in.body_mass_kg, q);
    law.passive_slope = in.dt_s * passive_abduction_stiffness_nm_rad(in.body_mass_kg, q);
    law.t0_nm -= law.passive0_nm;
    law.slope_nms_rad -= law.passive_slope;
  }
  return laws;
}

double muscle_torque(const JointLaw& law, const StepInput& in, int i, double qd_end) {
  if (law.limit > 0) return in.strength.up_nm(i);
  if (law.limit < 0) return -in.strength.down_nm(i);
  return law.t0_nm - law.slope_nms_rad * qd_end;
}

/// Limits joints that ask for too much, frees those that no longer do. Returns how many changed.
int saturate(const StepInput& in, const FreeVector& u_end, JointLaws& laws) {
  int changed = 0;
  for (int i = lumbar_extension; i < n_coordinates; ++i) {
    JointLaw& law = laws[static_cast<std::size_t>(i)];
    const double asked = law.t0_nm - law.slope_nms_rad * u_end(free_index(i));
    const int limit = asked > in.strength.up_nm(i) ? 1 : asked < -in.strength.down_nm(i) ? -1 : 0;
    if (limit == law.limit) continue;
    law.limit = limit;
    ++changed;
  }
  return changed;
}

void assemble(const StepInput& in, const JointLaws& laws, LimbMatrix& matrix, FreeVector& right) {
  matrix = in.dynamics.mass_matrix;
  right = in.dynamics.mass_matrix.times(in.state.u) - in.dt_s * in.dynamics.bias;
  right.head<3>() += in.dt_s * in.pelvis.force;
  for (int k = 0; k < 3; ++k)
    right(free_index(k)) += in.dt_s * dot(in.dynamics.tree.axis[static_cast<std::size_t>(k)], in.pelvis);
  for (int i = lumbar_extension; i < n_coordinates; ++i) {
    const JointLaw& law = laws[static_cast<std::size_t>(i)];
    const double held = law.limit > 0 ? in.strength.up_nm(i) : -in.strength.down_nm(i);
    const double slope = (law.limit == 0 ? law.slope_nms_rad : 0.0) + law.passive_slope;
    right(free_index(i)) += in.dt_s * ((law.limit == 0 ? law.t0_nm : held) + law.passive0_nm);
    matrix.add_diagonal(free_index(i), in.dt_s * slope);
  }
}

void collect(const StepInput& in, const JointLaws& laws, const GroundContact& ground, StepSolution& out) {
  for (int i = lumbar_extension; i < n_coordinates; ++i) {
    const JointLaw& law = laws[static_cast<std::size_t>(i)];
    const double qd = out.u_end(free_index(i));
    out.forces.torque_nm(i) = muscle_torque(law, in, i, qd) + law.passive0_nm - law.passive_slope * qd;
    if (law.limit != 0) out.saturated |= 1u << i;
  }
  for (std::size_t side = 0; side < 2; ++side) {
    const JointLaw& law = laws[static_cast<std::size_t>(adduction[side])];
    if (law.limit >= 0) continue;
    const double asked = law.t0_nm - law.slope_nms_rad * out.u_end(free_index(adduction[side]));
    out.abductor_deficit_nm[side] = -asked - in.strength.down_nm(adduction[side]);
  }
  for (std::size_t k = 0; k < n_ground_segments; ++k) {
    const Wrench& about_pelvis = ground.wrenches()[k];
    const Vec3& joint = in.dynamics.tree.point[static_cast<std::size_t>(ground_segments[k])];
    out.forces.ground[k] = {about_pelvis.moment - joint.cross(about_pelvis.force), about_pelvis.force};
  }
  out.forces.pelvis = in.pelvis;
}

}  // namespace

StepSolution ImplicitStep::solve(const StepInput& in, GroundContact& ground) {
  StepSolution out;
  ground.begin(in.dynamics.tree, in.state, in.dt_s);
  JointLaws laws = joint_laws(in);
  FreeVector right;
  for (int changed = 1; changed > 0 && out.passes < max_passes; ++out.passes) {
    assemble(in, laws, matrix_, right);
    ground.add(in.dynamics.tree, in.dt_s, matrix_, right);
    if (!factor_.compute(matrix_)) {
      out.finite = false;
      out.u_end = in.state.u;
      return out;
    }
    out.u_end = factor_.solve(right);
    changed = saturate(in, out.u_end, laws) + ground.settle(in.dynamics.tree, out.u_end);
    out.settled = changed == 0;
  }
  out.finite = out.u_end.allFinite();
  collect(in, laws, ground, out);
  return out;
}

}  // namespace stridelab
