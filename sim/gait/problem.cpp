#include "gait/problem.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gait/muscle_capacity.h"
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

Problem::Problem(const Skeleton& skeleton, const Form& form, const Resolution& resolution, Demands demands)
    : skeleton_(skeleton),
      form_(form),
      resolution_(resolution),
      demands_(std::move(demands)),
      normative_(skeleton.body, form),
      schedule_(skeleton, form),
      landing_(schedule_.at(0.0)),
      com_path_(skeleton.mass_kg, form, normative_.vertical(), normative_.fore_aft()),
      blocks_(resolution.stance_intervals + resolution.flight_intervals + 2),
      period_s_(120.0 / form.cadence_spm) {}

std::vector<Problem::Node> Problem::nodes_for(double duty) const {
  const EventSpline spline(duty, resolution_.stance_intervals, resolution_.flight_intervals);
  const double force_scale = skeleton_.mass_kg * gravity_m_s2 * std::cos(form_.slope_rad) / (2.0 * duty);
  std::vector<Node> nodes;
  nodes.reserve(static_cast<std::size_t>(resolution_.stance_nodes + resolution_.flight_nodes));
  auto add = [&](double phase, double s, bool stance, bool landing, double weight, double time_share) {
    Node node{phase,
              s,
              stance,
              landing,
              weight,
              time_share,
              spline.at(phase),
              normative_.posture(phase, duty),
              tracking_weights(),
              Vec3::Zero(),
              0.0,
              PressureShape::Row::Zero(),
              {}};
    if (stance) {
      // A hip that falls short follows the law of (12) there, not the usual posture.
      const ResidualScales::WeakHip& hip = residual_scales().weak_hip;
      const double lets_go = hip.weakness(demands_.abductor_strength) * std::pow(std::sin(std::numbers::pi * s), 2);
      if (lets_go > 0.0) node.tracking(hip_adduction_r) /= 1.0 + hip.adduction_hold * lets_go;
      node.target(hip_rotation_r) += weak_rotation_rad(demands_.abductor_strength) * std::sin(std::numbers::pi * s);
      node.foot = schedule_.at(s);
      const ForceShape::Row shape = ForceShape::at(s).value;
      const ForceShape::Row fore_aft = normative_.fore_aft() + std::tan(form_.slope_rad) * normative_.vertical();
      node.normative_force_n =
          force_scale * Vec3(shape.dot(fore_aft), shape.dot(normative_.vertical()), shape.dot(normative_.lateral()));
      constexpr double step = 1e-4;
      node.load_rate_n_s = force_scale *
                           normative_.vertical().dot(ForceShape::at(s + step).value - ForceShape::at(s - step).value) /
                           (2.0 * step * duty * period_s_);
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
  return nodes;
}

Problem::Controls Problem::controls(const Eigen::VectorXd& x, const BasisWindow& window) const {
  Controls points;
  for (int m = 0; m < BasisWindow::order; ++m) {
    const int turns = floor_divide(window.first + m, blocks_);
    const int block = window.first + m - turns * blocks_;
    const CoordinateVector stored = x.segment<n_coordinates>(block * n_coordinates);
    points[static_cast<std::size_t>(m)] = (turns & 1) != 0 ? mirrored(stored) : stored;
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
  const EventSpline spline(x(duty_index()), resolution_.stance_intervals, resolution_.flight_intervals);
  const BasisWindow window = spline.at(phase);
  const Controls points = controls(x, window);
  return {combine(points, window, 0), combine(points, window, 1), combine(points, window, 2)};
}

NodeContext Problem::context(const Node& node, std::size_t index, const Eigen::VectorXd& x, double duty,
                             bool derivatives) {
  const Controls points = controls(x, node.window);
  q_ = combine(points, node.window, 0);
  const ForceUnknowns force = x.segment<n_force_unknowns>(blocks_ * n_coordinates);
  com_path_.at(std::min(node.phase, 0.5), duty, force, com_);
  if (!node.stance) {
    com_.force_n.setZero();
    com_.d_force.setZero();
  }
  evaluate(skeleton_, q_, combine(points, node.window, 1), combine(points, node.window, 2), com_.force_n, tree_);
  if (derivatives) differentiate(tree_, tree_d_);
  const double weight_n = skeleton_.mass_kg * gravity_m_s2;
  const auto path = x.segment<n_pressure_unknowns>(pressure_index());
  const Pressure pressure = usual_pressure(node.foot) + Pressure(node.pressure.dot(path.head<PressureShape::count>()),
                                                                 node.pressure.dot(path.tail<PressureShape::count>()));
  if (node.stance) sole_ = pressure_point(skeleton_, tree_, subtalar_angle_r, mtp_angle_r, pressure, derivatives);
  NodeContext c{
      .skeleton = skeleton_,
      .form = form_,
      .scales = residual_scales(),
      .tree = tree_,
      .d = tree_d_,
      .q_rad = q_,
      .com = com_,
      .phase = node.phase,
      .duty = duty,
      .stance = node.stance,
      .s = node.s,
      .weight_n = weight_n,
      .size_nm = weight_n * 1.0,
      .landing = landing_,
      .foot = node.foot,
      .normative_force_n = node.normative_force_n,
      .load_rate_n_s = node.load_rate_n_s,
      .pressure_m = pressure,
      .sole = sole_,
      .rearfoot_roll_rad = node.stance ? normative_.rearfoot_roll_rad(node.s, duty, node.foot.pitch_rad) : 0.0,
      .abductors = {},
      .trunk = {},
      .weak_groups = demands_.weak_groups,
      .usual = node.stance && !demands_.usual.empty() ? &demands_.usual[index] : nullptr,
      .placement_target_m = demands_.placement_target_m};
  if (node.stance && !demands_.abductors.empty()) {
    c.abductors = demands_.abductors[index];
    c.abductors.strength = demands_.abductor_strength;
  }
  if (!demands_.trunk.empty()) {
    c.trunk = demands_.trunk[index];
    c.trunk.strength = demands_.trunk_strength;
  }
  return c;
}

void Problem::collect_rows(const Node& node, std::size_t index, const Eigen::VectorXd& x, double duty,
                           bool derivatives) {
  const NodeContext c = context(node, index, x, duty, derivatives);
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
        node.time_share * 0.5 * period_s_ / (residual_scales().ground_work.scale_j_kg * skeleton_.mass_kg);
    work_share_ = share * g.w;
    if (derivatives) work_row_ = share * g.row;
  }
  rows_.value.head(rows_.count) *= node.weight;
  if (derivatives) rows_.jacobian.topRows(rows_.count) *= node.weight;
}

Problem::LinearRows Problem::linear_rows(const Node& node, const Eigen::VectorXd& x) const {
  const Controls points = controls(x, node.window);
  LinearRows rows;
  rows.head<n_coordinates>() = node.tracking.cwiseProduct(combine(points, node.window, 0) - node.target);
  rows.tail<n_coordinates>() = smoothness_weights(period_s_).cwiseProduct(combine(points, node.window, 3));
  return node.weight * rows;
}

double Problem::lean_target() const {
  return std::sin(trunk_lean_to_surface(form_)) / residual_scales().trunk.mean_lean_rad;
}

double Problem::lean_share(const Node& node) const {
  return node.time_share * tree_.rotation[lumbar_rotation](0, 1) / residual_scales().trunk.mean_lean_rad;
}

double Problem::duty_firmness() const {
  const ResidualScales::Duty& scales = residual_scales().duty;
  return scales.weight * root_of_nodes / (demands_.usual.empty() ? scales.duty_factor : scales.placed_duty_factor);
}

double Problem::prior_cost(const Eigen::VectorXd& x) const {
  const double duty = duty_firmness() * (x(duty_index()) - normative_.duty());
  const auto shape = x.segment<n_force_unknowns - 1>(blocks_ * n_coordinates);
  const auto path = x.segment<n_pressure_unknowns>(pressure_index());
  return 0.5 * duty * duty + 0.5 * shape_ridge * shape.squaredNorm() + 0.5 * path_ridge * path.squaredNorm();
}

double Problem::cost(const Eigen::VectorXd& x) {
  const double duty = x(duty_index());
  const std::vector<Node> nodes = nodes_for(duty);
  double sum = prior_cost(x);
  double lean = -lean_target(), work = work_row_start();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    collect_rows(nodes[i], i, x, duty, false);
    lean += lean_share(nodes[i]);
    work += work_share_;
    sum += 0.5 * rows_.value.head(rows_.count).squaredNorm() + 0.5 * linear_rows(nodes[i], x).squaredNorm();
  }
  return sum + 0.5 * lean * lean + 0.5 * work * work;
}

double Problem::linearise(const Eigen::VectorXd& x, NormalEquations& equations) {
  auto& [hessian, dense, gradient] = equations;
  const double duty = x(duty_index());
  // The duty factor moves knots, nodes and targets at once: one more residual evaluation is its column.
  constexpr double step = 1e-6;
  const std::vector<Node> nodes = nodes_for(duty);
  const std::vector<Node> moved = nodes_for(duty + step);
  hessian.setZero(size(), size());
  gradient.setZero(size());
  dense.setZero(size(), 2);
  double sum = prior_cost(x);
  Eigen::VectorXd duty_rows;
  double lean = -lean_target(), lean_moved = -lean_target();
  double work = work_row_start(), work_moved = work;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    collect_rows(moved[i], i, x, duty + step, false);
    duty_rows = rows_.value.head(rows_.count);
    lean_moved += lean_share(moved[i]);
    work_moved += work_share_;
    collect_rows(nodes[i], i, x, duty, true);
    lean += lean_share(nodes[i]);
    spread_lean(nodes[i], dense.col(0));
    work += work_share_;
    if (nodes[i].stance) spread_work(nodes[i], work_row_, dense.col(1));
    duty_rows = (duty_rows - rows_.value.head(rows_.count)) / step;
    const LinearRows linear = linear_rows(nodes[i], x);
    const LinearRows duty_linear = (linear_rows(moved[i], x) - linear) / step;
    accumulate(nodes[i], linear, duty_rows, duty_linear, hessian, gradient);
    sum += 0.5 * rows_.value.head(rows_.count).squaredNorm() + 0.5 * linear.squaredNorm();
  }
  const int d = duty_index();
  dense(d, 0) = (lean_moved - lean) / step;
  dense(d, 1) = (work_moved - work) / step;
  gradient += lean * dense.col(0) + work * dense.col(1);
  sum += 0.5 * lean * lean + 0.5 * work * work;
  const double w = duty_firmness();
  hessian(d, d) += w * w;
  gradient(d) += w * w * (duty - normative_.duty());
  const int first = blocks_ * n_coordinates;
  hessian.diagonal().segment<n_force_unknowns - 1>(first).array() += shape_ridge;
  gradient.segment<n_force_unknowns - 1>(first) += shape_ridge * x.segment<n_force_unknowns - 1>(first);
  hessian.diagonal().segment<n_pressure_unknowns>(pressure_index()).array() += path_ridge;
  gradient.segment<n_pressure_unknowns>(pressure_index()) +=
      path_ridge * x.segment<n_pressure_unknowns>(pressure_index());
  return sum;
}

Effort Problem::effort(const Eigen::VectorXd& x, std::span<const MomentLimit> limits) {
  const double duty = x(duty_index());
  const std::vector<Node> nodes = nodes_for(duty);
  Effort effort;
  effort.peak_nm.resize(limits.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NodeContext c = context(nodes[i], i, x, duty, false);
    effort.trunk.push_back({1.0, joint_moment(c, lumbar_bending), q_(lumbar_bending)});
    if (!nodes[i].stance) continue;
    const double adduction = q_(hip_adduction_r);
    const double passive_nm = passive_abduction_nm(skeleton_.mass_kg, adduction);
    effort.stance.push_back({c.sole.point.r.x() - c.tree.com.x(), c.com.force_n.x()});
    effort.abductors.push_back({1.0, -joint_moment(c, hip_adduction_r) - passive_nm, adduction});
    for (std::size_t k = 0; k < limits.size(); ++k)
      effort.peak_nm[k] = std::max(effort.peak_nm[k], limits[k].sign * joint_moment(c, limits[k].coordinate));
  }
  return effort;
}

}  // namespace stridelab
