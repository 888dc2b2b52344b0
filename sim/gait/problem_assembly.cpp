#include "gait/problem.h"
#include "gait/tracking.h"

namespace stridelab {
namespace {

/// Mirrors rows (control points stored for the other half stride): legs exchanged, antisymmetric rows reversed.
template <class Matrix>
void mirror_rows(Matrix& m) {
  for (const int k : {pelvis_list, pelvis_rotation, lumbar_bending, lumbar_rotation}) m.row(k) = -m.row(k).eval();
  for (int k = 0; k < n_leg_coordinates; ++k) m.row(hip_flexion_r + k).swap(m.row(hip_flexion_l + k));
}

constexpr int n = n_coordinates;
constexpr int order = BasisWindow::order;
using Block = Eigen::Matrix<double, n, n>;
using NodeMatrix = Eigen::Matrix<double, n_node_inputs, n_node_inputs>;
using NodeVector = Eigen::Matrix<double, n_node_inputs, 1>;
using Right = Eigen::Matrix<double, n_node_inputs, n>;

/// Where the six control points of a window are stored, and their weights for q, q', q'' and the third derivative.
struct Window {
  std::array<int, order> offset;
  std::array<bool, order> mirror;
  std::array<std::array<double, order>, 4> weight;
};

template <class PlaceOf>
Window windowed(const BasisWindow& basis, double period_s, PlaceOf&& place) {
  Window w{};
  for (std::size_t i = 0; i < order; ++i) {
    const auto [offset, mirror] = place(basis.first + static_cast<int>(i));
    w.offset[i] = offset;
    w.mirror[i] = mirror;
    double scale = 1.0;
    for (std::size_t k = 0; k < 3; ++k, scale /= period_s) w.weight[k][i] = basis.value[k][i] * scale;
    w.weight[3][i] = basis.value[3][i];
  }
  return w;
}

/// What one control point sees of a vector over the node's inputs.
CoordinateVector seen_by(const Window& w, std::size_t b, const NodeVector& v) {
  return v.head<n>() * w.weight[0][b] + v.segment<n>(n) * w.weight[1][b] + v.segment<n>(2 * n) * w.weight[2][b];
}

/// The product of two control points of the window, in the coordinates in which they are stored.
Block block_of(const Window& w, std::size_t a, std::size_t b, const Right& right, const CoordinateVector& smooth) {
  Block block = right.topRows<n>() * w.weight[0][a];
  block += right.middleRows<n>(n) * w.weight[1][a];
  block += right.middleRows<n>(2 * n) * w.weight[2][a];
  block.diagonal() += smooth.cwiseAbs2() * (w.weight[3][a] * w.weight[3][b]);
  if (w.mirror[a]) mirror_rows(block);
  if (!w.mirror[b]) return block;
  Block t = block.transpose();
  mirror_rows(t);
  return t.transpose();
}

void add_block(Eigen::MatrixXd& lower, int row, int column, const Block& block) {
  if (row >= column)
    lower.block<n, n>(row, column) += block;
  else
    lower.block<n, n>(column, row) += block.transpose();
}

}  // namespace

void Problem::spread_lean(const Node& node, Eigen::Ref<Eigen::VectorXd> row) const {
  const Vec3 trunk = tree_.rotation[lumbar_rotation].col(1);
  const double scale = residual_scales().trunk.mean_lean_rad;
  CoordinateVector d = CoordinateVector::Zero();
  for (int k = pelvis_tilt; k <= lumbar_rotation; ++k)
    d(k) = node.time_share / scale / lean_weight_ * tree_.axis[static_cast<std::size_t>(k)].angular.cross(trunk).x();
  for (int m = 0; m < BasisWindow::order; ++m) {
    const auto [offset, mirror] = place(node.step, node.window.first + m);
    row.segment<n_coordinates>(offset) +=
        node.window.value[0][static_cast<std::size_t>(m)] * (mirror ? mirrored(d) : d);
  }
}

void Problem::spread_work(const Node& node, const Rows::Row& power, Eigen::Ref<Eigen::VectorXd> row) const {
  const CoordinateVector q = power.head<n_coordinates>().transpose();
  const CoordinateVector qd = power.segment<n_coordinates>(n_coordinates).transpose();
  for (int m = 0; m < BasisWindow::order; ++m) {
    const auto [offset, mirror] = place(node.step, node.window.first + m);
    const auto i = static_cast<std::size_t>(m);
    const CoordinateVector d = node.window.value[0][i] * q + node.window.value[1][i] / period_s_ * qd;
    row.segment<n_coordinates>(offset) += mirror ? mirrored(d) : d;
  }
  Eigen::Matrix<double, 9, n_force_unknowns> force;
  force << com_.own.d_force, com_.own.d_position, com_.own.d_velocity;
  row.segment<n_force_unknowns>(force_index(node.step)) +=
      force.transpose() * power.segment<9>(n_motion_inputs).transpose();
  if (two_step_path_) {
    force << com_.d_force_other, com_.d_position_other, com_.d_velocity_other;
    row.segment<n_force_unknowns>(force_index(other(node.step))) +=
        force.transpose() * power.segment<9>(n_motion_inputs).transpose();
  }
  const int path = pressure_index(node.step);
  row.segment<PressureShape::count>(path) += power(pressure_input) * node.pressure.transpose();
  row.segment<PressureShape::count>(path + PressureShape::count) +=
      power(pressure_input + 1) * node.pressure.transpose();
}

/// How the node's inputs beyond posture follow the force and path unknowns of the stride's steps.
template <int Steps>
Eigen::Matrix<double, 11, Steps * n_border> Problem::border_inputs(const Node& node) const {
  using Inputs = Eigen::Matrix<double, 11, Steps * n_border>;
  Inputs inputs = Inputs::Zero();
  const int own = static_cast<int>(node.step) * n_border;
  inputs.template block<9, n_force_unknowns>(0, own) << com_.own.d_force, com_.own.d_position, com_.own.d_velocity;
  if constexpr (Steps == 2)
    inputs.template block<9, n_force_unknowns>(0, n_border - own) << com_.d_force_other, com_.d_position_other,
        com_.d_velocity_other;
  inputs.template block<1, PressureShape::count>(9, own + n_force_unknowns) = node.pressure;
  inputs.template block<1, PressureShape::count>(10, own + n_force_unknowns + PressureShape::count) = node.pressure;
  return inputs;
}

/// Adds one node to the normal equations. The node's rows know 75 inputs; the six control points of its window and the
/// force unknowns are linear in them, so the node's 75 x 75 product is formed first and then spread by the basis.
template <int Steps>
void Problem::accumulate(const Node& node, const LinearRows& linear, const DutyChange& by_duty,
                         Eigen::MatrixXd& hessian, Eigen::VectorXd& gradient) {
  const auto j = rows_.jacobian.topRows(rows_.count);
  NodeMatrix normal = NodeMatrix::Zero();
  normal.selfadjointView<Eigen::Lower>().rankUpdate(j.transpose());
  normal.triangularView<Eigen::StrictlyUpper>() = normal.transpose();
  NodeVector grad = j.transpose() * rows_.value.head(rows_.count);
  const CoordinateVector track = node.weight * node.tracking;
  normal.diagonal().head<n>() += track.cwiseAbs2();
  grad.head<n>() += track.cwiseProduct(linear.head<n>());
  std::array<NodeVector, Steps> duty_grad;
  for (std::size_t k = 0; k < Steps; ++k) {
    duty_grad[k] = j.transpose() * by_duty.rows[k];
    duty_grad[k].template head<n>() += track.cwiseProduct(by_duty.linear[k].head<n>());
  }
  const CoordinateVector smooth = node.weight * smoothness_weights(period_s_) / std::pow(period_s_, 3);

  const int border = force_index();
  constexpr int nb = Steps * n_border;
  const Eigen::Matrix<double, 11, nb> force = border_inputs<Steps>(node);
  const Eigen::Matrix<double, nb, 11> force_t = force.transpose();
  hessian.block<nb, nb>(border, border).noalias() += force_t * (normal.bottomRightCorner<11, 11>() * force);
  gradient.segment<nb>(border).noalias() += force_t * grad.tail<11>();
  for (std::size_t k = 0; k < Steps; ++k) {
    const int d = duty_index(k);
    hessian.block<1, nb>(d, border).noalias() += duty_grad[k].template tail<11>().transpose() * force;
    hessian(d, d) += by_duty.rows[k].squaredNorm() + by_duty.linear[k].squaredNorm();
    gradient(d) += by_duty.rows[k].dot(rows_.value.head(rows_.count)) + by_duty.linear[k].dot(linear);
  }
  if constexpr (Steps == 2)
    hessian(duty_index(1), duty_index(0)) +=
        by_duty.rows[0].dot(by_duty.rows[1]) + by_duty.linear[0].dot(by_duty.linear[1]);

  const Window w = windowed(node.window, period_s_, [&](int index) { return place(node.step, index); });
  for (std::size_t b = 0; b < order; ++b) {
    Right right = normal.leftCols<n>() * w.weight[0][b];
    right += normal.middleCols<n>(n) * w.weight[1][b];
    right += normal.middleCols<n>(2 * n) * w.weight[2][b];
    for (std::size_t a = 0; a <= b; ++a) add_block(hessian, w.offset[a], w.offset[b], block_of(w, a, b, right, smooth));
    Eigen::Matrix<double, n, 11> bottom = right.bottomRows<11>().transpose();
    CoordinateVector g = seen_by(w, b, grad) + smooth.cwiseProduct(linear.tail<n>()) * w.weight[3][b];
    if (w.mirror[b]) {
      mirror_rows(bottom);
      mirror_rows(g);
    }
    hessian.block<nb, n>(border, w.offset[b]).noalias() += force_t * bottom.transpose();
    gradient.segment<n>(w.offset[b]) += g;
    for (std::size_t k = 0; k < Steps; ++k) {
      CoordinateVector gd =
          seen_by(w, b, duty_grad[k]) + smooth.cwiseProduct(by_duty.linear[k].tail<n>()) * w.weight[3][b];
      if (w.mirror[b]) mirror_rows(gd);
      hessian.block<1, n>(duty_index(k), w.offset[b]) += gd.transpose();
    }
  }
}

template void Problem::accumulate<1>(const Node&, const LinearRows&, const DutyChange&, Eigen::MatrixXd&,
                                     Eigen::VectorXd&);
template void Problem::accumulate<2>(const Node&, const LinearRows&, const DutyChange&, Eigen::MatrixXd&,
                                     Eigen::VectorXd&);

}  // namespace stridelab
