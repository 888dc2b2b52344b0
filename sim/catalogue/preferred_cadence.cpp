#include "catalogue/preferred_cadence.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

// Fukuchi, Fukuchi & Duarte 2017, PeerJ 5:e3298: means of 26 runners.
constexpr double slow_m_s = 2.5, slow_spm = 161.7;
constexpr double fast_m_s = 3.5, fast_spm = 171.5;
constexpr double reference_height_m = 1.756;

constexpr double lowest_spm = 130.0, highest_spm = 220.0;  // the range of cadence_spm

/// The speed at which the reference runners move in a dynamically similar way: equal v / sqrt(g L).
/// L is proportional to height, so the factor 0.53 and g cancel.
double similar_speed_m_s(double speed_m_s, double height_m) {
  return speed_m_s * std::sqrt(reference_height_m / height_m);
}

}  // namespace

double preferred_cadence_spm(double speed_m_s, double height_m) {
  const double slope = (fast_spm - slow_spm) / (fast_m_s - slow_m_s);
  const double reference_spm = slow_spm + slope * (similar_speed_m_s(speed_m_s, height_m) - slow_m_s);
  return std::clamp(reference_spm * std::sqrt(reference_height_m / height_m), lowest_spm, highest_spm);
}

bool preferred_cadence_is_extrapolated(double speed_m_s, double height_m) {
  // The defaults of a height near the reference must not warn at exactly 2.5 or 3.5 m/s.
  constexpr double margin_m_s = 0.05;
  const double similar = similar_speed_m_s(speed_m_s, height_m);
  return similar < slow_m_s - margin_m_s || similar > fast_m_s + margin_m_s;
}

}  // namespace stridelab
