#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "forward/frame.h"
#include "forward/reflex_gains.h"
#include "gait/stride.h"
#include "ground/contact_model.h"
#include "loads/load_models.h"

namespace stridelab {

/// After the start, a change of plan or a push; steps in it are not averaged.
inline constexpr double settling_strides = 6.0;

/// Which code carries the state. Published numbers use Bullet.
enum class CarrierKind { bullet, own };

/// How a forward run is done. All deterministic: the seed is the only source of randomness.
struct SimulationSettings {
  double dt_s = 0.001;  ///< 0.1 ms .. 2 ms
  CarrierKind carrier = CarrierKind::bullet;
  double assist_percent = 0.0;        ///< fore-aft force at the centre of mass; 0 = nothing holds the runner
  double torque_noise_percent = 0.0;  ///< of each joint's strength, coloured
  std::uint64_t seed = 1;             ///< of the torque noise
  double belt_speed_m_s = 0.0;        ///< the ground moves backwards with this speed (treadmill)
  ContactModel contact;
  /// Strength of the abductors, 1 = healthy adult average. None: the one that the plan was made for. Another one is a
  /// runner whose hips are not what his form counts on.
  std::optional<double> hip_strength;
};

/// Why a run ended: the runner fell, or the numbers did.
struct Fall {
  double time_s;
  std::string what;      ///< for example "the pelvis sank to 0.62 m"
  std::string limiting;  ///< which joint was at its strength limit, or what drifted; empty when nothing was
  std::string relax;     ///< what would help, as parameter keys
  [[nodiscard]] std::string text() const;
};

/// Everything a run needs to go on exactly where it was. Opaque; made and used by Simulation.
struct SimulationSnapshot;

/// The runner running: state, contact, control. One object serves one thread; Frames are values.
///
/// The run starts in flight just before right foot contact, on the plan.
class Simulation {
 public:
  Simulation(const Stride& stride, const LoadModels& loads, const SimulationSettings& settings);
  /// With other gains than the shipped ones: for the tuner.
  Simulation(const Stride& stride, const LoadModels& loads, const SimulationSettings& settings,
             const ReflexGains& gains);
  Simulation(Simulation&&) noexcept;
  Simulation& operator=(Simulation&&) noexcept;
  ~Simulation();

  /// Advances by dt. Returns false, and changes nothing any more, once the runner has fallen.
  bool step();

  /// The instant before the last step, with the forces that acted during it. Computes loads: call it as often as they
  /// are needed, not more. Before the first step: the start, without forces.
  [[nodiscard]] Frame frame() const;

  [[nodiscard]] double time_s() const;
  [[nodiscard]] std::int64_t index() const;  ///< integration steps so far
  [[nodiscard]] const std::optional<Fall>& fall() const;
  [[nodiscard]] const Stride& stride() const;  ///< the plan in force (the newer one while two are blended)
  [[nodiscard]] const SimulationSettings& settings() const;

  /// From now on run this stride; targets are blended over `blend_s` in phase. Same person as before.
  void adopt(const Stride& stride, double blend_s = 0.7);

  /// A push on the pelvis: a constant force for a time, spread over whole steps so that the impulse is force x time.
  void push(const Vec3& force_n, double duration_s);

  /// Bit-exact: a run restored from a snapshot goes on as the original did.
  [[nodiscard]] std::shared_ptr<const SimulationSnapshot> snapshot() const;
  void restore(const SimulationSnapshot& snapshot);

  /// Of every bit of the state; equal for equal runs.
  [[nodiscard]] std::uint64_t state_hash() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stridelab
