#pragma once

#include <Eigen/Dense>
#include <array>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "gait/com_path.h"
#include "gait/event_spline.h"
#include "gait/reference.h"
#include "gait/terms.h"
#include "gait/two_step_path.h"

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

/// One step of a stride as a right foot's: what the runner is like and what the second solves add. A left foot's step is
/// seen in a mirror: its skeleton has the left leg on the right.
struct StepInputs {
  Skeleton skeleton;
  Form form;
  Demands demands = {};
};

/// Unknowns of one step that are in the dense border of the equations.
inline constexpr int n_border = n_force_unknowns + n_pressure_unknowns;

/// Gauss-Newton equations of one linearisation: (matrix + dense dense^T) step = -gradient.
struct NormalEquations {
  Eigen::MatrixXd matrix;  ///< lower triangle: cyclic blocks of 22 with a dense border (CyclicCholesky)
  Eigen::MatrixXd dense;   ///< residuals that know the whole stride: mean trunk lean; work of the ground, one per step
  Eigen::VectorXd gradient;
};

/// The periodic stride as a nonlinear least-squares problem.
///
/// Unknowns: half_count blocks of 22 control points (root and lumbar of this half stride, right leg and arm, left leg and
/// arm), then the force unknowns, the path of the pressure, and the duty factor. Only the right foot's step is evaluated: the left leg's curves
/// are the right leg's, half a stride later. METHODS (7), (11).
///
/// Where the two sides differ both steps are evaluated, each as a right foot's: twice the blocks around the same circle, the
/// second half in the mirrored coordinates of the left foot's step, then both steps' force and path unknowns, then both duty
/// factors. METHODS (65).
class Problem {
 public:
  Problem(const Skeleton& skeleton, const Form& form, const Resolution& resolution, Demands demands = {});

  /// The stride of two different steps, the right foot's first.
  Problem(std::array<StepInputs, 2> steps, const Resolution& resolution);

  [[nodiscard]] std::size_t steps() const { return steps_.size(); }  ///< that are solved: 1 of a mirrored pair, or 2
  [[nodiscard]] int size() const { return n_steps() * (step_controls() + n_border + 1); }
  [[nodiscard]] int force_index(std::size_t step = 0) const {
    return n_steps() * step_controls() + static_cast<int>(step) * n_border;
  }
  [[nodiscard]] int pressure_index(std::size_t step = 0) const { return force_index(step) + n_force_unknowns; }
  [[nodiscard]] int duty_index(std::size_t step = 0) const {
    return n_steps() * (step_controls() + n_border) + static_cast<int>(step);
  }
  [[nodiscard]] const Skeleton& skeleton(std::size_t step = 0) const { return steps_[step].inputs.skeleton; }
  [[nodiscard]] const Form& form(std::size_t step = 0) const { return steps_[step].inputs.form; }
  [[nodiscard]] const NormativeGait& normative(std::size_t step = 0) const { return steps_[step].normative; }
  [[nodiscard]] const FootSchedule& schedule(std::size_t step = 0) const { return steps_[step].schedule; }
  [[nodiscard]] const ComPath& com_path() const { return com_path_; }
  [[nodiscard]] const std::optional<TwoStepPath>& two_step_path() const { return two_step_path_; }
  [[nodiscard]] const Resolution& resolution() const { return resolution_; }

  /// The canonical cold start: the normative posture, the normative force, feet on the ground. Of a mirrored pair.
  [[nodiscard]] Eigen::VectorXd normative_start() const;

  /// The unknowns of two different steps from those of two mirrored strides: a runner whose both sides are like the right
  /// one's, and one whose both are like the left's. Of a problem with two steps.
  [[nodiscard]] Eigen::VectorXd joined(const Eigen::VectorXd& right, const Eigen::VectorXd& left) const;

  /// Half the sum of squared residuals.
  [[nodiscard]] double cost(const Eigen::VectorXd& x);

  /// Returns the cost and fills the Gauss-Newton equations at x.
  double linearise(const Eigen::VectorXd& x, NormalEquations& equations);

  [[nodiscard]] int blocks() const { return n_steps() * blocks_; }

  /// Posture and its rates at one phase.
  struct Motion3 {
    CoordinateVector q_rad, qd_rad_s, qdd_rad_s2;
  };
  [[nodiscard]] Motion3 motion(const Eigen::VectorXd& x, double phase) const;

  /// What a stride asks of the muscle groups: the command of a second, weaker solve.
  [[nodiscard]] Effort effort(const Eigen::VectorXd& x, std::span<const MomentLimit> limits, std::size_t step = 0);

 private:
  /// What stays the same over the nodes of a step.
  struct Step {
    explicit Step(StepInputs given);
    StepInputs inputs;
    NormativeGait normative;
    FootSchedule schedule;
    FootTarget landing;  ///< of a foot like this step's
  };
  using Duties = std::array<double, 2>;  ///< of the steps; twice the same of a mirrored pair

  struct Node {
    std::size_t step, index;  ///< whose step, and which of its nodes
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

  /// How much the residuals of one node change with each duty factor.
  struct DutyChange {
    std::array<Eigen::VectorXd, 2> rows;
    std::array<LinearRows, 2> linear;
  };

  [[nodiscard]] int n_steps() const { return static_cast<int>(steps_.size()); }
  [[nodiscard]] int step_controls() const { return blocks_ * n_coordinates; }
  /// Where the control point `index` of a step's circle is stored, and whether in the mirrored coordinates.
  struct Place {
    int offset;
    bool mirror;
  };
  [[nodiscard]] Place place(std::size_t step, int index) const;
  [[nodiscard]] std::size_t other(std::size_t step) const { return steps_.size() - 1 - step; }
  [[nodiscard]] Duties duties(const Eigen::VectorXd& x) const;
  [[nodiscard]] std::vector<Node> nodes_for(const Duties& duty) const;
  void add_nodes(std::size_t step, const Duties& duty, std::vector<Node>& nodes) const;
  [[nodiscard]] CoordinateVector target(std::size_t step, double phase, const Duties& duty) const;
  [[nodiscard]] Controls controls(const Eigen::VectorXd& x, std::size_t step, const BasisWindow& window) const;
  [[nodiscard]] CoordinateVector combine(const Controls& controls, const BasisWindow& window, int derivative) const;
  void find_com(const Node& node, const Eigen::VectorXd& x, const Duties& duty);
  NodeContext context(const Node& node, const Eigen::VectorXd& x, const Duties& duty, bool derivatives);
  void collect_rows(const Node& node, const Eigen::VectorXd& x, const Duties& duty, bool derivatives);
  [[nodiscard]] LinearRows linear_rows(const Node& node, const Eigen::VectorXd& x) const;
  template <int Steps>
  void accumulate(const Node& node, const LinearRows& linear, const DutyChange& by_duty, Eigen::MatrixXd& hessian,
                  Eigen::VectorXd& gradient);
  template <int Steps>
  [[nodiscard]] Eigen::Matrix<double, 11, Steps * n_border> border_inputs(const Node& node) const;
  /// Deviation of the mean trunk lean from the form's, in units of its tolerance; what one node adds, and its derivative.
  [[nodiscard]] double lean_share(const Node& node) const;
  void spread_lean(const Node& node, Eigen::Ref<Eigen::VectorXd> row) const;
  /// Work of the ground at one node in units of its tolerance.
  void spread_work(const Node& node, const Rows::Row& power, Eigen::Ref<Eigen::VectorXd> row) const;
  [[nodiscard]] double lean_target() const;
  [[nodiscard]] double duty_firmness() const;
  void add_priors(const Eigen::VectorXd& x, Eigen::MatrixXd& hessian, Eigen::VectorXd& gradient) const;
  [[nodiscard]] double prior_cost(const Eigen::VectorXd& x) const;

  std::vector<Step> steps_;
  Resolution resolution_;
  ComPath com_path_;
  std::optional<TwoStepPath> two_step_path_;
  int blocks_;  ///< per step
  double period_s_;
  double lean_weight_;  ///< of the row of the mean lean, which is one per stride, not per step

  // Work space of one node, so that nothing is allocated in the loop.
  CoordinateVector q_;
  TreeState tree_;
  TreeDerivatives tree_d_;
  TwoStepPath::Point com_;
  PressurePoint sole_;
  double work_share_ = 0.0;  ///< of the node just collected
  Rows::Row work_row_;
  Rows rows_;
};

}  // namespace stridelab
