#include "forward/reflexes.h"

#include <algorithm>
#include <cmath>

#include "gait/foot_laws.h"

namespace stridelab {
namespace {

constexpr int leg_first[2] = {hip_flexion_r, hip_flexion_l};
constexpr double ground_side[2] = {1.0, -1.0};  ///< +1 where an adducting leg moves its foot to the left (right leg)

double low_pass(double old, double input, double dt_s, double tau_s) {
  return old + (input - old) * dt_s / (tau_s + dt_s);
}

/// Inertia that each joint turns when everything else holds still, standing.
CoordinateVector distal_inertia(const Skeleton& skeleton) {
  FreeDynamics standing;
  free_dynamics(skeleton, FreeState{}, Vec3::Zero(), standing);
  return standing.mass_matrix.dense().diagonal().tail<n_coordinates>();
}

/// Rotation vector that takes the pelvis from where it is to where the plan has it, world axes (small angles).
Vec3 attitude_error(const TreeState& tree, const Vec3& angle_error) {
  Vec3 e = Vec3::Zero();
  for (int k = 0; k < 3; ++k) e += tree.axis[static_cast<std::size_t>(k)].angular * angle_error(k);
  return e;
}

Vec3 clamped(const Vec3& v, const Vec3& limit) { return v.cwiseMin(limit).cwiseMax(-limit); }

/// On the ground the toes are a spring about nearly straight, with a stop at their limit: what they carry is up to the
/// ground, and the plan's own toe moment rests on a scheduled pressure path, not on toes that press.
void passive_toes(const ReflexConstants& constants, int joint, double load, const FreeState& state, JointCommand& c) {
  c.feed_forward_nm(joint) = 0.0;
  c.target_rad(joint) *= 1.0 - constants.toes.freedom * load;
  c.target_rate_rad_s(joint) *= 1.0 - constants.toes.freedom * load;
  const double toe_limit_rad = foot_laws().toe_limit_rad;
  if (state.q(free_index(joint)) < toe_limit_rad) return;
  const double stop = load * constants.toes.stop_stiffness * constants.stiffness_nm_rad(joint);
  const double sum = c.stiffness_nm_rad(joint) + stop;
  c.target_rad(joint) = (c.stiffness_nm_rad(joint) * c.target_rad(joint) + stop * toe_limit_rad) / sum;
  c.stiffness_nm_rad(joint) = sum;
}

}  // namespace

Reflexes::Reflexes(const Skeleton& skeleton, const ReflexGains& gains)
    : skeleton_(&skeleton),
      constants_(&reflex_constants()),
      gains_(gains),
      base_stiffness_(constants_->stiffness_nm_rad),
      mass_ratio_(skeleton.mass_kg / constants_->reference_mass_kg) {
  base_stiffness_ *= mass_ratio_;
  base_damping_ = constants_->damping_ratio * (base_stiffness_.cwiseProduct(distal_inertia(skeleton))).cwiseSqrt();
  schedule(3.3, 0.0);
}

void Reflexes::schedule(double speed_m_s, double slope_rad) { now_ = gains_.at(speed_m_s, std::tan(slope_rad)); }

void Reflexes::feel(const FreeState& state, const TreeState& tree, const GroundSense& ground,
                    const ReferenceInstant& plan, double dt_s, ReflexState& m) const {
  const Vec3 com_velocity = tree.com_velocity + state.u.head<3>();
  const Vec3 error = com_velocity - plan.com_velocity_m_s;
  m.speed_error_m_s = low_pass(m.speed_error_m_s, error.x(), dt_s, constants_->time.speed_filter_s);
  m.side_speed_error_m_s = low_pass(m.side_speed_error_m_s, error.z(), dt_s, constants_->time.speed_filter_s);
  m.speed_integral_m += dt_s * (error.x() - m.speed_integral_m / constants_->time.integral_leak_s);
  m.speed_integral_m =
      std::clamp(m.speed_integral_m, -constants_->most.speed_integral_m, constants_->most.speed_integral_m);
  m.height_integral_m_s +=
      dt_s * (state.q(1) - plan.pelvis_m.y() - m.height_integral_m_s / constants_->time.integral_leak_s);
  for (std::size_t s = 0; s < 2; ++s) {
    const double loaded = std::clamp(ground.vertical_force_n[s] / (constants_->full_load_n * mass_ratio_), 0.0, 1.0);
    m.load[s] = low_pass(m.load[s], loaded, dt_s, constants_->time.load_filter_s);
    m.since_toe_off_s[s] = m.down[s] ? 0.0 : m.since_toe_off_s[s] + dt_s;
    // The pelvis follows a hip that cannot hold it, instead of asking the reflex for what the muscle does not have.
    const double give = ground.abductor_deficit_nm[s] / (gain(Gain::roll_stiffness) * mass_ratio_ + 1.0);
    m.list_yield_rad[s] = give > 0.0 ? low_pass(m.list_yield_rad[s], give, dt_s, constants_->yield.filter_s)
                                     : m.list_yield_rad[s] * (1.0 - dt_s / constants_->yield.leak_s);
  }
}

void Reflexes::balance(const FreeState& state, const TreeState& tree, const GroundSense& ground,
                       const ReferenceInstant& plan, const ReflexState& m, JointCommand& command) const {
  const Vec3 q_error = plan.q_rad.head<3>() - state.q.segment<3>(n_translations);
  Vec3 target_shift(gain(Gain::lean_on_speed) * m.speed_integral_m, 0.0, 0.0);  // too slow: lean forward
  target_shift.y() = m.load[1] * m.list_yield_rad[1] - m.load[0] * m.list_yield_rad[0];
  const Vec3 e = attitude_error(tree, q_error + target_shift);
  const Vec3 rate = attitude_error(tree, plan.qd_rad_s.head<3>() - state.u.segment<3>(n_translations));
  Vec3 moment(gain(Gain::roll_stiffness) * e.x() + gain(Gain::roll_damping) * rate.x(),
              gain(Gain::yaw_stiffness) * e.y() + gain(Gain::yaw_damping) * rate.y(),
              gain(Gain::pitch_stiffness) * e.z() + gain(Gain::pitch_damping) * rate.z());
  moment = mass_ratio_ * clamped(moment, Vec3::Constant(constants_->most.moment_nm));
  Vec3 force(-gain(Gain::speed_damping) * m.speed_error_m_s - gain(Gain::speed_integral) * m.speed_integral_m,
             gain(Gain::height_stiffness) * (plan.pelvis_m.y() - state.q(1)) +
                 gain(Gain::height_damping) * (plan.pelvis_velocity_m_s.y() - state.u(1)) -
                 gain(Gain::height_integral) * m.height_integral_m_s - gain(Gain::push_on_timing) * m.timing_integral,
             gain(Gain::side_stiffness) * (plan.pelvis_m.z() - state.q(2)) -
                 gain(Gain::side_damping) * m.side_speed_error_m_s);
  force = mass_ratio_ *
          clamped(force, Vec3(constants_->most.force_n, constants_->most.vertical_force_n, constants_->most.force_n));
  for (std::size_t s = 0; s < 2; ++s) {
    if (m.load[s] < 1e-3) continue;
    for (int j = leg_first[s]; j < leg_first[s] + 6; ++j) {
      const auto k = static_cast<std::size_t>(j);
      const Vec3& axis = tree.axis[k].angular;
      double torque = -axis.dot((ground.centre_of_pressure_m[s] - tree.point[k]).cross(force));
      if (j < leg_first[s] + 3) torque -= axis.dot(moment);
      command.feed_forward_nm(j) += m.load[s] * torque;
    }
    command.feed_forward_nm(leg_first[s] + 4) -=
        m.load[s] * mass_ratio_ * gain(Gain::ankle_on_speed) * m.speed_error_m_s;
  }
}

void Reflexes::place_feet(const FreeState& state, const ReferenceInstant& plan, double dt_s, ReflexState& m,
                          JointCommand& command) const {
  const double leg = skeleton_->leg_length_m;
  const double ahead =
      gain(Gain::foot_speed) * m.speed_error_m_s + gain(Gain::foot_speed_integral) * m.speed_integral_m;
  const double right =
      gain(Gain::foot_side) * (state.q(2) - plan.pelvis_m.z()) + gain(Gain::foot_side_speed) * m.side_speed_error_m_s;
  for (std::size_t s = 0; s < 2; ++s) {
    const double free = 1.0 - m.load[s];
    if (m.down[s]) {
      m.reach_rad[s] *= 1.0 - dt_s / constants_->placement.decay_s;
      m.spread_rad[s] *= 1.0 - dt_s / constants_->placement.decay_s;
    } else {
      const double on = std::clamp((m.since_toe_off_s[s] - constants_->placement.from_s) /
                                       (constants_->placement.full_s - constants_->placement.from_s),
                                   0.0, 1.0);
      const double reach = std::clamp(on * ahead / leg, -constants_->most.reach_rad, constants_->most.reach_rad);
      const double spread =
          std::clamp(-ground_side[s] * on * right / leg, -constants_->most.spread_rad, constants_->most.spread_rad);
      m.reach_rad[s] = low_pass(m.reach_rad[s], reach, dt_s, constants_->placement.filter_s);
      m.spread_rad[s] = low_pass(m.spread_rad[s], spread, dt_s, constants_->placement.filter_s);
    }
    const double tilt = state.q(free_index(pelvis_tilt)) - plan.q_rad(pelvis_tilt);
    const double list = state.q(free_index(pelvis_list)) - plan.q_rad(pelvis_list);
    command.target_rad(leg_first[s]) += m.reach_rad[s] - free * gain(Gain::thigh_pitch) * tilt;
    command.target_rad(leg_first[s] + 1) += m.spread_rad[s] - free * gain(Gain::thigh_roll) * ground_side[s] * list;
  }
}

JointCommand Reflexes::command(const FreeState& state, const TreeState& tree, const GroundSense& ground,
                               const ReferenceInstant& plan, double dt_s, ReflexState& m) const {
  feel(state, tree, ground, plan, dt_s, m);
  JointCommand c{plan.torque_nm, plan.target_rad, plan.target_rate_rad_s, gain(Gain::joint_stiffness) * base_stiffness_,
                 gain(Gain::joint_damping) * std::sqrt(gain(Gain::joint_stiffness)) * base_damping_};
  for (std::size_t s = 0; s < 2; ++s) {
    c.stiffness_nm_rad.segment<6>(leg_first[s]) *= 1.0 + m.load[s] * (gain(Gain::stance_stiffness) - 1.0);
    c.damping_nms_rad.segment<6>(leg_first[s]) *= 1.0 + m.load[s] * (gain(Gain::stance_damping) - 1.0);
    passive_toes(*constants_, leg_first[s] + 6, m.load[s], state, c);
  }
  c.feed_forward_nm.head<3>().setZero();
  balance(state, tree, ground, plan, m, c);
  place_feet(state, plan, dt_s, m, c);
  return c;
}

void Reflexes::advance_clock(const GroundSense& ground, double landing_phase, double period_s, double dt_s,
                             ReflexState& m) const {
  const ReflexConstants::Contact& contact = constants_->contact;
  for (std::size_t s = 0; s < 2; ++s) {
    const double force = ground.vertical_force_n[s];
    const bool landed = !m.down[s] && force > contact.lands_above_n && m.since_toe_off_s[s] > contact.shortest_swing_s;
    if (landed) {
      const double foot = m.phase - 0.5 * static_cast<double>(s) - landing_phase;
      const double late = foot - std::round(foot);
      const double error = std::clamp(late, -contact.most_error_strides, contact.most_error_strides);
      m.phase_debt -= gain(Gain::phase_reset) * error;
      m.timing_integral = std::clamp(m.timing_integral + error, -contact.most_sum_strides, contact.most_sum_strides);
    }
    if (landed) m.down[s] = true;
    if (m.down[s] && force < contact.leaves_below_n) {
      m.down[s] = false;
      m.since_toe_off_s[s] = 0.0;
    }
  }
  const double due = m.phase_debt * dt_s / (constants_->time.clock_filter_s + dt_s);
  m.phase_debt -= due;
  m.phase += dt_s / period_s + due;
  if (m.phase >= 1.0) {
    m.phase -= 1.0;
    ++m.stride_index;
  }
}

}  // namespace stridelab
