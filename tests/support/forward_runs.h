#pragma once

#include "forward/simulation.h"
#include "ground/contact_materials.h"
#include "support/strides.h"

namespace stridelab::test {

inline const LoadModels& load_models() {
  static const LoadModels models = read_load_models().value();
  return models;
}

/// A run in the usual shoe on asphalt, our own core carrying the state (the fast one), with a light hand on the back: a
/// test of mechanics must not end in a fall.
inline SimulationSettings held_run() {
  SimulationSettings settings;
  settings.carrier = CarrierKind::own;
  settings.assist_percent = 10.0;
  settings.contact = read_contact_model("cushioned", "asphalt", Body{}.mass_kg).value();
  return settings;
}

/// The same with nothing that holds the runner.
inline SimulationSettings free_run() {
  SimulationSettings settings = held_run();
  settings.assist_percent = 0.0;
  return settings;
}

inline Simulation simulation_of(const SimulationSettings& settings, const Stride& stride = easy_run()) {
  return {stride, load_models(), settings};
}

/// Steps; throws when the runner falls, which fails the test with the reason.
inline void advance(Simulation& simulation, int steps) {
  for (int i = 0; i < steps; ++i)
    if (!simulation.step()) throw std::runtime_error(simulation.fall()->text());
}

inline Vec3 ground_force(const Frame& frame) {
  Vec3 sum = Vec3::Zero();
  for (const FootContact& foot : frame.contact)
    for (const Vec3& f : foot.force_n) sum += f;
  return sum;
}

inline bool in_flight(const Frame& frame) { return ground_force(frame).isZero(0.0); }

/// Largest difference of pose and rates of the runner, in rad, m, rad/s and m/s alike.
inline double difference(const Frame& a, const Frame& b) {
  return std::max({(a.motion.q_rad - b.motion.q_rad).cwiseAbs().maxCoeff(),
                   (a.motion.qd_rad_s - b.motion.qd_rad_s).cwiseAbs().maxCoeff(),
                   (a.motion.pelvis_m - b.motion.pelvis_m).cwiseAbs().maxCoeff(),
                   (a.motion.pelvis_velocity_m_s - b.motion.pelvis_velocity_m_s).cwiseAbs().maxCoeff()});
}

}  // namespace stridelab::test
