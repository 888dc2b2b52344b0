#include "gait/terms.h"

#include <gtest/gtest.h>

#include <functional>
#include <optional>

#include "gait/problem.h"
#include "support/differences.h"
#include "support/motion.h"

/// Every residual term's derivative rows against differences of its values.
namespace stridelab {
namespace {

using Inputs = Eigen::Matrix<double, n_node_inputs, 1>;
using Term = std::function<void(const NodeContext&, Rows&)>;

constexpr double s_of_stance = 0.37, duty = 0.33;

/// One node of a stride that nobody runs: a random posture near running, with everything a term may read.
class Node {
 public:
  Node(bool stance, std::uint64_t seed) : stance_(stance) {
    const test::Motion3 m = test::random_motion(seed);
    x_ << 0.4 * m.q_rad, m.qd_rad_s, m.qdd_rad_s2, stance ? Vec3(-80.0, 1400.0, 60.0) : Vec3(Vec3::Zero()), 0.01, 0.92,
        -0.01, 0.1, -0.6, 0.05, 0.02, -0.008;
    form_.slope_rad = 0.05;
  }

  [[nodiscard]] const Inputs& inputs() const { return x_; }
  [[nodiscard]] const Skeleton& skeleton() const { return skeleton_; }

  /// The foot is placed elsewhere: braking follows geometry.
  void place_elsewhere() { usual_ = UsualStance{0.12, -150.0}; }

  Rows& rows(const Term& term, const Inputs& x, bool derivatives) {
    const CoordinateVector q = x.head<n_coordinates>();
    com_.force_n = x.segment<3>(n_motion_inputs);
    com_.position_m = x.segment<3>(position_input);
    com_.velocity_m_s = x.segment<3>(velocity_input);
    evaluate(skeleton_, q, x.segment<n_coordinates>(n_coordinates), x.segment<n_coordinates>(2 * n_coordinates),
             com_.force_n, tree_);
    differentiate(tree_, d_);
    const double weight_n = skeleton_.mass_kg * gravity_m_s2;
    const Pressure pressure = x.segment<2>(pressure_input);
    const PressurePoint sole = pressure_point(skeleton_, tree_, subtalar_angle_r, mtp_angle_r, pressure, true);
    const NodeContext c{.skeleton = skeleton_,
                        .form = form_,
                        .scales = residual_scales(),
                        .tree = tree_,
                        .d = d_,
                        .q_rad = q,
                        .com = com_,
                        .phase = stance_ ? duty * s_of_stance : 0.41,
                        .duty = duty,
                        .other_duty = duty,
                        .stance = stance_,
                        .s = s_of_stance,
                        .weight_n = weight_n,
                        .size_nm = weight_n,
                        .landing = landing_,
                        .landing_toe_out_rad = form_.toe_out_rad,
                        .foot = schedule_.at(s_of_stance),
                        .normative_force_n = Vec3(-100.0, 1500.0, 30.0),
                        .load_rate_n_s = 9000.0,
                        .pressure_m = pressure,
                        .sole = sole,
                        .rearfoot_roll_rad = 0.05,
                        .abductors = {0.7, 90.0, 0.1},
                        .trunk = {0.6, -40.0, 0.08},
                        .weak_groups = weak_groups_,
                        .usual = usual_ ? &*usual_ : nullptr,
                        .placement_target_m = 0.3};
    rows_.clear(derivatives);
    term(c, rows_);
    return rows_;
  }

 private:
  bool stance_;
  Inputs x_;
  Form form_;
  Skeleton skeleton_ = build_skeleton({70.0, 1.75, Sex::male});
  FootSchedule schedule_{skeleton_, form_};
  FootTarget landing_ = schedule_.at(0.0);
  std::optional<UsualStance> usual_;
  TreeState tree_;
  TreeDerivatives d_;
  ComPath::Point com_;
  // One limit far exceeded, one met, one far away: all three branches of the hinge.
  WeakGroups weak_groups_{{knee_angle_r, -1.0, -400.0, 1.0, &StrengthLimits::knee_extensors},
                          {ankle_angle_r, -1.0, 0.0, 1.0, &StrengthLimits::plantarflexors},
                          {hip_flexion_r, -1.0, 500.0, 1.0, &StrengthLimits::hip_extensors}};
  Rows rows_;
};

/// The power of the ground as a row, in watts.
void ground_power_row(const NodeContext& c, Rows& rows) {
  const GroundPower power = ground_power(c, rows.derivatives);
  rows.add(power.w, 1.0, [&] { return power.row; });
}

struct NamedTerm {
  const char* name;
  bool stance;
  Term term;
  friend std::ostream& operator<<(std::ostream& out, const NamedTerm& t) { return out << t.name; }
};

class TermRows : public ::testing::TestWithParam<NamedTerm> {};

// The stiffest rows are smooth hinges of 0.003 BW m, which 3 mrad cross: a fourth-order step of 1e-5 rad is wrong by
// (1e-5 / 3e-3)^4 = 1e-10 of a row, rounding by 1e-12 / 1e-5 = 1e-7. 1e-6 of the row's largest entry covers both.
// A hinge that is closed by u = -500 is a small difference of large numbers: 1e-13 / 1e-5 = 1e-8 on top.
TEST_P(TermRows, AgreeWithDifferences) {
  for (std::uint64_t seed = 400; seed < 404; ++seed) {
    Node node(GetParam().stance, seed);
    const Inputs x = node.inputs();
    const Rows analytic = node.rows(GetParam().term, x, true);
    ASSERT_GT(analytic.count, 0);
    ASSERT_LE(analytic.count, Rows::capacity);
    Eigen::MatrixXd numeric(analytic.count, n_node_inputs);
    for (int k = 0; k < n_node_inputs; ++k) {
      const double size = k < n_coordinates ? 1.0 : k < n_motion_inputs ? 10.0 : k < n_tree_inputs ? 100.0 : 1.0;
      auto along = [&](double value) {
        Inputs moved = x;
        moved(k) = value;
        return Eigen::VectorXd(node.rows(GetParam().term, moved, false).value.head(analytic.count));
      };
      numeric.col(k) = test::central_difference(along, x(k), 1e-5 * size);
    }
    for (int r = 0; r < analytic.count; ++r) {
      const double scale = numeric.row(r).cwiseAbs().maxCoeff() + std::abs(analytic.value(r));
      EXPECT_LT((analytic.jacobian.row(r) - numeric.row(r)).cwiseAbs().maxCoeff(), 1e-6 * scale + 1e-8) << "row " << r;
    }
  }
}

// The row that replaces the fore-aft shape where the foot is placed elsewhere.
TEST(Terms, BrakingByGeometryAgreesWithDifferences) {
  Node node(true, 404);
  node.place_elsewhere();
  const Inputs x = node.inputs();
  const Eigen::MatrixXd analytic = node.rows(load_shape, x, true).jacobian.topRows(3);
  for (int k = 0; k < n_node_inputs; ++k) {
    auto along = [&](double value) {
      Inputs moved = x;
      moved(k) = value;
      return Eigen::VectorXd(node.rows(load_shape, moved, false).value.head(3));
    };
    const Eigen::VectorXd numeric = test::central_difference(along, x(k), 1e-5);
    EXPECT_LT((analytic.col(k) - numeric).cwiseAbs().maxCoeff(), 1e-6 * (1.0 + numeric.cwiseAbs().maxCoeff())) << k;
  }
}

// Asking for values only must not change them.
TEST_P(TermRows, ValuesDoNotDependOnDerivatives) {
  Node node(GetParam().stance, 400);
  const Rows with = node.rows(GetParam().term, node.inputs(), true);
  const Rows without = node.rows(GetParam().term, node.inputs(), false);
  ASSERT_EQ(with.count, without.count);
  for (int r = 0; r < with.count; ++r) EXPECT_EQ(with.value(r), without.value(r));
}

INSTANTIATE_TEST_SUITE_P(
    All, TermRows,
    ::testing::Values(
        NamedTerm{"flight_balance", false, flight_balance}, NamedTerm{"stance_balance", true, stance_balance},
        NamedTerm{"load_shape", true, load_shape}, NamedTerm{"ground_power", true, ground_power_row},
        NamedTerm{"sole_limits", true, sole_limits}, NamedTerm{"resting_foot", true, resting_foot},
        NamedTerm{"landing_foot", false, landing_foot},
        NamedTerm{"right_clearance", false, [](const NodeContext& c, Rows& r) { swing_clearance(c, 0, r); }},
        NamedTerm{"left_clearance", true, [](const NodeContext& c, Rows& r) { swing_clearance(c, 1, r); }},
        NamedTerm{"trunk_posture", true, trunk_posture}, NamedTerm{"joint_effort_in_stance", true, joint_effort},
        NamedTerm{"joint_effort_in_flight", false, joint_effort}, NamedTerm{"weak_abductors", true, weak_abductors},
        NamedTerm{"weak_trunk", true, weak_trunk}, NamedTerm{"weak_groups", true, weak_groups}),
    [](const auto& info) { return std::string(info.param.name); });

// In flight nobody pushes: a joint's effort is that of the limb alone.
TEST(Terms, GroundLoadsOnlyTheStanceLeg) {
  Node stance(true, 410);
  stance.rows(
      [](const NodeContext& c, Rows& rows) {
        const CoordinateVector alone = generalised_forces(c.tree);
        for (int i = 0; i < n_coordinates; ++i) {
          const bool loaded = i >= hip_flexion_r && i <= mtp_angle_r;
          EXPECT_EQ(ground_share(c, i) > 0.0, loaded && (i != mtp_angle_r || c.sole.share.toe > 0.0));
          if (!loaded) {
            EXPECT_EQ(joint_moment(c, i), alone(i)) << i;
          }
        }
        rows.count = 0;
      },
      stance.inputs(), false);
}

}  // namespace
}  // namespace stridelab
