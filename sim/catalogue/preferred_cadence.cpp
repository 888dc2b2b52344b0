#include "catalogue/preferred_cadence.h"

#include <algorithm>
#include <cmath>

#include "gait/normative_data.h"
#include "gait/reference.h"
#include "gait/reference_runners.h"

namespace stridelab {
namespace {

constexpr double lowest_spm = 130.0, highest_spm = 220.0;  // the range of cadence_spm

}  // namespace

double preferred_cadence_spm(double speed_m_s, double height_m) {
  const double reference_spm = usual_cadence_spm(similar_speed_m_s(speed_m_s, height_m));
  return std::clamp(reference_spm * std::sqrt(reference_runners().height_m / height_m), lowest_spm, highest_spm);
}

bool preferred_cadence_is_extrapolated(double speed_m_s, double height_m) {
  // The defaults of a height near the reference must not warn at exactly 2.5 or 4.5 m/s.
  constexpr double margin_m_s = 0.05;
  const double similar = similar_speed_m_s(speed_m_s, height_m);
  return similar < reference_runners().slow.speed_m_s - margin_m_s ||
         similar > reference_runners().fastest.speed_m_s + margin_m_s;
}

}  // namespace stridelab
