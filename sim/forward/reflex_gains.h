#pragma once

#include <array>
#include <filesystem>
#include <string_view>
#include <tl/expected.hpp>

#include "core/diagnostics.h"

namespace stridelab {

/// Strength of every reflex, for a runner of 70 kg. Forces and moments scale with body mass. METHODS (26).
enum class Gain : int {
  roll_stiffness,
  roll_damping,
  yaw_stiffness,
  yaw_damping,
  pitch_stiffness,
  pitch_damping,
  speed_damping,
  speed_integral,
  height_stiffness,
  height_damping,
  height_integral,
  side_stiffness,
  side_damping,
  foot_speed,
  foot_speed_integral,
  foot_side,
  foot_side_speed,
  thigh_pitch,
  thigh_roll,
  lean_on_speed,
  ankle_on_speed,
  phase_reset,
  push_on_timing,
  joint_stiffness,
  joint_damping,
  stance_stiffness,
  stance_damping,
};
inline constexpr int n_gains = static_cast<int>(Gain::stance_damping) + 1;

/// What a gain means, and how far the tuner may move it in one breath.
struct GainRow {
  std::string_view key;
  std::string_view unit;
  double start;  ///< before any tuning
  double scale;  ///< size of a step that matters
  std::string_view meaning;
};
const std::array<GainRow, n_gains>& gain_table();

/// One gain as a plane over speed and slope: value + by_speed (v - 3.3 m/s) + by_slope (slope / 10 %). The speed stands
/// for the length of steps: ReferenceBlend::scheduling_speed_m_s().
struct ScheduledGain {
  double value = 0.0, by_speed_s_m = 0.0, by_slope = 0.0;
};

/// The gains of every form, before they are scheduled.
struct ReflexGains {
  std::array<ScheduledGain, n_gains> gain{};

  /// Those of one form. slope: rise over run. Held at the edges of 2 .. 5 m/s and -10 .. +10 %.
  [[nodiscard]] std::array<double, n_gains> at(double speed_m_s, double slope) const;
};

/// Gains before tuning, from the table.
ReflexGains untuned_gains();

/// Reads a gains file (models/gait/reflexes.toml). errors: one message per missing, unknown or impossible entry
tl::expected<ReflexGains, Diagnostics> read_reflex_gains(const std::filesystem::path& file);

/// The shipped gains, read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const ReflexGains& shipped_gains();

}  // namespace stridelab
