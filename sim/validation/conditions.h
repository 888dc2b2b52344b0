#pragma once

#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// What agreement is worth: "in-sample", "calibrated", "put in" or "predicted", and why.
struct Evidence {
  std::string word, reason;
};

/// The reference runner at one speed.
struct SpeedCondition {
  double speed_m_s = 0.0;
  std::vector<std::string> settings;  ///< of the runner, of the speed and of his form, as after `--set`
  double toe_off_percent = 0.0;       ///< of the reference's gait cycle
};

/// Who runs and how curves are compared: models/reference/validation_conditions.toml, whose head says what the fields
/// mean.
struct ValidationConditions {
  std::vector<SpeedCondition> speeds;
  double cutoff_hz = 0.0;
  double stance_from_percent = 0.0, stance_to_percent = 0.0, stance_step_percent = 0.0;
  double swing_margin_percent = 0.0;
  double agreeing_share_percent = 0.0;
  double forward_duration_s = 0.0, forward_torque_noise_percent = 0.0;
  std::vector<std::string> form_families;
  std::map<std::string, Evidence> origins;
};

/// errors  every fault of the file
tl::expected<ValidationConditions, Diagnostics> read_validation_conditions();

/// The speed of a value, or null.
const SpeedCondition* find_speed(const ValidationConditions& conditions, double speed_m_s);

}  // namespace stridelab
