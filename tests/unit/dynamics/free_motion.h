#pragma once

#include "dynamics/carrier.h"
#include "support/seeded_random.h"

namespace stridelab::test {

/// Bodies that differ in everything the skeleton depends on.
inline const std::array<Body, 4> bodies = {Body{70.0, 1.75, Sex::male}, Body{52.0, 1.60, Sex::female},
                                           Body{95.0, 1.95, Sex::male}, Body{61.0, 1.72, Sex::female}};

inline const Vec3 plain_gravity(0.0, -gravity_m_s2, 0.0);

/// As wild as running gets and a little beyond: 0.8 rad, 8 rad/s, 4 m/s, anywhere on the first 100 m.
inline FreeState random_state(std::uint64_t seed) {
  SeededRandom random(seed);
  FreeState state;
  for (Eigen::Index i = 0; i < n_translations; ++i) {
    state.q(i) = random.uniform(0.0, i == 0 ? 100.0 : 1.0);
    state.u(i) = random.uniform(-4.0, 4.0);
  }
  for (Eigen::Index i = n_translations; i < n_free; ++i) {
    state.q(i) = random.uniform(-0.8, 0.8);
    state.u(i) = random.uniform(-8.0, 8.0);
  }
  return state;
}

inline AppliedForces no_forces() {
  AppliedForces forces;
  forces.ground.fill({Vec3::Zero(), Vec3::Zero()});
  return forces;
}

inline Vec3 random_vector(SeededRandom& random, double size) {
  return {random.uniform(-size, size), random.uniform(-size, size), random.uniform(-size, size)};
}

/// Joint moments up to 200 Nm, ground forces up to 1500 N and 50 Nm on every foot and toe, a push on the pelvis.
inline AppliedForces random_forces(std::uint64_t seed) {
  SeededRandom random(seed + 5000);
  AppliedForces forces;
  for (Eigen::Index i = 3; i < n_coordinates; ++i) forces.torque_nm(i) = random.uniform(-200.0, 200.0);
  for (Wrench& ground : forces.ground) ground = {random_vector(random, 50.0), random_vector(random, 1500.0)};
  forces.pelvis = {random_vector(random, 50.0), random_vector(random, 300.0)};
  return forces;
}

/// Acceleration of every coordinate under these forces: a step of 1 s from the state adds exactly that to u.
inline FreeVector acceleration(Carrier& carrier, const FreeState& state, const AppliedForces& forces) {
  carrier.set_state(state);
  carrier.step(forces, 1.0);
  return carrier.state().u - state.u;
}

}  // namespace stridelab::test
