#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <thread>
#include <vector>

#include "forward/bullet/bullet_carrier.h"
#include "support/bit_hash.h"
#include "unit/dynamics/free_motion.h"

/// The carriers: state in and out without a bit lost, no memory of the past, and both the same run.
namespace stridelab {
namespace {

const Skeleton& runner() {
  static const Skeleton skeleton = build_skeleton(test::bodies[0]);
  return skeleton;
}

/// Something like running, without ground: limbs swing by 0.4 rad at the rhythm of a stride, held by springs of 15 rad/s
/// that know each joint's inertia; feet are pushed in turn, the pelvis is kept upright.
class Exercise {
 public:
  Exercise() {
    FreeDynamics d;
    free_dynamics(runner(), {}, test::plain_gravity, d);
    inertia_ = d.mass_matrix.dense().diagonal().tail<n_coordinates>();
  }

  [[nodiscard]] AppliedForces forces(const FreeState& state, double time_s) const {
    constexpr double stride_rad_s = 9.0, spring_rad_s = 15.0;
    AppliedForces f = test::no_forces();
    for (int i = 3; i < n_coordinates; ++i) {
      const double target = 0.4 * std::sin(stride_rad_s * time_s + 0.7 * i);
      const int k = free_index(i);
      f.torque_nm(i) = inertia_(i) * spring_rad_s * (spring_rad_s * (target - state.q(k)) - 0.6 * state.u(k));
    }
    const auto foot = static_cast<std::size_t>(2 * (static_cast<long>(time_s * 5.0) % 2));
    f.ground[foot] = {Vec3(0.1, 0.05, -0.2), Vec3(20.0, 300.0, -15.0)};
    f.ground[foot + 1] = {Vec3(0.001, 0.0, 0.002), Vec3(0.2, 2.0, 0.1)};  // a toe weighs 134 g
    const Vec3 angle(state.q(4), state.q(5), state.q(3)), rate(state.u(4), state.u(5), state.u(3));
    f.pelvis = {-400.0 * angle - 20.0 * rate, Vec3(20.0, 0.0, -10.0)};
    return f;
  }

  [[nodiscard]] static FreeState start() {
    FreeState state;
    state.q.head<3>() << 30.0, 1.0, 0.2;
    state.u.head<3>() << 3.3, 0.5, 0.0;
    return state;
  }

  void run(Carrier& carrier, int from, int to, test::BitHash* hash = nullptr) const {
    for (int i = from; i < to; ++i) {
      carrier.step(forces(carrier.state(), i * dt_s), dt_s);
      if (hash == nullptr) continue;
      hash->add(carrier.state().q);
      hash->add(carrier.state().u);
    }
  }

  static constexpr double dt_s = 1e-3;

 private:
  CoordinateVector inertia_;
};

// The stated bound, over a second of steps of 1 ms. Each differs by rounding, 1e-13 of the accelerations; measured at the
// end: 3e-14 m or rad, 1e-12 m/s or rad/s. How rounding grows depends on the machine, hence two orders and more.
TEST(Carriers, GiveTheSameRun) {
  const Exercise exercise;
  const auto bullet = bullet_carrier(runner(), test::plain_gravity);
  const auto own = own_carrier(runner(), test::plain_gravity);
  for (Carrier* carrier : {bullet.get(), own.get()}) {
    carrier->set_state(Exercise::start());
    exercise.run(*carrier, 0, 1000);
  }
  const FreeVector& q = own->state().q;
  EXPECT_LT(q.tail<n_coordinates>().cwiseAbs().maxCoeff(), 4.0) << "limbs swing, none spins";
  EXPECT_GT(own->state().u.tail<n_coordinates>().cwiseAbs().maxCoeff(), 1.0) << "and moving";
  EXPECT_LT((bullet->state().q - q).cwiseAbs().maxCoeff(), 1e-11);
  EXPECT_LT((bullet->state().u - own->state().u).cwiseAbs().maxCoeff(), 1e-9);
}

TEST(BulletCarrier, StateIsSetExactly) {
  const auto carrier = bullet_carrier(runner(), test::plain_gravity);
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const FreeState state = test::random_state(seed);
    carrier->set_state(state);
    EXPECT_EQ(carrier->state(), state);
  }
}

TEST(BulletCarrier, StartsAtZero) { EXPECT_EQ(bullet_carrier(runner(), test::plain_gravity)->state(), FreeState{}); }

// What set_state gives is the whole state: from it the run goes on to the same bits, in this object and in a new one.
TEST(BulletCarrier, GoesOnFromASnapshotBitForBit) {
  const Exercise exercise;
  const auto carrier = bullet_carrier(runner(), test::plain_gravity);
  carrier->set_state(Exercise::start());
  for (const int at : {0, 1, 37, 200, 333}) {
    carrier->set_state(Exercise::start());
    exercise.run(*carrier, 0, at);
    const FreeState snapshot = carrier->state();
    test::BitHash original, again, elsewhere;
    exercise.run(*carrier, at, at + 100, &original);
    carrier->set_state(snapshot);
    exercise.run(*carrier, at, at + 100, &again);
    const auto fresh = bullet_carrier(runner(), test::plain_gravity);
    fresh->set_state(snapshot);
    exercise.run(*fresh, at, at + 100, &elsewhere);
    EXPECT_EQ(again.value(), original.value()) << at;
    EXPECT_EQ(elsewhere.value(), original.value()) << at;
  }
}

// After a state that is not finite a set_state makes everything good again.
TEST(BulletCarrier, RecoversFromWhatIsNotFinite) {
  const Exercise exercise;
  const auto carrier = bullet_carrier(runner(), test::plain_gravity);
  const auto healthy = bullet_carrier(runner(), test::plain_gravity);
  FreeState broken = Exercise::start();
  broken.q(free_index(knee_angle_l)) = std::numeric_limits<double>::quiet_NaN();
  carrier->set_state(broken);
  for (int i = 0; i < 3; ++i) carrier->step(test::no_forces(), 1e-3);
  EXPECT_TRUE(std::isnan(carrier->state().q(free_index(knee_angle_l)))) << "kept, so that the caller can name it";
  test::BitHash after, expected;
  for (Carrier* c : {carrier.get(), healthy.get()}) c->set_state(Exercise::start());
  exercise.run(*carrier, 0, 50, &after);
  exercise.run(*healthy, 0, 50, &expected);
  EXPECT_EQ(after.value(), expected.value());
}

TEST(BulletCarrier, GravityCanBeChanged) {
  const Vec3 slope(-1.0, -9.75, 0.0);
  const auto changed = bullet_carrier(runner(), test::plain_gravity);
  changed->set_gravity(slope);
  const auto built = bullet_carrier(runner(), slope);
  const FreeState state = test::random_state(4);
  EXPECT_EQ(test::acceleration(*changed, state, test::no_forces()),
            test::acceleration(*built, state, test::no_forces()));
}

// Bullet's constructors are not made for threads; ours take turns.
TEST(BulletCarrier, MayBeBuiltAndUsedInManyThreads) {
  const Exercise exercise;
  std::vector<std::uint64_t> hashes(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < hashes.size(); ++t) {
    threads.emplace_back([&exercise, &hashes, t] {
      for (int round = 0; round < 10; ++round) {
        const auto carrier = bullet_carrier(runner(), test::plain_gravity);
        carrier->set_state(Exercise::start());
        test::BitHash hash;
        exercise.run(*carrier, 0, 100, &hash);
        hashes[t] = hash.value();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::uint64_t hash : hashes) EXPECT_EQ(hash, hashes.front());
}

}  // namespace
}  // namespace stridelab
