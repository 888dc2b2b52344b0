#pragma once

#include <array>
#include <random>

#include "dynamics/free_dynamics.h"
#include "forward/reference_motion.h"
#include "forward/reflex_constants.h"
#include "forward/reflex_gains.h"

namespace stridelab {

/// What the controller asks of the joints for one step: torque = feed_forward + stiffness (target - q) + damping
/// (target rate - qd), the last two implicit. Zero on the pelvis coordinates.
struct JointCommand {
  CoordinateVector feed_forward_nm, target_rad, target_rate_rad_s, stiffness_nm_rad, damping_nms_rad;

  /// What stiffness and damping give in a state, Nm.
  [[nodiscard]] CoordinateVector feedback_nm(const FreeState& state) const {
    return stiffness_nm_rad.cwiseProduct(target_rad - state.q.tail<n_coordinates>()) +
           damping_nms_rad.cwiseProduct(target_rate_rad_s - state.u.tail<n_coordinates>());
  }
};

/// What the controller feels of the ground in the last step.
struct GroundSense {
  std::array<double, 2> vertical_force_n{};
  std::array<Vec3, 2> centre_of_pressure_m{Vec3::Zero(), Vec3::Zero()};  ///< about the pelvis origin; where loaded
  std::array<double, 2> abductor_deficit_nm{};  ///< active abduction moment asked for beyond the strength, not given
};

/// The memory of the controller: a value, so that a snapshot is a copy.
struct ReflexState {
  double phase = 0.0;  ///< of the plan's clock
  std::int64_t stride_index = 0;
  double phase_debt = 0.0;       ///< timing error still to be worked off
  double timing_integral = 0.0;  ///< sum of the timing errors at contact, strides, late positive
  double speed_integral_m = 0.0;
  double height_integral_m_s = 0.0;
  double speed_error_m_s = 0.0, side_speed_error_m_s = 0.0;  ///< low-passed
  std::array<double, 2> load{};                              ///< 0 in the air .. 1 loaded, smoothed
  std::array<bool, 2> down{};                                ///< in contact by force, with hysteresis
  std::array<double, 2> since_toe_off_s{1.0, 1.0};
  std::array<double, 2> reach_rad{}, spread_rad{};  ///< foot placement: offsets of hip flexion and adduction
  std::array<double, 2> list_yield_rad{};  ///< pelvic drop given way to, because the abductors are at their limit
};

/// Feed-forward of the plan, weak joint feedback, and the reflexes of METHODS (26): attitude, speed, height and line of
/// running through the stance leg; foot placement of the swing leg; a clock that listens to the ground.
class Reflexes {
 public:
  Reflexes(const Skeleton& skeleton, const ReflexGains& gains);

  /// Takes the gains of a form. speed: ReferenceBlend::scheduling_speed_m_s().
  void schedule(double speed_m_s, double slope_rad);

  /// Updates the memory with what was felt and returns the command for this step.
  /// plan: of the clock's phase; landing_phase: of the plan's contact (50 N) after planned touch-down.
  JointCommand command(const FreeState& state, const TreeState& tree, const GroundSense& ground,
                       const ReferenceInstant& plan, double dt_s, ReflexState& memory) const;

  /// Moves the clock: dt / period, plus the part of the timing debt that is due. A foot that lands early or late at
  /// this instant adds to the debt.
  void advance_clock(const GroundSense& ground, double landing_phase, double period_s, double dt_s,
                     ReflexState& memory) const;

 private:
  struct Errors;
  [[nodiscard]] double gain(Gain g) const { return now_[static_cast<std::size_t>(g)]; }
  void feel(const FreeState& state, const TreeState& tree, const GroundSense& ground, const ReferenceInstant& plan,
            double dt_s, ReflexState& memory) const;
  void balance(const FreeState& state, const TreeState& tree, const GroundSense& ground, const ReferenceInstant& plan,
               const ReflexState& memory, JointCommand& command) const;
  void place_feet(const FreeState& state, const ReferenceInstant& plan, double dt_s, ReflexState& memory,
                  JointCommand& command) const;

  const Skeleton* skeleton_;
  const ReflexConstants* constants_;
  ReflexGains gains_;
  std::array<double, n_gains> now_{};
  CoordinateVector base_stiffness_, base_damping_;
  double mass_ratio_;  ///< body mass / reference mass
};

}  // namespace stridelab
