#include <gtest/gtest.h>

#include "forward/evidence.h"
#include "metrics/stride_source.h"

/// Weak hip abductors, in a runner whose form allows for them and in one whose form does not.
namespace stridelab {
namespace {

const std::vector<double> strengths{1.0, 0.8, 0.6, 0.4};
constexpr std::array<std::string_view, 3> grows{"hip_adduction_peak_deg", "pelvic_drop_peak_deg",
                                                "knee_valgus_fppa_peak_deg"};

test::Evidence planned_for(double strength) {
  const Stride stride = test::stride_of(test::changed([&](Form& f) { f.hip_strength = strength; }));
  return test::evidence(stride, test::published_run(), 20.0, test::Reading::metrics);
}

test::Evidence not_planned_for(double strength) {
  SimulationSettings settings = test::published_run();
  settings.hip_strength = strength;
  return test::evidence(test::easy_run(), settings, 20.0, test::Reading::metrics);
}

/// What the stride engine says of the same strength.
MetricValues plan_of(double strength) {
  const Stride stride = test::stride_of(test::changed([&](Form& f) { f.hip_strength = strength; }));
  return compute_metrics(*record_stride(stride_source(stride), test::load_models()), test::load_models());
}

void print_plans() {
  test::print("{:<14}{:>14}{:>14}{:>10}\n", "the plan", "adduction, deg", "drop, deg", "FPPA, deg");
  for (const double strength : strengths) {
    const MetricValues plan = plan_of(strength);
    test::print("  {:>4.0f} %      {:14.1f}{:14.1f}{:10.1f}\n", 100.0 * strength, *plan.value(grows[0]),
                *plan.value(grows[1]), *plan.value(grows[2]));
  }
}

void print_table(std::string_view title, const std::vector<test::Evidence>& runs) {
  test::print("{:<14}{:>14}{:>14}{:>10}{:>12}{:>22}\n", title, "adduction, deg", "drop, deg", "FPPA, deg",
              "at limit, %", "worst joint, deg");
  for (std::size_t i = 0; i < runs.size(); ++i)
    test::print("  {:>4.0f} %      {:>14.1f}{:>14.1f}{:>10.1f}{:>12.1f}{:>22}  {}\n", 100.0 * strengths[i],
                runs[i].of(grows[0]), runs[i].of(grows[1]), runs[i].of(grows[2]),
                100.0 * runs[i].quality.saturated_share[hip_adduction_r],
                fmt::format("{} {:.1f}", runs[i].worst_joint(), runs[i].worst_joint_deg()), runs[i].fault());
}

// Step to step nothing varies without noise, so any growth is a growth; full strength is 15 % above the demand of the
// form, so from 100 to 80 % there is some already. From 60 % on the abductors are at their limit a sixth of the time and the
// pelvis drops no further, where the plan's does: adduction and the knee's way inward go on.
TEST(EvidenceHips, WeaknessThatTheFormAllowsForShows) {
  const auto runs = test::all_of(strengths, planned_for);
  print_plans();
  print_table("re-planned", runs);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    EXPECT_TRUE(runs[i].good()) << strengths[i] << ": " << runs[i].fault();
    if (i == 0) continue;
    for (const std::string_view key : grows) {
      const bool at_limit = key == "pelvic_drop_peak_deg" && strengths[i] < 0.6;
      EXPECT_GT(runs[i].of(key), runs[at_limit ? 0 : i - 1].of(key)) << key << " at " << strengths[i];
    }
  }
}

// Full strength is 15 % above what the form asks for; a weaker runner meets his limit no less often, at 60 % he does meet
// it, or he falls. What that does to his posture is printed and not promised: reflexes may hide it.
TEST(EvidenceHips, WeaknessThatTheFormIgnoresMeetsTheLimit) {
  const auto runs = test::all_of(strengths, not_planned_for);
  print_table("unplanned", runs);
  EXPECT_TRUE(runs[0].good()) << runs[0].fault();
  const auto limited = [&](std::size_t i) {
    return runs[i].fall ? 1.0 : runs[i].quality.saturated_share[hip_adduction_r];
  };
  for (std::size_t i = 1; i < runs.size(); ++i) EXPECT_GE(limited(i), limited(i - 1)) << strengths[i];
  EXPECT_GT(limited(2), 0.01);
}

}  // namespace
}  // namespace stridelab
