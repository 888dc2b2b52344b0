#pragma once

#include <array>

namespace stridelab {

/// Constants of foot_schedule(): models/gait/foot_schedule.toml. Shares are of measured contact where nothing else is said.
struct FootLaws {
  static constexpr std::size_t path_points = 7;
  using Path = std::array<double, path_points>;

  struct Pitch {
    double flat_rad, flat_from, landing_exponent, heel_off, push_deg, push_rise_deg_s_m, push_exponent;
  };
  struct RestingPoint {
    double heel_width, tip_from, tip_width;  ///< sines of angles
  };
  Pitch pitch;
  double toe_limit_rad;  ///< of the toe joint
  RestingPoint resting_point;
  double rest_full_from, rest_fades_over;  ///< shares of stance
  Path path_contact, path_rearfoot, path_forefoot;
  double toe_load_from, toe_load_over;
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const FootLaws& foot_laws();

}  // namespace stridelab
