#pragma once

#include <Eigen/Dense>
#include <array>
#include <limits>
#include <span>
#include <vector>

#include "gait/com_path.h"
#include "gait/event_spline.h"
#include "gait/reference.h"
#include "gait/terms.h"

namespace stridelab {

/// How finely the stride is resolved. Two nodes or more per knot interval: residuals between nodes are what counts.
struct Resolution {
  int stance_intervals = 11, flight_intervals = 7;
  int stance_nodes = 26, flight_nodes = 14;
};

/// What the second solves add to the first. METHODS (12), (13).
struct Demands {
  double abductor_strength = 1.0;
  std::vector<AbductorCommand> abductors;  ///< one per stance node; empty at full strength
  double trunk_strength = 1.0;
  std::vector<TrunkCommand> trunk;  ///< one per node; empty at full strength
  WeakGroups weak_groups;           ///< other muscle groups that the run asks too much of
  double placement_target_m = std::numeric_limits<double>::quiet_NaN();
  std::vector<UsualStance> usual;  ///< one per stance node; empty unless the foot is placed elsewhere
};

/// What a stride at full strength asks of the muscle groups.
struct Effort {
  std::vector<AbductorCommand> abductors;  ///< one per stance node
  std::vector<TrunkCommand> trunk;         ///< one per node
  std::vector<UsualStance> stance;         ///< one per stance node
  std::vector<double> peak_nm;             ///< largest of sign x joint moment over stance, one per limit
};

/// Gauss-Newton equations of one linearisation: (matrix + dense dense^T) step = -gradient.
struct NormalEquations {
  Eigen::MatrixXd matrix;  ///< lower triangle: cyclic blocks of 22 with a dense border (CyclicCholesky)
  Eigen::Matrix<double, Eigen::Dynamic, 2>
      dense;  ///< residuals that know the whole stride: mean trunk lean, work of the ground
  Eigen::VectorXd gradient;
};

/// The periodic stride as a nonlinear least-squares problem.
///
/// Unknowns: half_count blocks of 22 control points (root and lumbar of this half stride, right leg and arm, left leg and
/// arm), then the force unknowns, the path of the pressure, and the duty factor. Only the right foot's step is evaluated: the left leg's curves
/// are the right leg's, half a stride later. METHODS (7), (11).
class Problem {
 public:
  Problem(const Skeleton& skeleton, const Form& form, const Resolution& resolution, Demands demands = {});

  [[nodiscard]] int size() const { return pressure_index() + n_pressure_unknowns + 1; }
  [[nodiscard]] int pressure_index() const { return blocks_ * n_coordinates + n_force_unknowns; }
  [[nodiscard]] int duty_index() const { return size() - 1; }
  [[nodiscard]] const Skeleton& skeleton() const { return skeleton_; }
  [[nodiscard]] const Form& form() const { return form_; }
  [[nodiscard]] const NormativeGait& normative() const { return normative_; }
  [[nodiscard]] const FootSchedule& schedule() const { return schedule_; }
  [[nodiscard]] const ComPath& com_path() const { return com_path_; }
  [[nodiscard]] const Resolution& resolution() const { return resolution_; }

  /// The canonical cold start: the normative posture, the normative force, feet on the ground.
  [[nodiscard]] Eigen::VectorXd normative_start() const;

  /// Half the sum of squared residuals.
  [[nodiscard]] double cost(const Eigen::VectorXd& x);

  /// Returns the cost and fills the Gauss-Newton equations at x.
  double linearise(const Eigen::VectorXd& x, NormalEquations& equations);

  [[nodiscard]] int blocks() const { return blocks_; }

  /// Posture and its rates at one phase.
  struct Motion3 {
    CoordinateVector q_rad, qd_rad_s, qdd_rad_s2;
  };
  [[nodiscard]] Motion3 motion(const Eigen::VectorXd& x, double phase) const;

  /// What a stride asks of the muscle groups: the command of a second, weaker solve.
  [[nodiscard]] Effort effort(const Eigen::VectorXd& x, std::span<const MomentLimit> limits);

 private:
  struct Node {
    double phase, s;
    bool stance, landing;
    double weight;      ///< square root of the node's share
    double time_share;  ///< of the half stride; sums to one
    BasisWindow window;
    CoordinateVector target, tracking;  ///< and the weights with which it is kept to, 1/rad
    Vec3 normative_force_n;
    double load_rate_n_s;
    PressureShape::Row pressure;
    FootTarget foot;
  };
  using LinearRows = Eigen::Matrix<double, 2 * n_coordinates, 1>;  ///< tracking, then smoothness
  using Controls = std::array<CoordinateVector, BasisWindow::order>;

  [[nodiscard]] std::vector<Node> nodes_for(double duty) const;
  [[nodiscard]] Controls controls(const Eigen::VectorXd& x, const BasisWindow& window) const;
  [[nodiscard]] CoordinateVector combine(const Controls& controls, const BasisWindow& window, int derivative) const;
  NodeContext context(const Node& node, std::size_t index, const Eigen::VectorXd& x, double duty, bool derivatives);
  void collect_rows(const Node& node, std::size_t index, const Eigen::VectorXd& x, double duty, bool derivatives);
  [[nodiscard]] LinearRows linear_rows(const Node& node, const Eigen::VectorXd& x) const;
  void accumulate(const Node& node, const LinearRows& linear, const Eigen::VectorXd& duty_rows,
                  const LinearRows& duty_linear, Eigen::MatrixXd& hessian, Eigen::VectorXd& gradient);
  /// Deviation of the mean trunk lean from the form's, in units of its tolerance; what one node adds, and its derivative.
  [[nodiscard]] double lean_share(const Node& node) const;
  void spread_lean(const Node& node, Eigen::Ref<Eigen::VectorXd> row) const;
  /// Work of the ground at one node in units of its tolerance.
  void spread_work(const Node& node, const Rows::Row& power, Eigen::Ref<Eigen::VectorXd> row) const;
  [[nodiscard]] double lean_target() const;
  [[nodiscard]] double duty_firmness() const;
  [[nodiscard]] double prior_cost(const Eigen::VectorXd& x) const;

  Skeleton skeleton_;
  Form form_;
  Resolution resolution_;
  Demands demands_;
  NormativeGait normative_;
  FootSchedule schedule_;
  FootTarget landing_;
  ComPath com_path_;
  int blocks_;
  double period_s_;

  // Work space of one node, so that nothing is allocated in the loop.
  CoordinateVector q_;
  TreeState tree_;
  TreeDerivatives tree_d_;
  ComPath::Point com_;
  PressurePoint sole_;
  double work_share_ = 0.0;  ///< of the node just collected
  Rows::Row work_row_;
  Rows rows_;
};

}  // namespace stridelab
