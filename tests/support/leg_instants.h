#pragma once

#include <array>

#include "core/frames.h"
#include "loads/muscles/muscle_model.h"
#include "support/seeded_random.h"

namespace stridelab::test {

/// The muscles of the installation; ends the program with what is wrong with them.
inline const MuscleModel& muscles() {
  static const MuscleModel model = read_muscle_model().value();
  return model;
}

inline int unit_index(const std::string& name) {
  for (int i = 0; i < n_muscle_units; ++i)
    if (muscles().name[static_cast<std::size_t>(i)] == name) return i;
  throw std::runtime_error("no such muscle unit: " + name);
}

/// A posture and what the joints must supply there.
struct LegInstant {
  LegAngles angle_rad;
  LegMoments net_nm;
};

/// Drawn from the range of the lengths' fit and from moments up to `share` of what running at 3.5 m/s needs.
inline LegInstant random_instant(SeededRandom& random, double share) {
  constexpr std::array<double, n_leg_angles> low_deg{-25, -15, -25, 0, -35, -18}, high_deg{60, 20, 20, 110, 30, 18};
  constexpr std::array<double, n_leg_angles> low_nm{-120, -170, -30, -200, -185, -20}, high_nm{120, 60, 40, 60, 30, 20};
  LegInstant instant;
  for (int k = 0; k < n_leg_angles; ++k) {
    const auto i = static_cast<std::size_t>(k);
    instant.angle_rad[k] = rad_per_deg * random.uniform(low_deg[i], high_deg[i]);
    instant.net_nm[k] = share * random.uniform(low_nm[i], high_nm[i]);
  }
  return instant;
}

}  // namespace stridelab::test
