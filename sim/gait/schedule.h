#pragma once

#include "gait/form.h"

namespace stridelab {

/// What the foot on the ground is meant to do at one instant of stance. A schedule of s, never of the state: weights
/// that follow the state give two minima and hysteresis around a flat strike. METHODS (9), (10).
struct FootSchedule {
  double pitch_rad;        ///< sole to surface, toe up positive
  double toe_pitch_rad;    ///< toes to surface
  double heel, ball, toe;  ///< weights of the material point that rests on the ground; sum 1
  double cop;              ///< centre of pressure: 0 heel, 1 ball
  double toe_load;         ///< share of the ground reaction that enters through the toes
  double rest;             ///< 0 at contact and toe-off, 1 from 20 to 75 % of stance: how firmly the point rests
};

/// s = 0 .. 1 over stance. The foot lands at the strike angle, is flat by a fifth of contact, and from a quarter of it
/// on rises by 48 deg until toe-off at 3.5 m/s, 5 deg more per m/s.
/// source  models/gait/foot_schedule.toml
FootSchedule foot_schedule(const Form& form, double s);

/// 0 for a rearfoot, 1 for a forefoot strike, smooth between. models/gait/strike_groups.toml
double forefoot_share(const Form& form);

}  // namespace stridelab
