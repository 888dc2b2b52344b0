#pragma once

namespace stridelab {

/// Constants of FootSchedule: models/gait/foot_schedule.toml.
struct FootLaws {
  double flat_rad, toe_limit_rad;          ///< pitch up to which the toes lie with the foot; limit of their joint
  double rest_full_from, rest_fades_over;  ///< shares of stance
  double strike_offset_share;              ///< of the variance of strike angles between runners that is no landing
  double reference_heel_to_ball_m;         ///< of the foot that the pressure path is given for
  double heel_edge_m, toe_edge_m;          ///< the path keeps so far inside the sole
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const FootLaws& foot_laws();

}  // namespace stridelab
