#pragma once

#include <optional>
#include <vector>

#include "metrics/stance.h"
#include "metrics/stride_record.h"

namespace stridelab {

/// Samples of the landing force per stride.
inline constexpr int landing_samples = 4 * record_samples;

/// Low-pass of the force from which impact peak and loading rate are read (contract).
inline constexpr double landing_cutoff_hz = 50.0;

/// Largest speed of the ankle centre toward the surface in the first 20 ms after contact, m/s, toward positive.
///
/// Not the speed at one instant: downhill the ankle still speeds up when the sole first touches.
/// errors  none (pure function)
double descent_speed_m_s(const StrideSource& source, const LegRecord& leg);

/// The landing of a leg whose grid and events are known, and what it adds to the vertical force (loads/impact.h).
ImpactCorrection landing_correction(const StrideSource& source, const LoadModels& models, const LegRecord& leg);

/// Vertical force with the landing transient over one stride, as an instrumented treadmill shows it: uniform samples
/// from the leg's touch-down, N, 50 Hz zero-lag. For impact peak and loading rate; everything else is the plan's.
/// Where the leg's record holds a measured landing force (a forward run has its own impact), that one as it is.
std::vector<double> landing_force_n(const LegRecord& leg, double period_s);

/// First local maximum of the landing force before 25 % of stance; empty when there is none.
std::optional<StancePeak> impact_peak(const LegRecord& leg, const std::vector<double>& landing_force_n);

/// Mean slope of the landing force from 20 to 80 % of the way from contact to the impact peak, or to 13 % of stance
/// where there is none. N/s, rising positive.
double loading_rate_n_s(const LegRecord& leg, double period_s, const std::vector<double>& landing_force_n);

}  // namespace stridelab
