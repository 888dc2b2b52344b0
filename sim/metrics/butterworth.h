#pragma once

#include <vector>

namespace stridelab {

/// Second-order Butterworth low-pass, forward and backward over a periodic signal: no phase lag, no end effects.
///
/// The cut-off of the single pass is raised so that the two passes together have their -3 dB point at `cutoff_hz`.
///
/// unit    that of the signal
/// valid   0 < cutoff_hz < 0.5 x sample_rate_hz x 0.8; one period of samples, at least 8
/// errors  none (pure function)
/// source  Winter 2009, Biomechanics and Motor Control of Human Movement, ch. 3; Robertson & Dowling 2003,
///         J Electromyogr Kinesiol 13:569 (cut-off correction)
std::vector<double> zero_lag_butterworth(const std::vector<double>& period, double sample_rate_hz, double cutoff_hz);

}  // namespace stridelab
