#pragma once

#include <array>

#include "gait/form.h"
#include "runner/skeleton.h"

namespace stridelab {

/// What the foot on the ground is meant to do at one instant of stance.
struct FootTarget {
  double pitch_rad;         ///< sole to surface, toe up positive
  double toe_pitch_rad;     ///< toes to surface
  double pressure_ahead_m;  ///< centre of pressure ahead of the middle of the metatarsal heads, along this foot
  double rest;              ///< 0 at contact and toe-off, 1 from 20 to 75 % of stance: how firmly the foot rests
};

/// How feet of this form meet the ground over stance. A schedule of s, never of the state: weights that follow the state
/// give two minima and hysteresis around a flat strike. METHODS (9), (10).
///
/// Pitch and pressure path are those of the 26 reference runners at 2.5 and 3.5 m/s, linear in the logarithm of the
/// dynamically similar speed, and their change with the strike angle between these runners; pressure follows the strike
/// from -8 to 15 deg, the strike groups stand at -4 and 11 deg.
/// source  models/gait/fukuchi_2017_foot.csv
/// errors  InvalidModelFiles if the file is missing or broken
class FootSchedule {
 public:
  FootSchedule(const Skeleton& skeleton, const Form& form);

  /// Reads its files now instead of at the first schedule.
  /// errors  as the constructor
  static void read_models();

  /// s = 0 .. 1 over stance.
  [[nodiscard]] FootTarget at(double s) const;

  static constexpr std::size_t points = 21;  ///< 0, 5 .. 100 % of measured contact
  using Table = std::array<double, points>;

 private:
  Table pitch_deg_, pressure_mm_;
  double foot_scale_, behind_m_, ahead_m_;
};

}  // namespace stridelab
