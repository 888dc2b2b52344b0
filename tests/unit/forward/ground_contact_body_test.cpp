#include <gtest/gtest.h>

#include "forward/ground_contact.h"
#include "support/differences.h"
#include "support/own_kinematics.h"
#include "support/plan_state.h"

/// The contact law on a jointed runner in the middle of a step, against kinematics of the tests' own.
namespace stridelab {
namespace {

constexpr double dt_s = 1e-3;
constexpr double belt_m_s = 1.2;

/// States on the ground with the right and the left foot in turn, and the law set from them.
class Standing {
 public:
  explicit Standing(std::uint64_t seed)
      : skeleton(build_skeleton(Body{})), soles(sole_points(skeleton)), ground(skeleton, model, belt_m_s) {
    static const ReferenceMotion plan = test::reference_motion(test::easy_run());
    const double phase = 0.5 * static_cast<double>(seed % 2) + 0.04 + 0.02 * static_cast<double>(seed % 7);
    state = test::near_plan(plan.at(phase), seed);
    state.q(1) -= lowest_m() + 0.006;  // the lowest point 6 mm deep
    free_dynamics(skeleton, state, Vec3::Zero(), dynamics);
    ground.begin(dynamics.tree, state, dt_s);
  }

  [[nodiscard]] Vec3 point_m(std::size_t side, std::size_t k, const FreeVector& q) const {
    const SolePoint& point = soles[side][k];
    return q.head<3>() + test::own_pose(skeleton, q.tail<n_coordinates>()).point(point.link, point.local_m);
  }

  /// Velocity of a point per unit of each coordinate's rate, from differences of positions.
  [[nodiscard]] Eigen::Matrix<double, 3, n_free> jacobian(std::size_t side, std::size_t k) const {
    Eigen::Matrix<double, 3, n_free> j;
    for (int i = 0; i < n_free; ++i)
      j.col(i) = test::central_difference([&](double t) { return point_m(side, k, state.q + t * FreeVector::Unit(i)); },
                                          0.0, 1e-3);
    return j;
  }

  Skeleton skeleton;
  ContactModel model;
  std::array<std::array<SolePoint, sole_points_per_foot>, 2> soles;
  GroundContact ground;
  FreeState state;
  FreeDynamics dynamics;

 private:
  [[nodiscard]] double lowest_m() const {
    double lowest = 1.0;
    for (std::size_t side = 0; side < 2; ++side)
      for (std::size_t k = 0; k < sole_points_per_foot; ++k) lowest = std::min(lowest, point_m(side, k, state.q).y());
    return lowest;
  }
};

template <class Use>
void each_active_point(const Standing& s, Use use) {
  for (std::size_t side = 0; side < 2; ++side)
    for (std::size_t k = 0; k < sole_points_per_foot; ++k)
      if (s.ground.laws()[side][k].active) use(side, k, s.ground.laws()[side][k]);
}

// dt J'AJ and dt J'f0, summed over points with differentiated kinematics. Impedances reach 2e5 Ns/m, so 200 kg here;
// differences are right to 1e-11.
TEST(GroundContactOnTheRunner, ActsThroughEveryJointThatCarriesThePoint) {
  int points = 0;
  for (std::uint64_t seed = 0; seed < 14; ++seed) {
    const Standing s(seed);
    LimbMatrix matrix = s.dynamics.mass_matrix;
    FreeVector right = FreeVector::Zero();
    s.ground.add(s.dynamics.tree, dt_s, matrix, right);
    FreeMatrix expected = s.dynamics.mass_matrix.dense();
    FreeVector expected_right = FreeVector::Zero();
    each_active_point(s, [&](std::size_t side, std::size_t k, const PointLaw& law) {
      const auto j = s.jacobian(side, k);
      expected += dt_s * j.transpose() * law.slope_ns_m.asDiagonal() * j;
      expected_right += dt_s * j.transpose() * law.f0_n;
      ++points;
    });
    EXPECT_LT((matrix.dense() - expected).cwiseAbs().maxCoeff(), 1e-7) << seed;
    EXPECT_LT((right - expected_right).cwiseAbs().maxCoeff(), 1e-9) << seed;
  }
  EXPECT_GT(points, 28);  // two or more in each posture, or the test tests nothing
}

/// A velocity at the end of the step that is some way off the beginning's, as an impact makes it.
FreeVector other_velocity(const FreeState& state, std::uint64_t seed) {
  test::SeededRandom random(seed + 77);
  FreeVector u = state.u;
  for (double& x : u) x += random.uniform(-0.5, 0.5);
  return u;
}

// The force is the law at the end of the step, read off positions q + dt u: depth there, speed over the belt there.
TEST(GroundContactOnTheRunner, ForceIsTheLawAtTheEndOfTheStep) {
  for (std::uint64_t seed = 0; seed < 14; ++seed) {
    Standing s(seed);
    const FreeVector u = other_velocity(s.state, seed);
    const auto before = s.ground.laws();
    s.ground.settle(s.dynamics.tree, u);
    each_active_point(s, [&](std::size_t side, std::size_t k, const PointLaw& law) {
      const Vec3 v = s.jacobian(side, k) * u + Vec3(belt_m_s, 0.0, 0.0);
      const double depth = -s.point_m(side, k, s.state.q).y();
      const double stiffness = before[side][k].f0_n.y() / depth;
      ASSERT_GT(stiffness, 0.2 * s.model.stiffness_n_m[0]);  // a region's, shared by its points
      const double normal = stiffness * (depth - dt_s * v.y()) - stiffness * 0.8 * std::max(depth, 0.0) * v.y();
      const Vec3& f = s.ground.forces()[side][k];
      EXPECT_NEAR(f.y(), normal, 1e-8 * stiffness * dt_s);
      // Friction against the sliding over the belt, with the grip that the beginning of the step set.
      const double grip = before[side][k].slope_ns_m.x();
      EXPECT_NEAR((f - Vec3(-grip * v.x(), f.y(), -grip * v.z())).norm(), 0.0, 1e-9 * grip);
      EXPECT_GE(law.slope_ns_m.minCoeff(), 0.0);
    });
  }
}

// Passes of settle() pull every friction into its cone, up to the stated 2 % and 1 N, and free every point that pulls.
TEST(GroundContactOnTheRunner, SettlesInsideTheCone) {
  int corrected = 0;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Standing s(seed);
    const FreeVector u = other_velocity(s.state, seed);
    for (int pass = 0, changed = 1; changed > 0; ++pass) {
      ASSERT_LT(pass, 8);
      changed = s.ground.settle(s.dynamics.tree, u);
      corrected += changed;
    }
    each_active_point(s, [&](std::size_t side, std::size_t k, const PointLaw& law) {
      const Vec3& f = s.ground.forces()[side][k];
      EXPECT_GE(f.y(), 0.0);
      EXPECT_LE(std::hypot(f.x(), f.z()), 1.02 * law.friction * f.y() + 1.0);
    });
  }
  EXPECT_GT(corrected, 50);  // the velocities do contradict the laws they started from
}

// What the two segments of a foot are handed is the sum of what acts on their points, about the pelvis origin.
TEST(GroundContactOnTheRunner, WrenchesGatherThePointsOfTheirSegment) {
  for (std::uint64_t seed = 0; seed < 14; ++seed) {
    Standing s(seed);
    s.ground.settle(s.dynamics.tree, s.state.u);
    std::array<Wrench, n_ground_segments> expected;
    expected.fill({Vec3::Zero(), Vec3::Zero()});
    for (std::size_t side = 0; side < 2; ++side) {
      for (std::size_t k = 0; k < sole_points_per_foot; ++k) {
        const Vec3 from_pelvis = s.point_m(side, k, s.state.q) - s.state.q.head<3>();
        const Vec3& f = s.ground.forces()[side][k];
        expected[2 * side + (s.soles[side][k].region == SoleRegion::toe ? 1U : 0U)] += {from_pelvis.cross(f), f};
      }
    }
    for (std::size_t w = 0; w < n_ground_segments; ++w) {
      EXPECT_LT((s.ground.wrenches()[w].force - expected[w].force).norm(), 1e-9);
      EXPECT_LT((s.ground.wrenches()[w].moment - expected[w].moment).norm(), 1e-9);  // of kNm: rounding
    }
  }
}

}  // namespace
}  // namespace stridelab
