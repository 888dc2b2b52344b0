#include <algorithm>
#include <array>
#include <cmath>

#include "validation/signals.h"

namespace stridelab {
namespace {

constexpr int readings_per_sample = 4;  ///< of the frames, so that no frame is passed over

using StrideTimes = std::array<double, 2>;  ///< contact and next contact. s

/// Averaged strides of the right leg.
std::vector<StrideTimes> averaged_strides(const ForwardResult& result) {
  std::vector<StrideTimes> out;
  const StepResult* last = nullptr;
  for (const StepResult& step : result.steps) {
    if (step.side != Side::right) continue;
    if (last != nullptr && last->left_out.empty() && step.contact_s > last->contact_s)
      out.push_back({last->contact_s, step.contact_s});
    last = &step;
  }
  return out;
}

/// The right leg at a time between two frames, along straight lines.
LegValues leg_at(const RecordingView& frames, double time_s) {
  const Frame& before = frames.at(time_s);
  const Frame& after = frames.at(time_s + frames.interval_s());
  const double gap_s = after.time_s - before.time_s;
  const double u = gap_s > 0.0 ? std::clamp((time_s - before.time_s) / gap_s, 0.0, 1.0) : 0.0;
  LegValues out;
  for (std::size_t c = 0; c < out.value.size(); ++c)
    out.value[c] = before.leg[0].value[c] + u * (after.leg[0].value[c] - before.leg[0].value[c]);
  return out;
}

bool covers(const RecordingView& frames, const StrideTimes& stride_s) {
  return !frames.empty() && frames[0].time_s <= stride_s[0] && frames[frames.size() - 1].time_s >= stride_s[1];
}

void add_stride(const RecordingView& frames, const StrideTimes& stride_s, std::vector<LegValues>& sum) {
  const double step_s = (stride_s[1] - stride_s[0]) / (signal_samples * readings_per_sample);
  for (int i = 0; i < signal_samples; ++i) {
    for (int k = 0; k < readings_per_sample; ++k) {
      const double offset = i * readings_per_sample + k - 0.5 * (readings_per_sample - 1);
      const LegValues values = leg_at(frames, stride_s[0] + offset * step_s);
      for (std::size_t c = 0; c < values.value.size(); ++c)
        sum[static_cast<std::size_t>(i)].value[c] += values.value[c] / readings_per_sample;
    }
  }
}

/// Last of the frames from contact to three fifths of the stride in which the foot presses with more than 50 N.
double toe_off_percent(const RecordingView& frames, const StrideTimes& stride_s) {
  const double period_s = stride_s[1] - stride_s[0];
  double last_s = stride_s[0];
  for (double t = stride_s[0]; t < stride_s[0] + 0.6 * period_s; t += frames.interval_s())
    if (frames.at(t).leg[0][quantity("vertical_force_n")] > contact_threshold_n) last_s = t;
  return 100.0 * (last_s - stride_s[0]) / period_s;
}

}  // namespace

std::optional<SignalStride> read_signals(const ForwardResult& result, const Body& body, const SignalNames& names,
                                         double cutoff_hz) {
  if (!result.recording) return std::nullopt;
  const RecordingView frames = result.recording->view();
  std::vector<LegValues> mean(signal_samples);
  double period_s = 0.0, toe_off = 0.0;
  int count = 0;
  for (const auto& stride_s : averaged_strides(result)) {
    if (!covers(frames, stride_s)) continue;
    add_stride(frames, stride_s, mean);
    period_s += stride_s[1] - stride_s[0];
    toe_off += toe_off_percent(frames, stride_s);
    ++count;
  }
  if (count == 0) return std::nullopt;
  for (LegValues& values : mean)
    for (double& value : values.value) value /= count;
  return make_signals(mean, body, period_s / count, toe_off / count, names, cutoff_hz);
}

}  // namespace stridelab
