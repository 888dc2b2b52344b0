#include <gtest/gtest.h>

#include "forward/evidence.h"

/// How steps differ from each other, against published runners.
namespace stridelab {
namespace {

/// Spread from step to step.
struct Spread {
  double contact_ms, step_time_percent, length_percent, vgrf_percent, knee_deg, impact_percent, loading_percent;
};

/// Coefficient of variation of the times between contacts of the two feet, over steps that are averaged.
double step_time_percent(const std::vector<StepResult>& steps) {
  double n = 0.0, mean = 0.0, squares = 0.0;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (!steps[i].left_out.empty() || !steps[i - 1].left_out.empty()) continue;
    const double time_s = steps[i].contact_s - steps[i - 1].contact_s, before = mean;
    mean += (time_s - before) / ++n;
    squares += (time_s - before) * (time_s - mean);
  }
  return 100.0 * std::sqrt(squares / (n - 1.0)) / mean;
}

double percent_of(const test::Evidence& run, std::string_view key) { return 100.0 * run.sd(key) / run.of(key); }

Spread spread_of(const test::Evidence& run) {
  return {run.sd("contact_time_ms"),           step_time_percent(run.steps),    percent_of(run, "step_length_m"),
          percent_of(run, "vgrf_peak_bw"),     run.sd("knee_flexion_peak_deg"), percent_of(run, "impact_peak_bw"),
          percent_of(run, "loading_rate_bw_s")};
}

// Nothing random: nothing differs but the half millisecond by which a contact falls beside the time grid. With noise,
// every spread grows with it.
TEST(EvidenceVariability, GrowsWithTheNoiseOfTheMuscles) {
  const std::vector<double> percents{0.0, 0.3, 0.5, 0.7, 1.0, 1.5};
  const auto runs = test::all_of(percents, [](double percent) {
    SimulationSettings settings = test::published_run();
    settings.carrier = CarrierKind::own;
    settings.torque_noise_percent = percent;
    return test::evidence(test::easy_run(), settings, 60.0, test::Reading::metrics);
  });
  test::print("{:<9}{:>13}{:>14}{:>11}{:>14}{:>11}{:>12}{:>13}\n", "noise", "contact, ms", "step time, %", "length, %",
              "vGRF peak, %", "knee, deg", "impact, %", "loading, %");
  Spread last{};
  for (std::size_t i = 0; i < percents.size(); ++i) {
    const Spread s = spread_of(runs[i]);
    test::print("{:<4} %   {:13.2f}{:14.2f}{:11.2f}{:14.2f}{:11.2f}{:12.2f}{:13.2f}  {}\n", percents[i], s.contact_ms,
                s.step_time_percent, s.length_percent, s.vgrf_percent, s.knee_deg, s.impact_percent, s.loading_percent,
                runs[i].fault());
    if (i > 0) {
      EXPECT_GT(s.contact_ms, last.contact_ms) << percents[i];
      EXPECT_GT(s.step_time_percent, last.step_time_percent) << percents[i];
      EXPECT_GT(s.vgrf_percent, last.vgrf_percent) << percents[i];
      EXPECT_GT(s.knee_deg, last.knee_deg) << percents[i];
    }
    last = s;
  }
}

}  // namespace
}  // namespace stridelab
