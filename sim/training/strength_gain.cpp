#include "training/strength_gain.h"

#include <algorithm>
#include <cmath>

namespace stridelab {

double strength_gain_percent(const Programme& programme, double weeks, double sessions_per_week) {
  const auto risen = [&](double t) { return -std::expm1(-t / programme.time_constant_weeks); };
  const double dose = std::min(1.0, sessions_per_week / programme.sessions_per_week);
  return programme.gain_percent * dose * risen(weeks) / risen(programme.over_weeks);
}

}  // namespace stridelab
