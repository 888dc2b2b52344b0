#pragma once

#include "forward/simulation.h"
#include "ground/contact_materials.h"
#include "support/hashed_forms.h"

namespace stridelab::test {

/// Every bit of some forward runs with torque noise: state, controller, loads of the last frame. Both carriers, a plan
/// changed in passage, a push.
inline std::string run_hash_lines() {
  std::string lines;
  const auto loads = read_load_models();
  const Stride easy = *synthesise(Body{}, Form{});
  Form quick;
  quick.cadence_spm = 184.0;
  const Stride other = *synthesise(Body{}, quick);
  for (const CarrierKind carrier : {CarrierKind::bullet, CarrierKind::own}) {
    SimulationSettings settings;
    settings.carrier = carrier;
    settings.torque_noise_percent = 0.3;
    settings.contact = *read_contact_model("cushioned", "asphalt", Body{}.mass_kg);
    Simulation simulation(easy, *loads, settings);
    BitHash hash;
    while (simulation.time_s() < 3.0 && simulation.step()) {
      if (simulation.index() == 1000) simulation.adopt(other);
      if (simulation.index() == 1500) simulation.push(Vec3(0.0, 0.0, 50.0), 0.1);
      if (simulation.index() % 500 != 0) continue;
      const Frame frame = simulation.frame();
      hash.add(Eigen::VectorXd(frame.motion.generalised_force_nm));
      for (const LegValues& leg : frame.leg)
        for (const double value : leg.value) hash.add(value);
    }
    hash.add(simulation.state_hash());
    lines += fmt::format("{:016x}\n", hash.value());
  }
  return lines;
}

}  // namespace stridelab::test
