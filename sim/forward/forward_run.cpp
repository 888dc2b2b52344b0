#include "forward/forward_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "forward/step_means.h"
#include "forward/step_tracker.h"
#include "gait/data_limits.h"
#include "metrics/load_notes.h"

namespace stridelab {
namespace {

constexpr double often_saturated = 0.05;  ///< share of the time from which a strength limit is worth naming

/// Everything that reads the frames of one run.
struct Readers {
  StepTracker tracker;
  QualityScore quality;
  StepMeans means;
  std::vector<StepResult> steps;
  std::shared_ptr<Recording> recording;
  FrameSink frames;
  double due_s = 0.0;  ///< time of the next frame for them

  void pass_on(const Frame& frame) {
    constexpr double rounding = 1e-3;  // of the interval: times are rounded
    if (!frames || frame.time_s < due_s - rounding * frames.every_s) return;
    frames.take(frame);
    due_s += frames.every_s * (std::floor((frame.time_s - due_s) / frames.every_s + rounding) + 1.0);
  }

  void take(const Frame& frame) {
    for (MeasuredStep& step : tracker.add(frame)) {
      means.add(step);
      steps.push_back(std::move(step.result));
    }
    quality.add(frame);
    if (recording) recording->add(frame);
    pass_on(frame);
  }
};

Readers readers(const Stride& stride, const LoadModels& loads, const ForwardRequest& request) {
  const double belt_m_s = request.simulation.belt_speed_m_s;
  const PlannedRun plan{stride.form().speed_m_s, stride.form().cadence_spm, stride.body().mass_kg, belt_m_s};
  Readers out{
      StepTracker({stride.body(), stride.form(), belt_m_s}, loads), QualityScore(plan), {}, {}, {}, request.frames};
  if (request.record_every_s > 0.0)
    out.recording = std::make_shared<Recording>(request.record_every_s, request.record_bound_bytes);
  return out;
}

/// The strength limit that was met longest, and the key that would raise it.
std::string limiting_text(const RunningQuality& quality) {
  Eigen::Index joint = 0;
  const double share = quality.saturated_share.maxCoeff(&joint);
  if (share < often_saturated) return {};
  const std::string_view name = coordinate_names[static_cast<std::size_t>(joint)];
  const std::string_view help = name.starts_with("hip_adduction") ? "; raise hip_strength_percent" : "";
  return fmt::format("; {} was at its strength limit {:.0f} % of the time{}", name, 100.0 * share, help);
}

void add_notes(const Stride& stride, const LoadModels& loads, MetricValues& mean) {
  for (std::string& note : data_limits(stride.body(), stride.form())) mean.notes.push_back(std::move(note));
  for (std::string& note : published_limit_notes(mean, loads.published)) mean.notes.push_back(std::move(note));
}

ForwardFailure fallen(const Simulation& simulation, const RunningQuality& quality) {
  ForwardFailure out{simulation.fall() ? simulation.fall()->text() : "the simulation stopped", std::nullopt};
  if (quality.duration_s > 0.0) out.quality = quality;
  return out;
}

}  // namespace

std::optional<std::string> bad_running_text(const RunningQuality& quality) {
  if (quality.duration_s <= 0.0) return std::nullopt;
  const std::optional<std::string> fault = quality.fault();
  if (!fault) return std::nullopt;
  return fmt::format("no good running in {:.1f} s without a fall: {}{}", quality.duration_s, *fault,
                     limiting_text(quality));
}

tl::expected<ForwardResult, ForwardFailure> run_forward(const Stride& stride, const LoadModels& loads,
                                                        const ForwardRequest& request) {
  Simulation simulation(stride, loads, request.simulation);
  Readers out = readers(stride, loads, request);
  const auto n = std::max(1L, std::lround(request.duration_s / request.simulation.dt_s));
  for (long i = 0, percent = 0; i < n; ++i) {
    if (!simulation.step()) return tl::unexpected(fallen(simulation, out.quality.result()));
    out.take(simulation.frame());
    const long now = 100 * (i + 1) / n;
    if (now != percent && request.progress) request.progress(static_cast<double>(i + 1) / static_cast<double>(n));
    percent = now;
  }
  const RunningQuality quality = out.quality.result();
  if (auto text = bad_running_text(quality)) return tl::unexpected(ForwardFailure{*std::move(text), quality});
  ForwardResult result{out.means.mean(), out.means.spread(),  std::move(out.steps),    out.means.curves(stride.body()),
                       quality,          simulation.time_s(), simulation.state_hash(), out.recording};
  add_notes(stride, loads, result.mean);
  return result;
}

}  // namespace stridelab
