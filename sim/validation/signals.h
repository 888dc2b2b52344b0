#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forward/forward_run.h"
#include "metrics/curves.h"

namespace stridelab {

/// Samples of a stride that is compared, from right foot contact (50 N) to the next, the last one left out.
inline constexpr int signal_samples = 200;

/// What the name of a signal means: a row of curve_table(), or of the few that only a validation reads. Null for a name
/// that neither knows.
const CurveRow* find_signal(std::string_view name);

/// One curve of the model over one stride, in the unit of its row.
struct Signal {
  std::vector<double> unfiltered;  ///< signal_samples of them
  std::vector<double> filtered;    ///< the same through zero_lag_butterworth() over the periodic stride
};

/// The right leg of one stride.
struct SignalStride {
  double period_s = 0.0;
  double toe_off_percent = 0.0;  ///< of the gait cycle, 50 N to 50 N
  std::map<std::string, Signal, std::less<>> signals;
};

/// Value of a periodic list of samples at a percent of its period: the cubic through the four nearest.
double at_cycle_percent(std::span<const double> period, double percent);

/// Names a signal once; unknown names are left out.
using SignalNames = std::vector<std::string>;

/// Signals of one cycle of a leg.
///
/// cycle  signal_samples of them, from contact on
SignalStride make_signals(const std::vector<LegValues>& cycle, const Body& body, double period_s,
                          double toe_off_percent, const SignalNames& names, double cutoff_hz);

/// The signals of a stride of the stride engine.
SignalStride read_signals(const StrideSource& source, const LoadModels& models, const StrideRecord& record,
                          const SignalNames& names, double cutoff_hz);

/// The signals of a forward run: the mean of the right leg's averaged strides, from the recorded frames themselves, so
/// that nothing has been filtered before. Each sample is the mean over its 1/200 of the stride, which keeps the spikes
/// of a simulated landing from being met or missed by chance.
/// returns  none without a recording or without an averaged stride
std::optional<SignalStride> read_signals(const ForwardResult& result, const Body& body, const SignalNames& names,
                                         double cutoff_hz);

}  // namespace stridelab
