#include "validation/signals.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "metrics/butterworth.h"

namespace stridelab {
namespace {

/// Signals that no curve of a report is.
const std::array<CurveRow, 2>& own_signals() {
  static const std::array<CurveRow, 2> rows = {{
      // A drop of the other side is a negative list.
      {"pelvic_drop_deg", quantity("pelvic_list_rad"), {.unit = "deg", .scale = -deg_per_rad}},
      {"pfj_force_net_bw", quantity("pfj_net_force_n"), info(quantity("pfj_net_force_n")).shown},
  }};
  return rows;
}

template <typename Rows>
const CurveRow* find_row(const Rows& rows, std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const CurveRow& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const CurveRow* find_signal(std::string_view name) {
  const CurveRow* row = find_row(curve_table(), name);
  return row != nullptr ? row : find_row(own_signals(), name);
}

double at_cycle_percent(std::span<const double> period, double percent) {
  const auto n = static_cast<long>(period.size());
  const double position = 0.01 * percent * static_cast<double>(n);
  const auto before = static_cast<long>(std::floor(position));
  const double u = position - static_cast<double>(before);
  const auto value = [&](long i) { return period[static_cast<std::size_t>(((before + i) % n + n) % n)]; };
  return -u * (u - 1.0) * (u - 2.0) / 6.0 * value(-1) + (u + 1.0) * (u - 1.0) * (u - 2.0) / 2.0 * value(0) -
         (u + 1.0) * u * (u - 2.0) / 2.0 * value(1) + (u + 1.0) * u * (u - 1.0) / 6.0 * value(2);
}

SignalStride make_signals(const std::vector<LegValues>& cycle, const Body& body, double period_s,
                          double toe_off_percent, const SignalNames& names, double cutoff_hz) {
  SignalStride out{period_s, toe_off_percent, {}};
  for (const std::string& name : names) {
    const CurveRow* row = find_signal(name);
    if (row == nullptr) continue;
    Signal& signal = out.signals[name];
    signal = {};
    for (const LegValues& values : cycle) signal.unfiltered.push_back(curve_value(*row, values, body));
    signal.filtered = zero_lag_butterworth(signal.unfiltered, signal_samples / period_s, cutoff_hz);
  }
  return out;
}

SignalStride read_signals(const StrideSource& source, const LoadModels& models, const StrideRecord& record,
                          const SignalNames& names, double cutoff_hz) {
  const LegRecord& leg = record.of(Side::right);
  std::vector<LegValues> cycle;
  for (int i = 0; i < signal_samples; ++i)
    cycle.push_back(sample_leg(source, models, leg, leg.contact_phase + static_cast<double>(i) / signal_samples));
  return make_signals(cycle, record.body, record.period_s, 100.0 * leg.stance_phase(), names, cutoff_hz);
}

}  // namespace stridelab
