#include <gtest/gtest.h>

#include "forward/evidence.h"

/// The landing: converges in dt, and answers to the heel and to the foot strike.
namespace stridelab {
namespace {

struct Landing {
  double vgrf_peak_bw, impact_peak_bw, loading_rate_bw_s;
};

Landing landing_of(const test::Evidence& run) {
  EXPECT_FALSE(run.fall.has_value()) << run.fault();
  return {run.of("vgrf_peak_bw"), run.of("impact_peak_bw"), run.of("loading_rate_bw_s")};
}

void print_row(const std::string& what, const Landing& l) {
  test::print("  {:<22}{:>14.3f}{:>14.3f}{:>18.1f}\n", what, l.vgrf_peak_bw, l.impact_peak_bw, l.loading_rate_bw_s);
}

void print_head(std::string_view what) {
  test::print("{:<24}{:>14}{:>14}{:>18}\n", what, "vGRF peak, BW", "impact, BW", "loading, BW/s");
}

/// The first halving of dt changes more than any later one, but for the 0.1 % by which limit cycles differ; the last one
/// changes little.
void expect_convergence(const std::vector<double>& values, std::string_view what) {
  const double first = std::abs(values[1] - values[0]);
  for (std::size_t i = 2; i < values.size(); ++i)
    EXPECT_LT(std::abs(values[i] - values[i - 1]), first + 0.001 * values[i]) << what << ", step " << i;
  EXPECT_LT(std::abs(values.back() - values[values.size() - 2]), 0.03 * values.back()) << what;
}

// A step of first order halves its error with dt. Later halvings need not each halve the difference: a run is a new
// limit cycle, its contacts fall elsewhere between steps, and means differ by 0.1 % for that alone. What is left after
// the last one is about as much as it changed: 2 %, a quarter of what real steps differ (impact peak 7 %, loading rate
// 8.5 % from step to step, doi 10.20944/preprints202601.2214).
TEST(EvidenceImpact, ConvergesInTheTimeStep) {
  const std::vector<double> dt_s{0.002, 0.001, 0.0005, 0.00025};
  const auto runs = test::all_of(dt_s, [](double dt) {
    SimulationSettings settings = test::published_run();
    settings.dt_s = dt;
    return test::evidence(test::easy_run(), settings, 15.0, test::Reading::metrics);
  });
  std::vector<double> vgrf, impact, rate;
  print_head("time step");
  for (std::size_t i = 0; i < dt_s.size(); ++i) {
    const Landing l = landing_of(runs[i]);
    print_row(fmt::format("{} ms", 1e3 * dt_s[i]), l);
    vgrf.push_back(l.vgrf_peak_bw);
    impact.push_back(l.impact_peak_bw);
    rate.push_back(l.loading_rate_bw_s);
  }
  expect_convergence(vgrf, "vGRF peak");
  expect_convergence(impact, "impact peak");
  expect_convergence(rate, "loading rate");
}

struct HeelLoad {
  double peak_bw = 0.0, rise_bw_s = 0.0;
};

/// The force under the right heel alone, in the first 50 ms of the next landing: its peak, and the slope from a tenth to
/// nine tenths of it.
HeelLoad heel_load(const SimulationSettings& settings) {
  Simulation simulation = test::simulation_of(settings);
  test::advance(simulation, 8000);
  while (!test::in_flight(simulation.frame()) || simulation.frame().stride_phase < 0.6) test::advance(simulation, 1);
  while (test::in_flight(simulation.frame())) test::advance(simulation, 1);
  std::vector<double> force_bw;
  for (int i = 0; i < 50; ++i, test::advance(simulation, 1)) {
    const Frame frame = simulation.frame();
    const FootContact& foot = frame.contact[0];
    double sum = 0.0;
    for (std::size_t k = 0; k < sole_regions.size(); ++k)
      if (sole_regions[k] == SoleRegion::heel) sum += foot.force_n[k].y();
    force_bw.push_back(sum / test::weight_n(simulation.stride()));
  }
  const double peak = *std::max_element(force_bw.begin(), force_bw.end());
  auto first_above = [&](double share) {
    return std::find_if(force_bw.begin(), force_bw.end(), [&](double f) { return f >= share * peak; });
  };
  const auto low = first_above(0.1), high = first_above(0.9);
  return {peak, (*high - *low) / (settings.dt_s * static_cast<double>(std::max<std::ptrdiff_t>(1, high - low)))};
}

// A mass that lands on a stiffer spring is stopped in less time by more force. The heel itself is where that must show.
// Impact peak and loading rate are read from the whole foot: under a heel of half the stiffness the ball comes down before
// the heel has stopped the leg, one hump of both, and both figures rise; on twice the stiffness the two part. Printed.
TEST(EvidenceImpact, RisesWithTheStiffnessOfTheHeel) {
  const std::vector<double> factors{0.5, 1.0, 2.0};
  std::vector<SimulationSettings> settings(factors.size(), test::published_run());
  for (std::size_t i = 0; i < factors.size(); ++i)
    settings[i].contact.stiffness_n_m[static_cast<std::size_t>(SoleRegion::heel)] *= factors[i];
  const auto heels = test::all_of(settings, heel_load);
  const auto runs = test::all_of(settings, [](const SimulationSettings& s) {
    return test::evidence(test::easy_run(), s, 15.0, test::Reading::metrics);
  });
  print_head("heel stiffness");
  for (std::size_t i = 0; i < factors.size(); ++i) {
    print_row(fmt::format("x {}", factors[i]), landing_of(runs[i]));
    test::print("    under the heel alone: peak {:.3f} BW, rise {:.1f} BW/s\n", heels[i].peak_bw, heels[i].rise_bw_s);
  }
  for (std::size_t i = 1; i < factors.size(); ++i) {
    EXPECT_GT(heels[i].peak_bw, heels[i - 1].peak_bw) << factors[i];
    EXPECT_GT(heels[i].rise_bw_s, heels[i - 1].rise_bw_s) << factors[i];
  }
}

// The ankle of a forefoot striker gives way while the heel of a rearfoot striker does not: the force of runners rises more
// slowly (mid- and forefoot strikers of Fukuchi 2017, models/gait), and its peak is no higher.
TEST(EvidenceImpact, ForefootLandingIsSofter) {
  const std::vector<double> strikes_deg{12.0, -8.0};
  const auto runs = test::all_of(strikes_deg, [](double strike_deg) {
    const Stride stride =
        test::stride_of(test::changed([&](Form& f) { f.foot_strike_rad = strike_deg * rad_per_deg; }));
    return test::evidence(stride, test::published_run(), 15.0, test::Reading::metrics);
  });
  print_head("foot strike");
  for (std::size_t i = 0; i < strikes_deg.size(); ++i)
    print_row(fmt::format("{:+.0f} deg", strikes_deg[i]), landing_of(runs[i]));
  ASSERT_TRUE(runs[0].mean.value("impact_peak_bw").has_value());
  EXPECT_LT(runs[1].of("vgrf_peak_bw"), runs[0].of("vgrf_peak_bw"));
  EXPECT_LT(runs[1].of("loading_rate_bw_s"), runs[0].of("loading_rate_bw_s"));
}

}  // namespace
}  // namespace stridelab
