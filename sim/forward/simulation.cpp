#include "forward/simulation.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "forward/bullet/bullet_carrier.h"
#include "forward/fall_guard.h"
#include "forward/frame_maker.h"
#include "forward/learned_torque.h"
#include "forward/reference_blend.h"
#include "forward/state_hash.h"
#include "forward/torque_noise.h"

namespace stridelab {
namespace {

constexpr double assist_stiffness_n_m = 2000.0, assist_damping_ns_m = 300.0;  ///< at 100 percent and 70 kg

Vec3 gravity_on(double slope_rad) { return gravity_m_s2 * Vec3(-std::sin(slope_rad), -std::cos(slope_rad), 0.0); }

struct Push {
  Vec3 force_n;
  std::int64_t until_index;  ///< whole steps: a time compared with a time would be a step off, now and then
};

/// In flight, half way to the planned right foot contact.
double starting_phase(const Stride& stride) { return 1.0 - 0.5 * (0.5 - stride.duty_factor()); }

FreeState starting_state(const ReferenceInstant& plan) {
  FreeState s;
  s.q << 0.0, plan.pelvis_m.y(), plan.pelvis_m.z(), plan.q_rad;
  s.u << plan.pelvis_velocity_m_s, plan.qd_rad_s;
  return s;
}

}  // namespace

/// Everything that changes while the runner runs. A value: snapshot and restore are copies.
struct SimulationSnapshot {
  SimulationSnapshot(ReferenceBlend p, TorqueNoise n, GroundContact g)
      : plan(std::move(p)), noise(std::move(n)), ground(std::move(g)) {}

  FreeState state;
  std::int64_t index = 0;
  double time_s = 0.0;
  double settled_from_s = 0.0;
  ReferenceBlend plan;
  ReflexState reflex;
  LearnedTorque learned;
  bool form_changes = false;  ///< another form is being taken up: what was learned for the old one fades
  GroundSense sense;
  TorqueNoise noise;
  double assist_reference_m = 0.0;
  std::vector<Push> pushes;
  IntegrationStep last;
  GroundContact ground;
  std::optional<Fall> fall;
};

struct Simulation::Parts {
  Parts(const Stride& stride, const LoadModels& load_models, const SimulationSettings& s, const ReflexGains& gains)
      : skeleton(build_skeleton(stride.body())),
        settings(s),
        loads(load_models),
        strength(stride.body(), s.hip_strength.value_or(stride.form().hip_strength), weak_groups_of(stride.form())),
        reflexes(skeleton, gains),
        now(ReferenceBlend(std::make_shared<const ReferenceMotion>(stride, skeleton, s.contact)),
            TorqueNoise(strength, s.torque_noise_percent, s.seed),
            GroundContact(skeleton, s.contact, s.belt_speed_m_s)) {}

  bool step();
  StepSolution solve(const ReferenceInstant& plan, const Wrench& pelvis);
  Wrench external(const ReferenceInstant& plan);
  void learn(const ReferenceInstant& plan, JointCommand& command);
  void feel(const StepSolution& solution);
  void advance_state(const StepSolution& solution);
  void follow_plan();

  Skeleton skeleton;
  SimulationSettings settings;
  LoadModels loads;
  FallLimits fall_limits = forward_limits().fall;
  JointStrength strength;
  Reflexes reflexes;
  ImplicitStep implicit;
  FreeDynamics dynamics;  ///< at the state of now.last
  Vec3 gravity = Vec3::Zero();
  std::unique_ptr<Carrier> carrier;  ///< null when our own core integrates
  SimulationSnapshot now;
};

Wrench Simulation::Parts::external(const ReferenceInstant& plan) {
  Wrench wrench{Vec3::Zero(), Vec3::Zero()};
  for (const Push& push : now.pushes)
    if (now.index < push.until_index) wrench.force += push.force_n;
  const double share = 0.01 * settings.assist_percent * skeleton.mass_kg / 70.0;
  now.last.assist_n.setZero();
  if (share == 0.0) return wrench;
  const double x = now.state.q(0) + settings.belt_speed_m_s * now.time_s;
  const double v = now.state.u(0) + settings.belt_speed_m_s;
  now.assist_reference_m += plan.pelvis_velocity_m_s.x() * settings.dt_s;
  now.last.assist_n.x() = -share * (assist_stiffness_n_m * (x - now.assist_reference_m) +
                                    assist_damping_ns_m * (v - plan.pelvis_velocity_m_s.x()));
  // At the centre of mass: a force that turns nobody.
  wrench += {dynamics.tree.com.cross(now.last.assist_n), now.last.assist_n};
  return wrench;
}

StepSolution Simulation::Parts::solve(const ReferenceInstant& plan, const Wrench& pelvis) {
  FreeState felt = now.state;  // the controller knows the speed over ground, also on a belt
  felt.u(0) += settings.belt_speed_m_s;
  JointCommand command = reflexes.command(felt, dynamics.tree, now.sense, plan, settings.dt_s, now.reflex);
  learn(plan, command);
  return implicit.solve(
      {now.state, dynamics, command, strength, now.noise.next(settings.dt_s), pelvis, skeleton.mass_kg, settings.dt_s},
      now.ground);
}

/// Adds what the legs have learned, and lets them hear what feedback still gives.
void Simulation::Parts::learn(const ReferenceInstant& plan, JointCommand& command) {
  const ReflexConstants::Learning& constants = reflex_constants().learning;
  const CoordinateVector feedback_nm = command.feedback_nm(now.state);
  command.feed_forward_nm += now.learned.at(now.reflex.phase);
  const Vec3 attitude_error = now.state.q.segment<3>(n_translations) - plan.q_rad.head<3>();
  const bool pushed =
      std::any_of(now.pushes.begin(), now.pushes.end(), [&](const Push& push) { return now.index < push.until_index; });
  const bool calm = !pushed && !now.form_changes && attitude_error.norm() < constants.calm_rad;
  now.learned.hear(now.reflex.phase, feedback_nm, constants.most_share * strength.up_nm.cwiseMin(strength.down_nm),
                   calm, settings.dt_s);
}

void Simulation::Parts::feel(const StepSolution& solution) {
  for (std::size_t side = 0; side < 2; ++side) {
    const Wrench leg = now.ground.wrenches()[2 * side] + now.ground.wrenches()[2 * side + 1];
    now.sense.vertical_force_n[side] = leg.force.y();
    now.sense.abductor_deficit_nm[side] = solution.abductor_deficit_nm[side];
    const double height = now.state.q(1);
    if (leg.force.y() > 20.0)
      now.sense.centre_of_pressure_m[side] = Vec3((leg.moment.z() - height * leg.force.x()) / leg.force.y(), -height,
                                                  -(leg.moment.x() + height * leg.force.z()) / leg.force.y());
  }
}

void Simulation::Parts::advance_state(const StepSolution& solution) {
  if (carrier == nullptr) {
    now.state.u = solution.u_end;
    now.state.q += settings.dt_s * now.state.u;
    return;
  }
  carrier->step(solution.forces, settings.dt_s);
  now.state = carrier->state();
}

/// Slope, gains and strength follow the plan in force.
void Simulation::Parts::follow_plan() {
  gravity = gravity_on(now.plan.slope_rad());
  reflexes.schedule(now.plan.scheduling_speed_m_s(), now.plan.slope_rad());
  strength =
      JointStrength(skeleton.body, settings.hip_strength.value_or(now.plan.hip_strength()), now.plan.weak_groups());
  if (carrier != nullptr) carrier->set_gravity(gravity);
}

bool Simulation::Parts::step() {
  if (now.fall) return false;
  if (now.plan.blending()) {
    now.plan.advance(settings.dt_s);
    follow_plan();
    if (now.form_changes && !now.plan.blending()) {
      now.learned.forget();
      now.form_changes = false;
    }
  }
  free_dynamics(skeleton, now.state, gravity, dynamics);
  const ReferenceInstant plan = now.plan.at(now.reflex.phase);
  const Wrench pelvis = external(plan);
  IntegrationStep& r = now.last;
  r.solution = solve(plan, pelvis);
  r.state = now.state;
  r.time_s = now.time_s;
  r.index = now.index;
  r.gravity_m_s2 = gravity;
  r.plan = plan;
  r.phase = now.reflex.phase;
  r.stride_index = now.reflex.stride_index;
  r.settling = now.time_s < now.settled_from_s;
  r.acceleration = (r.solution.u_end - now.state.u) / settings.dt_s;
  if (!r.solution.finite) {  // keep the state that had no solution: it names what diverged
    now.fall = find_fall(fall_limits, now.time_s, now.state, r.solution, plan, now.plan.plan().stride());
    return false;
  }
  feel(r.solution);
  reflexes.advance_clock(now.sense, now.plan.landing_phase(), now.plan.period_s(), settings.dt_s, now.reflex);
  advance_state(r.solution);
  ++now.index;
  now.time_s = static_cast<double>(now.index) * settings.dt_s;
  now.fall = find_fall(fall_limits, now.time_s, now.state, r.solution, plan, now.plan.plan().stride());
  return !now.fall;
}

Simulation::Simulation(const Stride& stride, const LoadModels& loads, const SimulationSettings& settings,
                       const ReflexGains& gains)
    : parts_(std::make_unique<Parts>(stride, loads, settings, gains)) {
  Parts& p = *parts_;
  if (settings.carrier == CarrierKind::bullet) p.carrier = bullet_carrier(p.skeleton, Vec3::Zero());
  p.now.reflex.phase = starting_phase(stride);
  const ReferenceInstant plan = p.now.plan.at(p.now.reflex.phase);
  p.now.state = starting_state(plan);
  p.now.state.u(0) -= settings.belt_speed_m_s;
  p.now.settled_from_s = settling_strides * stride.period_s();
  p.now.last.plan = plan;
  p.now.last.state = p.now.state;
  p.now.last.phase = p.now.reflex.phase;
  if (p.carrier) p.carrier->set_state(p.now.state);
  p.follow_plan();
  free_dynamics(p.skeleton, p.now.state, p.gravity, p.dynamics);
  p.now.ground.begin(p.dynamics.tree, p.now.state, settings.dt_s);  // a frame of the start knows where the soles are
}

Simulation::Simulation(const Stride& stride, const LoadModels& loads, const SimulationSettings& settings)
    : Simulation(stride, loads, settings, shipped_gains()) {}
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;
Simulation::~Simulation() = default;

bool Simulation::step() { return parts_->step(); }

Frame Simulation::frame() const {
  const Parts& p = *parts_;
  return make_frame(p.skeleton, p.now.plan.plan().stride(), p.loads, p.now.last, p.dynamics.tree, p.now.ground);
}

double Simulation::time_s() const { return parts_->now.time_s; }
std::int64_t Simulation::index() const { return parts_->now.index; }
const std::optional<Fall>& Simulation::fall() const { return parts_->now.fall; }
const Stride& Simulation::stride() const { return parts_->now.plan.plan().stride(); }
const SimulationSettings& Simulation::settings() const { return parts_->settings; }

void Simulation::adopt(const Stride& stride, double blend_s) {
  SimulationSnapshot& now = parts_->now;
  now.form_changes = now.form_changes || stride.form() != now.plan.plan().stride().form();
  now.plan.adopt(std::make_shared<const ReferenceMotion>(stride, parts_->skeleton, parts_->settings.contact), blend_s);
  now.settled_from_s = now.time_s + blend_s + settling_strides * stride.period_s();
}

void Simulation::push(const Vec3& force_n, double duration_s) {
  SimulationSnapshot& now = parts_->now;
  std::erase_if(now.pushes, [&](const Push& push) { return push.until_index <= now.index; });
  const double dt_s = parts_->settings.dt_s;
  const double steps = std::max(1.0, std::ceil(duration_s / dt_s - 1e-6));
  now.pushes.push_back({force_n * (duration_s / (steps * dt_s)), now.index + static_cast<std::int64_t>(steps)});
  now.settled_from_s = std::max(now.settled_from_s, now.time_s + duration_s + settling_strides * now.plan.period_s());
}

std::shared_ptr<const SimulationSnapshot> Simulation::snapshot() const {
  return std::make_shared<const SimulationSnapshot>(parts_->now);
}

void Simulation::restore(const SimulationSnapshot& snapshot) {
  parts_->now = snapshot;
  if (parts_->carrier) parts_->carrier->set_state(snapshot.state);
  parts_->follow_plan();
  free_dynamics(parts_->skeleton, snapshot.last.state, parts_->gravity, parts_->dynamics);
}

std::uint64_t Simulation::state_hash() const {
  const SimulationSnapshot& now = parts_->now;
  const ReflexState& m = now.reflex;
  StateHash hash;
  hash.add(now.state.q);
  hash.add(now.state.u);
  hash.add(std::array{m.phase, m.phase_debt, m.timing_integral, m.speed_integral_m, m.height_integral_m_s});
  hash.add(m.load);
  hash.add(m.reach_rad);
  hash.add(m.spread_rad);
  hash.add(std::array{now.form_changes ? 1.0 : 0.0});
  now.learned.each_number([&](double x) { hash.add(std::array{x}); });
  return hash.value();
}

}  // namespace stridelab
