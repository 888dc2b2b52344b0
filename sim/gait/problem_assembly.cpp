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

Window place(const BasisWindow& basis, int blocks, double period_s) {
  Window w{};
  for (int m = 0; m < order; ++m) {
    const int turns = floor_divide(basis.first + m, blocks);
    const auto i = static_cast<std::size_t>(m);
    w.offset[i] = (basis.first + m - turns * blocks) * n;
    w.mirror[i] = (turns & 1) != 0;
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
    d(k) = node.time_share / scale * tree_.axis[static_cast<std::size_t>(k)].angular.cross(trunk).x();
  for (int m = 0; m < BasisWindow::order; ++m) {
    const int turns = floor_divide(node.window.first + m, blocks_);
    const int offset = (node.window.first + m - turns * blocks_) * n_coordinates;
    row.segment<n_coordinates>(offset) +=
        node.window.value[0][static_cast<std::size_t>(m)] * ((turns & 1) != 0 ? mirrored(d) : d);
  }
}

void Problem::spread_work(const Node& node, const Rows::Row& power, Eigen::Ref<Eigen::VectorXd> row) const {
  const CoordinateVector q = power.head<n_coordinates>().transpose();
  const CoordinateVector qd = power.segment<n_coordinates>(n_coordinates).transpose();
  for (int m = 0; m < BasisWindow::order; ++m) {
    const int turns = floor_divide(node.window.first + m, blocks_);
    const int offset = (node.window.first + m - turns * blocks_) * n_coordinates;
    const auto i = static_cast<std::size_t>(m);
    const CoordinateVector d = node.window.value[0][i] * q + node.window.value[1][i] / period_s_ * qd;
    row.segment<n_coordinates>(offset) += (turns & 1) != 0 ? mirrored(d) : d;
  }
  Eigen::Matrix<double, 9, n_force_unknowns> force;
  force << com_.d_force, com_.d_position, com_.d_velocity;
  row.segment<n_force_unknowns>(blocks_ * n_coordinates) +=
      force.transpose() * power.segment<9>(n_motion_inputs).transpose();
  row.segment<PressureShape::count>(pressure_index()) += power(pressure_input) * node.pressure.transpose();
  row.segment<PressureShape::count>(pressure_index() + PressureShape::count) +=
      power(pressure_input + 1) * node.pressure.transpose();
}

/// Adds one node to the normal equations. The node's rows know 75 inputs; the six control points of its window and the
/// force unknowns are linear in them, so the node's 75 x 75 product is formed first and then spread by the basis.
void Problem::accumulate(const Node& node, const LinearRows& linear, const Eigen::VectorXd& duty_rows,
                         const LinearRows& duty_linear, Eigen::MatrixXd& hessian, Eigen::VectorXd& gradient) {
  const auto j = rows_.jacobian.topRows(rows_.count);
  NodeMatrix normal = NodeMatrix::Zero();
  normal.selfadjointView<Eigen::Lower>().rankUpdate(j.transpose());
  normal.triangularView<Eigen::StrictlyUpper>() = normal.transpose();
  NodeVector grad = j.transpose() * rows_.value.head(rows_.count);
  NodeVector duty_grad = j.transpose() * duty_rows;
  const CoordinateVector track = node.weight * node.tracking;
  normal.diagonal().head<n>() += track.cwiseAbs2();
  grad.head<n>() += track.cwiseProduct(linear.head<n>());
  duty_grad.head<n>() += track.cwiseProduct(duty_linear.head<n>());
  const CoordinateVector smooth = node.weight * smoothness_weights(period_s_) / std::pow(period_s_, 3);

  const int d = duty_index();
  const int border = blocks_ * n;
  constexpr int nb = n_force_unknowns + n_pressure_unknowns;
  Eigen::Matrix<double, 11, nb> force = Eigen::Matrix<double, 11, nb>::Zero();
  force.topLeftCorner<9, n_force_unknowns>() << com_.d_force, com_.d_position, com_.d_velocity;
  force.block<1, PressureShape::count>(9, n_force_unknowns) = node.pressure;
  force.block<1, PressureShape::count>(10, n_force_unknowns + PressureShape::count) = node.pressure;
  const Eigen::Matrix<double, nb, 11> force_t = force.transpose();
  hessian.block<nb, nb>(border, border).noalias() += force_t * (normal.bottomRightCorner<11, 11>() * force);
  gradient.segment<nb>(border).noalias() += force_t * grad.tail<11>();
  hessian.block<1, nb>(d, border).noalias() += duty_grad.tail<11>().transpose() * force;
  hessian(d, d) += duty_rows.squaredNorm() + duty_linear.squaredNorm();
  gradient(d) += duty_rows.dot(rows_.value.head(rows_.count)) + duty_linear.dot(linear);

  const Window w = place(node.window, blocks_, period_s_);
  for (std::size_t b = 0; b < order; ++b) {
    Right right = normal.leftCols<n>() * w.weight[0][b];
    right += normal.middleCols<n>(n) * w.weight[1][b];
    right += normal.middleCols<n>(2 * n) * w.weight[2][b];
    for (std::size_t a = 0; a <= b; ++a) add_block(hessian, w.offset[a], w.offset[b], block_of(w, a, b, right, smooth));
    Eigen::Matrix<double, n, 11> bottom = right.bottomRows<11>().transpose();
    CoordinateVector g = seen_by(w, b, grad) + smooth.cwiseProduct(linear.tail<n>()) * w.weight[3][b];
    CoordinateVector gd = seen_by(w, b, duty_grad) + smooth.cwiseProduct(duty_linear.tail<n>()) * w.weight[3][b];
    if (w.mirror[b]) {
      mirror_rows(bottom);
      mirror_rows(g);
      mirror_rows(gd);
    }
    hessian.block<nb, n>(border, w.offset[b]).noalias() += force_t * bottom.transpose();
    gradient.segment<n>(w.offset[b]) += g;
    hessian.block<1, n>(d, w.offset[b]) += gd.transpose();
  }
}

}  // namespace stridelab
