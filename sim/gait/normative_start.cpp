#include "gait/problem.h"

namespace stridelab {

Eigen::VectorXd Problem::normative_start() const {
  // One period-1 curve per coordinate of root and right side; the left side is the right one half a stride later, and the
  // symmetric root comes out symmetric because its target is.
  const double duty = normative().duty();
  const EventSpline spline(duty, resolution_.stance_intervals, resolution_.flight_intervals);
  const int functions = 2 * blocks_;
  constexpr int curves = hip_flexion_l;
  const int samples = 5 * functions / 2;
  Eigen::MatrixXd normal = Eigen::MatrixXd::Zero(functions, functions);
  Eigen::MatrixXd right = Eigen::MatrixXd::Zero(functions, curves);
  for (int i = 0; i < samples; ++i) {
    const double phase = (i + 0.5) / samples;
    const BasisWindow window = spline.at(phase);
    const CoordinateVector target = normative().posture(phase, duty);
    for (std::size_t a = 0; a < BasisWindow::order; ++a) {
      const int row = (window.first + static_cast<int>(a) + functions) % functions;
      right.row(row) += window.value[0][a] * target.head<curves>().transpose();
      for (std::size_t b = 0; b < BasisWindow::order; ++b)
        normal(row, (window.first + static_cast<int>(b) + functions) % functions) +=
            window.value[0][a] * window.value[0][b];
    }
  }
  normal.diagonal().array() += 1e-9;
  const Eigen::MatrixXd coefficients = normal.llt().solve(right);

  Eigen::VectorXd x = Eigen::VectorXd::Zero(size());
  for (int b = 0; b < blocks_; ++b) {
    auto block = x.segment<n_coordinates>(b * n_coordinates);
    block.head<hip_flexion_l>() = coefficients.row(b).transpose();
    block.tail<n_leg_coordinates>() =
        coefficients.row(b + blocks_).segment<n_leg_coordinates>(hip_flexion_r).transpose();
  }
  x(duty_index()) = duty;

  // Mean height of the centre of mass: contact points on the ground, on average over stance.
  Problem copy = *this;
  double height = 0.0;
  const std::vector<Node> nodes = nodes_for({duty, duty});
  for (std::size_t i = 0; i < nodes.size() && nodes[i].stance; ++i) {
    const NodeContext c = copy.context(nodes[i], x, {duty, duty}, false);
    height += c.tree.com.y() - c.sole.point.r.y() - c.com.position_m.y() - 0.012;
  }
  x(blocks_ * n_coordinates + n_force_unknowns - 1) = height / resolution_.stance_nodes;
  return x;
}

Eigen::VectorXd Problem::joined(const Eigen::VectorXd& right, const Eigen::VectorXd& left) const {
  const std::array<const Eigen::VectorXd*, 2> from{&right, &left};
  Eigen::VectorXd x(size());
  for (std::size_t step = 0; step < 2; ++step) {
    const Eigen::VectorXd &own = *from[step], &others = *from[other(step)];
    auto controls = x.segment(static_cast<int>(step) * step_controls(), step_controls());
    controls = own.head(step_controls());
    for (int b = 0; b < blocks_; ++b)
      controls.segment<n_leg_coordinates>(b * n_coordinates + hip_flexion_l) =
          others.segment<n_leg_coordinates>(b * n_coordinates + hip_flexion_l);
    x.segment<n_border>(force_index(step)) = own.segment<n_border>(step_controls());
    x(duty_index(step)) = own(own.size() - 1);
  }
  return x;
}

}  // namespace stridelab
