#include "gait/problem.h"
#include "gait/tracking.h"

namespace stridelab {
namespace {

int floor_divide(int a, int b) { return a >= 0 ? a / b : -((b - 1 - a) / b); }

/// Mirrors rows (control points stored for the other half stride): legs exchanged, antisymmetric rows reversed.
template <class Matrix>
void mirror_rows(Matrix& m) {
  for (const int k : {pelvis_list, pelvis_rotation, lumbar_bending, lumbar_rotation}) m.row(k) = -m.row(k).eval();
  for (int k = 0; k < n_leg_coordinates; ++k) m.row(hip_flexion_r + k).swap(m.row(hip_flexion_l + k));
}

struct Slot {
  int offset;
  bool mirror;
};

}  // namespace

void Problem::spread_lean(const Node& node, Eigen::VectorXd& row) const {
  const Vec3 trunk = tree_.rotation[lumbar_rotation].col(1);
  CoordinateVector d = CoordinateVector::Zero();
  for (int k = pelvis_tilt; k <= lumbar_rotation; ++k)
    d(k) = node.time_share / mean_lean_scale * tree_.axis[static_cast<std::size_t>(k)].angular.cross(trunk).x();
  for (int m = 0; m < BasisWindow::order; ++m) {
    const int turns = floor_divide(node.window.first + m, blocks_);
    const int offset = (node.window.first + m - turns * blocks_) * n_coordinates;
    row.segment<n_coordinates>(offset) +=
        node.window.value[0][static_cast<std::size_t>(m)] * ((turns & 1) != 0 ? mirrored(d) : d);
  }
}

/// Adds one node to the normal equations. The node's rows know 75 inputs; the six control points of its window and the
/// force unknowns are linear in them, so the node's 75 x 75 product is formed first and then spread by the basis.
void Problem::accumulate(const Node& node, const LinearRows& linear, const Eigen::VectorXd& duty_rows,
                         const LinearRows& duty_linear, Eigen::MatrixXd& hessian, Eigen::VectorXd& gradient) {
  constexpr int n = n_coordinates;
  constexpr int order = BasisWindow::order;
  using Block = Eigen::Matrix<double, n, n>;
  using NodeMatrix = Eigen::Matrix<double, n_node_inputs, n_node_inputs>;
  using NodeVector = Eigen::Matrix<double, n_node_inputs, 1>;

  const auto j = rows_.jacobian.topRows(rows_.count);
  NodeMatrix normal = NodeMatrix::Zero();
  normal.selfadjointView<Eigen::Lower>().rankUpdate(j.transpose());
  normal.triangularView<Eigen::StrictlyUpper>() = normal.transpose();
  NodeVector grad = j.transpose() * rows_.value.head(rows_.count);
  NodeVector duty_grad = j.transpose() * duty_rows;
  const CoordinateVector track = node.weight * tracking_weights();
  normal.diagonal().head<n>() += track.cwiseAbs2();
  grad.head<n>() += track.cwiseProduct(linear.head<n>());
  duty_grad.head<n>() += track.cwiseProduct(duty_linear.head<n>());
  const CoordinateVector smooth = node.weight * smoothness_weights(period_s_) / std::pow(period_s_, 3);

  const int d = duty_index();
  const int border = blocks_ * n;
  Eigen::Matrix<double, 9, n_force_unknowns> force;
  force << com_.d_force, com_.d_position, com_.d_velocity;
  const Eigen::Matrix<double, n_force_unknowns, 9> force_t = force.transpose();
  hessian.block<n_force_unknowns, n_force_unknowns>(border, border).noalias() +=
      force_t * (normal.bottomRightCorner<9, 9>() * force);
  gradient.segment<n_force_unknowns>(border).noalias() += force_t * grad.tail<9>();
  hessian.block<1, n_force_unknowns>(d, border).noalias() += duty_grad.tail<9>().transpose() * force;
  hessian(d, d) += duty_rows.squaredNorm() + duty_linear.squaredNorm();
  gradient(d) += duty_rows.dot(rows_.value.head(rows_.count)) + duty_linear.dot(linear);

  std::array<Slot, order> slot{};
  std::array<std::array<double, order>, 4> w{};
  for (int m = 0; m < order; ++m) {
    const int turns = floor_divide(node.window.first + m, blocks_);
    const auto i = static_cast<std::size_t>(m);
    slot[i] = {(node.window.first + m - turns * blocks_) * n, (turns & 1) != 0};
    double scale = 1.0;
    for (std::size_t k = 0; k < 4; ++k, scale /= period_s_) w[k][i] = node.window.value[k][i] * scale;
    w[3][i] = node.window.value[3][i];
  }
  for (std::size_t b = 0; b < order; ++b) {
    Eigen::Matrix<double, n_node_inputs, n> right = normal.leftCols<n>() * w[0][b];
    right += normal.middleCols<n>(n) * w[1][b];
    right += normal.middleCols<n>(2 * n) * w[2][b];
    for (std::size_t a = 0; a <= b; ++a) {
      Block block = right.topRows<n>() * w[0][a];
      block += right.middleRows<n>(n) * w[1][a];
      block += right.middleRows<n>(2 * n) * w[2][a];
      block.diagonal() += smooth.cwiseAbs2() * (w[3][a] * w[3][b]);
      if (slot[a].mirror) mirror_rows(block);
      if (slot[b].mirror) {
        Block t = block.transpose();
        mirror_rows(t);
        block = t.transpose();
      }
      if (slot[a].offset >= slot[b].offset)
        hessian.block<n, n>(slot[a].offset, slot[b].offset) += block;
      else
        hessian.block<n, n>(slot[b].offset, slot[a].offset) += block.transpose();
    }
    Eigen::Matrix<double, n, 9> bottom = right.bottomRows<9>().transpose();
    CoordinateVector g = grad.head<n>() * w[0][b] + grad.segment<n>(n) * w[1][b] + grad.segment<n>(2 * n) * w[2][b];
    CoordinateVector gd =
        duty_grad.head<n>() * w[0][b] + duty_grad.segment<n>(n) * w[1][b] + duty_grad.segment<n>(2 * n) * w[2][b];
    g += smooth.cwiseProduct(linear.tail<n>()) * w[3][b];
    gd += smooth.cwiseProduct(duty_linear.tail<n>()) * w[3][b];
    if (slot[b].mirror) {
      mirror_rows(bottom);
      mirror_rows(g);
      mirror_rows(gd);
    }
    hessian.block<n_force_unknowns, n>(border, slot[b].offset).noalias() += force_t * bottom.transpose();
    gradient.segment<n>(slot[b].offset) += g;
    hessian.block<1, n>(d, slot[b].offset) += gd.transpose();
  }
}

}  // namespace stridelab
