#include <gtest/gtest.h>

#include "forward/evidence.h"

/// Pushed, and told to run otherwise, with nothing that holds the runner.
namespace stridelab {
namespace {

constexpr double push_s = 0.1;

/// On to the middle of the next contact of the right foot.
bool run_to_mid_stance(Simulation& simulation, double contact_s) {
  auto loaded = [&] { return simulation.frame().motion.leg[0].grf_n.y() > contact_threshold_n; };
  while (loaded())
    if (!simulation.step()) return false;
  while (!loaded())
    if (!simulation.step()) return false;
  const double from_s = simulation.time_s();
  while (simulation.time_s() < from_s + 0.5 * contact_s)
    if (!simulation.step()) return false;
  return true;
}

/// Recovers unwatched for 10 s, then is judged for 5 s as anybody else.
test::Evidence last_seconds(Simulation& simulation) {
  test::Reader recovery(simulation, test::Reading::quality), judged(simulation, test::Reading::quality);
  if (!recovery.run(simulation, 10.0)) return recovery.result(simulation);
  judged.run(simulation, 5.0);
  return judged.result(simulation);
}

test::Evidence pushed(const Vec3& impulse_ns) {
  Simulation simulation = test::simulation_of(test::published_run());
  test::advance(simulation, 8000);
  EXPECT_TRUE(run_to_mid_stance(simulation, 0.24));
  simulation.push(impulse_ns / push_s, push_s);
  return last_seconds(simulation);
}

test::Evidence told(double cadence_factor) {
  const Stride next = test::stride_of(test::changed([&](Form& f) { f.cadence_spm *= cadence_factor; }));
  Simulation simulation = test::simulation_of(test::published_run());
  test::advance(simulation, 8000);
  simulation.adopt(next);
  return last_seconds(simulation);
}

void expect_good(const std::string& what, const test::Evidence& run) {
  const RunningQuality& q = run.quality;
  test::print("  {:<28} {:>18} {:.2f} deg, force {:.0f} N, {:+.3f} m/s, line {:.2f} m  {}\n", what, run.worst_joint(),
              run.worst_joint_deg(), q.vertical_force_rms_n, q.speed_error_m_s, q.lateral_drift_m, run.fault());
  EXPECT_TRUE(run.good()) << what << ": " << run.fault();
  EXPECT_EQ(run.residual_peak_n, 0.0) << what;
}

// 20 N s change the velocity of 70 kg by 0.29 m/s: a shove with the shoulder. Good running again means within all limits
// over the last 5 of 15 s, and so on the line too.
TEST(EvidencePush, FromTheSideIsSurvived) {
  const std::vector<double> impulses_ns{20.0, -20.0};
  const auto runs = test::all_of(impulses_ns, [](double p) { return pushed(Vec3(0.0, 0.0, p)); });
  for (std::size_t i = 0; i < runs.size(); ++i)
    expect_good(fmt::format("lateral {:+.0f} N s", impulses_ns[i]), runs[i]);
}

TEST(EvidencePush, FromBehindAndInFrontIsSurvived) {
  const std::vector<double> impulses_ns{15.0, -15.0};
  const auto runs = test::all_of(impulses_ns, [](double p) { return pushed(Vec3(p, 0.0, 0.0)); });
  for (std::size_t i = 0; i < runs.size(); ++i)
    expect_good(fmt::format("fore-aft {:+.0f} N s", impulses_ns[i]), runs[i]);
}

TEST(EvidencePush, AnotherCadenceIsTakenUpOnTheRun) {
  const std::vector<double> factors{1.1, 0.9};
  const auto runs = test::all_of(factors, told);
  for (std::size_t i = 0; i < runs.size(); ++i)
    expect_good(fmt::format("cadence {:+.0f} %", 100.0 * (factors[i] - 1.0)), runs[i]);
}

}  // namespace
}  // namespace stridelab
