#include "catalogue/preferred_cadence.h"

#include <algorithm>
#include <cmath>

#include "gait/reference_runners.h"

namespace stridelab {
namespace {

constexpr double lowest_spm = 130.0, highest_spm = 220.0;  // the range of cadence_spm

/// The speed at which the reference runners move in a dynamically similar way: equal v / sqrt(g L).
/// L is proportional to height, so their ratio and g cancel.
double similar_speed_m_s(double speed_m_s, double height_m) {
  return speed_m_s * std::sqrt(reference_runners().height_m / height_m);
}

}  // namespace

double preferred_cadence_spm(double speed_m_s, double height_m) {
  const ReferenceRunners& runners = reference_runners();
  const ReferenceRunners::Speed &slow = runners.slow, &fast = runners.fast;
  const double slope = (fast.cadence_spm - slow.cadence_spm) / (fast.speed_m_s - slow.speed_m_s);
  const double reference_spm = slow.cadence_spm + slope * (similar_speed_m_s(speed_m_s, height_m) - slow.speed_m_s);
  return std::clamp(reference_spm * std::sqrt(runners.height_m / height_m), lowest_spm, highest_spm);
}

bool preferred_cadence_is_extrapolated(double speed_m_s, double height_m) {
  // The defaults of a height near the reference must not warn at exactly 2.5 or 3.5 m/s.
  constexpr double margin_m_s = 0.05;
  const double similar = similar_speed_m_s(speed_m_s, height_m);
  return similar < reference_runners().slow.speed_m_s - margin_m_s ||
         similar > reference_runners().fast.speed_m_s + margin_m_s;
}

}  // namespace stridelab
