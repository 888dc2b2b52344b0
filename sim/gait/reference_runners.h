#pragma once

#include <array>

namespace stridelab {

/// The runners whose mean curves the stride stands on: models/gait/reference_runners.toml.
struct ReferenceRunners {
  struct Speed {
    double speed_m_s;
    double cadence_spm;    ///< both feet
    double toe_off_share;  ///< of the stride, from contact
    double strike_rad;     ///< sole to ground at contact, heel first positive
  };
  double height_m;
  double leg_share_of_height;  ///< of anybody
  Speed slow, fast, fastest;

  [[nodiscard]] double leg_length_m() const { return leg_length_m(height_m); }
  /// Of a body of that height.
  [[nodiscard]] double leg_length_m(double of_height_m) const { return leg_share_of_height * of_height_m; }
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const ReferenceRunners& reference_runners();

}  // namespace stridelab
