#pragma once

#include <memory>

#include "study/engines.h"
#include "support/synthetic_run.h"
#include "support/synthetic_stride.h"

namespace stridelab::test {

/// What the runner below was asked for, and how often.
struct ForwardLog {
  std::vector<ForwardRequest> requests;
};

/// One step: the metrics of the plan, kneecap force by `offset_bw` beside its own; the right leg has no impact peak in
/// step 4.
inline StepResult synthetic_step(int index, const MetricValues& plan, double offset_bw, std::string left_out) {
  StepResult step;
  step.index = index;
  step.side = index % 2 == 0 ? Side::right : Side::left;
  step.contact_s = 0.25 + 0.35 * index;
  step.left_out = std::move(left_out);
  for (const MetricRow& row : metric_table()) {
    MetricName name = *find_metric(row.key);
    name.side = step.side;
    MetricValue value = plan.of(name);
    if (row.key == "pfj_force_peak_bw") *value.value += offset_bw;
    if (row.key == "impact_peak_bw" && index == 4) value = {std::nullopt, "none before 25 %"};
    step.values.push_back(std::move(value));
  }
  return step;
}

/// Nine steps: two that settle, six that count (three of each leg), one cut off. The kneecap force of the three right
/// ones is the plan's - 0.1, + 0, + 0.1 BW: mean the plan's, SD 0.1. The left ones are all 0.2 BW above the plan.
inline void fill_steps(ForwardResult& result, const MetricValues& plan) {
  const double offsets[9] = {0.0, 0.0, -0.1, 0.2, 0.0, 0.2, 0.1, 0.2, 9.0};
  for (int i = 0; i < 9; ++i)
    result.steps.push_back(synthetic_step(i, plan, offsets[i],
                                          i < 2    ? "settling"
                                          : i == 8 ? "cut off by the end"
                                                   : ""));
  result.mean = plan;
  result.mean.set(metric("pfj_force_peak_bw", Side::left), *plan.value("pfj_force_peak_bw_left") + 0.2);
  for (const MetricRow& row : metric_table()) {
    result.spread.push_back({MetricSpread{0.0, 3}, MetricSpread{0.0, 3}});
    if (row.key == "pfj_force_peak_bw") result.spread.back()[0].sd = 0.1;
    if (row.key == "impact_peak_bw") result.spread.back()[0] = {0.0, 2};
  }
}

inline RunningQuality synthetic_quality() {
  RunningQuality quality;
  quality.joint_rms_rad[ankle_angle_r] = 2.1 * rad_per_deg;
  quality.vertical_force_rms_n = 95.0;
  quality.height_error_m = 0.003;
  quality.steps = 28;
  quality.planned_steps = 28;
  quality.duration_s = 9.0;
  return quality;
}

/// A forward engine for tests of everything after it. Carries the plan out with known steps; falls above 5 m/s; has
/// only settling steps below 1 s; a held runner is held by 1.3 % BW.
inline ForwardRunner synthetic_runner(std::shared_ptr<ForwardLog> log = {}) {
  return [log](const ForwardJob& job) -> tl::expected<ForwardResult, NoRun> {
    if (log) log->requests.push_back(job.request);
    if (job.request.progress) job.request.progress(1.0);
    if (job.inputs.form.speed_m_s > 5.0)
      return tl::unexpected(
          NoRun{"the runner fell at 2.4 s: the pelvis sank; use assist_percent = 5", synthetic_quality()});
    const auto record = record_stride(job.plan.source, job.loads);
    ForwardResult result;
    fill_steps(result, compute_metrics(*record, job.loads));
    if (job.request.duration_s < 1.0)
      for (StepResult& step : result.steps) step.left_out = "settling";
    result.mean.set(metric("residual_force_peak_percent_bw"), job.request.simulation.assist_percent > 0.0 ? 1.3 : 0.0);
    result.curves = compute_curves(job.plan.source, job.loads, *record);
    result.quality = synthetic_quality();
    result.duration_s = job.request.duration_s;
    result.state_hash = 0x1234;
    const SyntheticRun frames{job.plan.source, job.loads, 0.001, 0.95, 0.05, 0.0, {}};
    if (job.request.frames) frames.play(0.1, job.request.frames.take);
    if (job.request.record_every_s > 0.0) {
      const auto recording = std::make_shared<Recording>(job.request.record_every_s);
      frames.play(0.1, [&](const Frame& frame) { recording->add(frame); });
      result.recording = recording;
    }
    return result;
  };
}

inline Engines synthetic_engines(std::shared_ptr<ForwardLog> log = {}) {
  return {synthetic_solver(), synthetic_runner(std::move(log))};
}

}  // namespace stridelab::test
