#include "gait/problem.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gait/normative_laws.h"
#include "gait/tracking.h"

namespace stridelab {
namespace {

constexpr double root_of_nodes = 6.324555320336759;  // sqrt(40): one row against one per node
constexpr double shape_ridge = 1e-3;                 // keeps the projected shape unknowns determined
constexpr double path_ridge = 1e-2;                  // the same for the ends of the pressure path

/// Weak abductors come with weak external rotators: how far the femur may turn in, in mid-stance.
double weak_rotation_rad(double strength) {
  const NormativeLaws::WeakRotation& law = normative_laws().weak_rotation;
  const double x = 1.0 / strength - 1.0;
  return law.turn_rad * x / (1.0 + x / law.bends);
}

/// The one row that knows the work of the ground over a whole step: what it starts from before any is done.
double work_row_start() { return residual_scales().ground_work.loss_j_kg / residual_scales().ground_work.scale_j_kg; }

}  // namespace

CoordinateVector mirrored(const CoordinateVector& v) {
  CoordinateVector m = v;
  for (const int antisymmetric : {pelvis_list, pelvis_rotation, lumbar_bending, lumbar_rotation})
    m(antisymmetric) = -v(antisymmetric);
  m.segment<n_leg_coordinates>(hip_flexion_r) = v.segment<n_leg_coordinates>(hip_flexion_l);
  m.segment<n_leg_coordinates>(hip_flexion_l) = v.segment<n_leg_coordinates>(hip_flexion_r);
  return m;
}

Problem::Step::Step(StepInputs given)
    : inputs(std::move(given)),
      normative(inputs.skeleton.body, inputs.form),
      schedule(inputs.skeleton, inputs.form),
      landing(schedule.at(0.0)) {}

Problem::Problem(const Skeleton& skeleton, const Form& form, const Resolution& resolution, Demands demands)
    : steps_{Step({skeleton, form, std::move(demands)})},
      resolution_(resolution),
      com_path_(skeleton.mass_kg, form, normative().vertical(), normative().fore_aft()),
      blocks_(resolution.stance_intervals + resolution.flight_intervals + 2),
      period_s_(120.0 / form.cadence_spm),
      lean_weight_(1.0) {}

Problem::Problem(std::array<StepInputs, 2> steps, const Resolution& resolution)
    : Problem(steps[0].skeleton, steps[0].form, resolution, steps[0].demands) {
  steps_.emplace_back(std::move(steps[1]));
  two_step_path_.emplace(skeleton().mass_kg, form(),
                         std::array<TwoStepPath::Step, 2>{{{normative(0).vertical(), normative(0).fore_aft()},
                                                           {normative(1).vertical(), normative(1).fore_aft()}}});
  lean_weight_ = std::numbers::sqrt2;
}

Problem::Place Problem::place(std::size_t step, int index) const {
  const int turns = floor_divide(index, blocks_);
  const bool odd = (turns & 1) != 0;
  const std::size_t stored = odd ? other(step) : step;
  return {static_cast<int>(stored) * step_controls() + (index - turns * blocks_) * n_coordinates, odd};
}

Problem::Duties Problem::duties(const Eigen::VectorXd& x) const {
  return {x(duty_index(0)), x(duty_index(steps_.size() - 1))};
}

CoordinateVector Problem::target(std::size_t step, double phase, const Duties& duty) const {
  CoordinateVector q = normative(step).posture(phase, duty[step]);
  if (steps_.size() == 1) return q;
  // The other leg as the other side's runner has it, half a stride later.
  const CoordinateVector others = normative(other(step)).posture(phase + 0.5, duty[other(step)]);
  q.tail<n_leg_coordinates>() = others.segment<n_leg_coordinates>(hip_flexion_r);
  return q;
}

std::vector<Problem::Node> Problem::nodes_for(const Duties& duty) const {
  std::vector<Node> nodes;
  nodes.reserve(steps_.size() * static_cast<std::size_t>(resolution_.stance_nodes + resolution_.flight_nodes));
  for (std::size_t step = 0; step < steps_.size(); ++step) add_nodes(step, duty, nodes);
  return nodes;
}

void Problem::add_nodes(std::size_t step, const Duties& duties, std::vector<Node>& nodes) const {
  const StepInputs& inputs = steps_[step].inputs;
  const NormativeGait& normative = steps_[step].normative;
  const FootSchedule& schedule = steps_[step].schedule;
  const double duty = duties[step];
  const EventSpline spline(duty, duties[1 - step], resolution_.stance_intervals, resolution_.flight_intervals);
  const double force_scale = inputs.skeleton.mass_kg * gravity_m_s2 * std::cos(inputs.form.slope_rad) / (2.0 * duty);
  const double abductor_strength = inputs.demands.abductor_strength;
  std::size_t index = 0;
  auto add = [&](double phase, double s, bool stance, bool landing, double weight, double time_share) {
    Node node{step,
              index++,
              phase,
              s,
              stance,
              landing,
              weight,
              time_share,
              spline.at(phase),
              target(step, phase, duties),
              tracking_weights(),
              Vec3::Zero(),
              0.0,
              PressureShape::Row::Zero(),
              {}};
    if (stance) {
      // A hip that falls short follows the law of (12) there, not the usual posture.
      const ResidualScales::WeakHip& hip = residual_scales().weak_hip;
      const double lets_go = hip.weakness(abductor_strength) * std::pow(std::sin(std::numbers::pi * s), 2);
      if (lets_go > 0.0) node.tracking(hip_adduction_r) /= 1.0 + hip.adduction_hold * lets_go;
      node.target(hip_rotation_r) += weak_rotation_rad(abductor_strength) * std::sin(std::numbers::pi * s);
      node.foot = schedule.at(s);
      const ForceShape::Row shape = ForceShape::at(s).value;
      const ForceShape::Row fore_aft = normative.fore_aft() + std::tan(inputs.form.slope_rad) * normative.vertical();
      node.normative_force_n =
          force_scale * Vec3(shape.dot(fore_aft), shape.dot(normative.vertical()), shape.dot(normative.lateral()));
      constexpr double ahead = 1e-4;
      node.load_rate_n_s = force_scale *
                           normative.vertical().dot(ForceShape::at(s + ahead).value - ForceShape::at(s - ahead).value) /
                           (2.0 * ahead * duty * period_s_);
      node.pressure = pressure_unit_m * PressureShape::at(s);
    }
    nodes.push_back(node);
  };
  // Term scales were set for 26 stance and 14 flight nodes; other resolutions keep the same sum.
  const double stance_weight = std::sqrt(26.0 / resolution_.stance_nodes);
  const double flight_weight = std::sqrt(14.0 / resolution_.flight_nodes);
  for (int i = 0; i < resolution_.stance_nodes; ++i) {
    const double s = (i + 0.5) / resolution_.stance_nodes;
    add(duty * s, s, true, false, stance_weight, 2.0 * duty / resolution_.stance_nodes);
  }
  for (int i = 0; i < resolution_.flight_nodes; ++i) {
    const bool last = i + 1 == resolution_.flight_nodes;
    const double u = static_cast<double>(i) / (resolution_.flight_nodes - 1);
    const double interval = (1.0 - 2.0 * duty) / (resolution_.flight_nodes - 1);
    add(duty + (0.5 - duty) * u, 0.0, false, last, flight_weight, (i == 0 || last ? 0.5 : 1.0) * interval);
  }
}

Problem::Controls Problem::controls(const Eigen::VectorXd& x, std::size_t step, const BasisWindow& window) const {
  Controls points;
  for (int m = 0; m < BasisWindow::order; ++m) {
    const auto [offset, mirror] = place(step, window.first + m);
    const CoordinateVector stored = x.segment<n_coordinates>(offset);
    points[static_cast<std::size_t>(m)] = mirror ? mirrored(stored) : stored;
  }
  return points;
}

CoordinateVector Problem::combine(const Controls& points, const BasisWindow& window, int derivative) const {
  CoordinateVector sum = CoordinateVector::Zero();
  for (std::size_t m = 0; m < BasisWindow::order; ++m)
    sum += window.value[static_cast<std::size_t>(derivative)][m] * points[m];
  return sum / std::pow(period_s_, derivative);
}

Problem::Motion3 Problem::motion(const Eigen::VectorXd& x, double phase) const {
  const auto [duty, other_duty] = duties(x);
  const EventSpline spline(duty, other_duty, resolution_.stance_intervals, resolution_.flight_intervals);
  const BasisWindow window = spline.at(phase);
  const Controls points = controls(x, 0, window);
  return {combine(points, window, 0), combine(points, window, 1), combine(points, window, 2)};
}

void Problem::find_com(const Node& node, const Eigen::VectorXd& x, const Duties& duty) {
  const double phase = std::min(node.phase, 0.5);
  auto force = [&](std::size_t step) { return ForceUnknowns(x.segment<n_force_unknowns>(force_index(step))); };
  if (two_step_path_)
    two_step_path_->at(node.step, phase, duty, {force(0), force(1)}, com_);
  else
    com_path_.at(phase, duty[0], force(0), com_.own);
  if (node.stance) return;
  com_.own.force_n.setZero();
  com_.own.d_force.setZero();
  com_.d_force_other.setZero();
}

NodeContext Problem::context(const Node& node, const Eigen::VectorXd& x, const Duties& duties, bool derivatives) {
  const auto& [inputs, normative, schedule, landing] = steps_[node.step];
  const auto& [skeleton, form, demands] = inputs;
  const double duty = duties[node.step];
  const Controls points = controls(x, node.step, node.window);
  q_ = combine(points, node.window, 0);
  find_com(node, x, duties);
  evaluate(skeleton, q_, combine(points, node.window, 1), combine(points, node.window, 2), com_.own.force_n, tree_);
  if (derivatives) differentiate(tree_, tree_d_);
  const double weight_n = skeleton.mass_kg * gravity_m_s2;
  const auto path = x.segment<n_pressure_unknowns>(pressure_index(node.step));
  const Pressure pressure = usual_pressure(node.foot) + Pressure(node.pressure.dot(path.head<PressureShape::count>()),
                                                                 node.pressure.dot(path.tail<PressureShape::count>()));
  if (node.stance) sole_ = pressure_point(skeleton, tree_, subtalar_angle_r, mtp_angle_r, pressure, derivatives);
  NodeContext c{.skeleton = skeleton,
                .form = form,
                .scales = residual_scales(),
                .tree = tree_,
                .d = tree_d_,
                .q_rad = q_,
                .com = com_.own,
                .phase = node.phase,
                .duty = duty,
                .other_duty = duties[1 - node.step],
                .stance = node.stance,
                .s = node.s,
                .weight_n = weight_n,
                .size_nm = weight_n * 1.0,
                .landing = steps_[other(node.step)].landing,
                .landing_toe_out_rad = this->form(other(node.step)).toe_out_rad,
                .foot = node.foot,
                .normative_force_n = node.normative_force_n,
                .load_rate_n_s = node.load_rate_n_s,
                .pressure_m = pressure,
                .sole = sole_,
                .rearfoot_roll_rad = node.stance ? normative.rearfoot_roll_rad(node.s, duty, node.foot.pitch_rad) : 0.0,
                .abductors = {},
                .trunk = {},
                .weak_groups = demands.weak_groups,
                .usual = node.stance && !demands.usual.empty() ? &demands.usual[node.index] : nullptr,
                .placement_target_m = demands.placement_target_m};
  if (node.stance && !demands.abductors.empty()) {
    c.abductors = demands.abductors[node.index];
    c.abductors.strength = demands.abductor_strength;
  }
  if (!demands.trunk.empty()) {
    c.trunk = demands.trunk[node.index];
    c.trunk.strength = demands.trunk_strength;
  }
  return c;
}

void Problem::collect_rows(const Node& node, const Eigen::VectorXd& x, const Duties& duty, bool derivatives) {
  const NodeContext c = context(node, x, duty, derivatives);
  rows_.clear(derivatives);
  if (node.stance) {
    stance_balance(c, rows_);
    load_shape(c, rows_);
    sole_limits(c, rows_);
    resting_foot(c, rows_);
    weak_abductors(c, rows_);
    weak_groups(c, rows_);
  } else {
    flight_balance(c, rows_);
    swing_clearance(c, 0, rows_);
  }
  if (node.landing) landing_foot(c, rows_);
  if (!node.landing) swing_clearance(c, 1, rows_);
  trunk_posture(c, rows_);
  weak_trunk(c, rows_);
  joint_effort(c, rows_);
  work_share_ = 0.0;
  if (node.stance) {
    const GroundPower g = ground_power(c, derivatives);
    const double share =
        node.time_share * 0.5 * period_s_ / (residual_scales().ground_work.scale_j_kg * skeleton().mass_kg);
    work_share_ = share * g.w;
    if (derivatives) work_row_ = share * g.row;
  }
  rows_.value.head(rows_.count) *= node.weight;
  if (derivatives) rows_.jacobian.topRows(rows_.count) *= node.weight;
}

Problem::LinearRows Problem::linear_rows(const Node& node, const Eigen::VectorXd& x) const {
  const Controls points = controls(x, node.step, node.window);
  LinearRows rows;
  rows.head<n_coordinates>() = node.tracking.cwiseProduct(combine(points, node.window, 0) - node.target);
  rows.tail<n_coordinates>() = smoothness_weights(period_s_).cwiseProduct(combine(points, node.window, 3));
  return node.weight * rows;
}

double Problem::lean_target() const {
  return lean_weight_ * std::sin(trunk_lean_to_surface(form())) / residual_scales().trunk.mean_lean_rad;
}

double Problem::lean_share(const Node& node) const {
  // Each of two steps has half of the mean, in a row that weighs sqrt(2): as much as the rows of two mirrored steps.
  return node.time_share * tree_.rotation[lumbar_rotation](0, 1) / residual_scales().trunk.mean_lean_rad / lean_weight_;
}

double Problem::duty_firmness() const {
  const ResidualScales::Duty& scales = residual_scales().duty;
  return scales.weight * root_of_nodes /
         (steps_[0].inputs.demands.usual.empty() ? scales.duty_factor : scales.placed_duty_factor);
}

double Problem::prior_cost(const Eigen::VectorXd& x) const {
  double sum = 0.0;
  for (std::size_t k = 0; k < steps_.size(); ++k) {
    const double duty = duty_firmness() * (x(duty_index(k)) - normative(k).duty());
    const auto shape = x.segment<n_force_unknowns - 1>(force_index(k));
    const auto path = x.segment<n_pressure_unknowns>(pressure_index(k));
    sum += 0.5 * duty * duty + 0.5 * shape_ridge * shape.squaredNorm() + 0.5 * path_ridge * path.squaredNorm();
  }
  return sum;
}

void Problem::add_priors(const Eigen::VectorXd& x, Eigen::MatrixXd& hessian, Eigen::VectorXd& gradient) const {
  const double w = duty_firmness();
  for (std::size_t k = 0; k < steps_.size(); ++k) {
    const int d = duty_index(k), first = force_index(k), path = pressure_index(k);
    hessian(d, d) += w * w;
    gradient(d) += w * w * (x(d) - normative(k).duty());
    hessian.diagonal().segment<n_force_unknowns - 1>(first).array() += shape_ridge;
    gradient.segment<n_force_unknowns - 1>(first) += shape_ridge * x.segment<n_force_unknowns - 1>(first);
    hessian.diagonal().segment<n_pressure_unknowns>(path).array() += path_ridge;
    gradient.segment<n_pressure_unknowns>(path) += path_ridge * x.segment<n_pressure_unknowns>(path);
  }
}

double Problem::cost(const Eigen::VectorXd& x) {
  const Duties duty = duties(x);
  double sum = prior_cost(x);
  double lean = -lean_target();
  std::array<double, 2> work{work_row_start(), work_row_start()};
  for (const Node& node : nodes_for(duty)) {
    collect_rows(node, x, duty, false);
    lean += lean_share(node);
    work[node.step] += work_share_;
    sum += 0.5 * rows_.value.head(rows_.count).squaredNorm() + 0.5 * linear_rows(node, x).squaredNorm();
  }
  sum += 0.5 * lean * lean;
  for (std::size_t k = 0; k < steps_.size(); ++k) sum += 0.5 * work[k] * work[k];
  return sum;
}

double Problem::linearise(const Eigen::VectorXd& x, NormalEquations& equations) {
  auto& [hessian, dense, gradient] = equations;
  const std::size_t count = steps_.size();
  const Duties duty = duties(x);
  // A duty factor moves knots, nodes and targets at once: one more residual evaluation is its column.
  constexpr double step = 1e-6;
  const std::vector<Node> nodes = nodes_for(duty);
  std::array<Duties, 2> changed{};
  std::array<std::vector<Node>, 2> moved;
  for (std::size_t k = 0; k < count; ++k) {
    changed[k] = duty;
    changed[k][k] = duty[k] + step;
    if (count == 1) changed[k][1] = changed[k][0];
    moved[k] = nodes_for(changed[k]);
  }
  hessian.setZero(size(), size());
  gradient.setZero(size());
  dense.setZero(size(), 1 + n_steps());
  double sum = prior_cost(x);
  DutyChange by_duty;
  // Of the whole stride: at x, then with each duty factor moved. Work: of each step.
  struct Whole {
    double lean;
    std::array<double, 2> work;
  };
  const Whole start{-lean_target(), {work_row_start(), work_row_start()}};
  Whole here = start;
  std::array<Whole, 2> there{start, start};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    for (std::size_t k = 0; k < count; ++k) {
      collect_rows(moved[k][i], x, changed[k], false);
      by_duty.rows[k] = rows_.value.head(rows_.count);
      there[k].lean += lean_share(moved[k][i]);
      there[k].work[node.step] += work_share_;
    }
    collect_rows(node, x, duty, true);
    here.lean += lean_share(node);
    spread_lean(node, dense.col(0));
    here.work[node.step] += work_share_;
    if (node.stance) spread_work(node, work_row_, dense.col(1 + static_cast<Eigen::Index>(node.step)));
    const LinearRows linear = linear_rows(node, x);
    for (std::size_t k = 0; k < count; ++k) {
      by_duty.rows[k] = (by_duty.rows[k] - rows_.value.head(rows_.count)) / step;
      by_duty.linear[k] = (linear_rows(moved[k][i], x) - linear) / step;
    }
    if (count == 1)
      accumulate<1>(node, linear, by_duty, hessian, gradient);
    else
      accumulate<2>(node, linear, by_duty, hessian, gradient);
    sum += 0.5 * rows_.value.head(rows_.count).squaredNorm() + 0.5 * linear.squaredNorm();
  }
  for (std::size_t k = 0; k < count; ++k) {
    const int d = duty_index(k);
    dense(d, 0) = (there[k].lean - here.lean) / step;
    for (std::size_t w = 0; w < count; ++w)
      dense(d, 1 + static_cast<Eigen::Index>(w)) = (there[k].work[w] - here.work[w]) / step;
  }
  // One sum of products: the gradient keeps its bits whatever the number of rows.
  if (count == 1)
    gradient += here.lean * dense.col(0) + here.work[0] * dense.col(1);
  else
    gradient += here.lean * dense.col(0) + here.work[0] * dense.col(1) + here.work[1] * dense.col(2);
  sum += 0.5 * here.lean * here.lean;
  for (std::size_t k = 0; k < count; ++k) sum += 0.5 * here.work[k] * here.work[k];
  add_priors(x, hessian, gradient);
  return sum;
}

}  // namespace stridelab
