#include "validation/published_effects.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <iostream>
#include <map>
#include <set>

#include "study/change.h"
#include "study/run_scenario.h"
#include "support/scenario_folder.h"

/// Published changes against what the program answers, by the way a scenario goes: file, `--set`, engine, metrics.
namespace stridelab {
namespace {

using Settings = std::vector<std::string>;

std::vector<PublishedEffect> published_effects() {
  const auto effects = read_published_effects();
  EXPECT_TRUE(effects.has_value()) << (effects ? "" : to_text(effects.error()));
  return effects.value_or(std::vector<PublishedEffect>{});
}

class PublishedEffects : public testing::ScenarioFolder {
 protected:
  /// Every metric of a run with these settings, all else at its default.
  MetricValues run(const Settings& settings) {
    static RunCache cache(read_load_models().value(), Engines{});
    const auto path = write("question.toml", "question = \"What changes?\"\n");
    const auto scenario = read_scenario(path, settings);
    EXPECT_TRUE(scenario.has_value()) << (scenario ? "" : to_text(scenario.error()));
    if (!scenario) return {};
    const RunReport report = run_scenario(*scenario, cache, ChecksOf::nobody, {}, Detail::tables);
    EXPECT_TRUE(report.metrics.has_value()) << report.error;
    return report.metrics.value_or(MetricValues{});
  }

  double value(const Settings& settings, std::string_view metric) {
    return run(settings).value(metric).value_or(std::nan(""));
  }

  /// The number that the band of an effect is about; not a number where there is none.
  double answer(const PublishedEffect& effect) {
    const MetricValues a = run(effect.a), b = run(effect.b);
    const auto name = find_metric(effect.metric);
    EXPECT_TRUE(name.has_value()) << effect.key << ": " << effect.metric;
    if (!name) return std::nan("");
    const Change change = change_between(*name->row, a.value(effect.metric), b.value(effect.metric));
    if (effect.kind == "percent") return change.change_percent.value_or(std::nan(""));
    if (effect.kind == "delta") return change.change.value_or(std::nan(""));
    EXPECT_EQ(effect.kind, "value") << effect.key;
    return change.b.value_or(std::nan(""));
  }

  /// Keys whose values are not the same bits; the time the solver took is no result.
  std::set<std::string_view> differing(const Settings& a, const Settings& b) {
    const MetricValues in_a = run(a), in_b = run(b);
    std::set<std::string_view> out;
    for (const std::string_view key : metric_keys())
      if (key != "solve_time_ms" && in_a.value(key) != in_b.value(key)) out.insert(key);
    return out;
  }
};

// Right in sign, too small. Lean: between two groups of people, who differ in more than lean. Strike: by the methods of
// those two studies, which count the calf at the knee; by net the same forms give -12 to -16 %.
const std::set<std::string> known_misses = {"lean_knee_energy", "forefoot_kneecap_pressure",
                                            "forefoot_kneecap_pressure_willson", "forefoot_kneecap_force_per_km"};

TEST_F(PublishedEffects, LieInTheirBands) {
  const std::vector<PublishedEffect> effects = published_effects();
  std::map<std::string, int> origins;
  for (const PublishedEffect& effect : effects) {
    const double found = answer(effect);
    std::cout << fmt::format("{:<36} {:>8.2f} in {:>6} .. {:<6} {:<7} {}{}, published {}\n    {}\n", effect.key, found,
                             effect.low, effect.high, effect.kind, effect.null ? "null, " : "", effect.origin,
                             effect.published, effect.mechanism);
    EXPECT_FALSE(effect.mechanism.empty()) << effect.key;
    ++origins[effect.origin];
    if (known_misses.contains(effect.key)) {
      EXPECT_TRUE(found < effect.low || found > effect.high) << effect.key << " is inside: take it from the list";
      EXPECT_GT(found * (effect.low + effect.high), 0.0) << effect.key << " has the wrong sign";
      continue;
    }
    EXPECT_GE(found, effect.low) << effect.key;
    EXPECT_LE(found, effect.high) << effect.key;
  }
  std::cout << fmt::format("{} effects: {} predicted, {} calibrated, {} put in\n", effects.size(), origins["predicted"],
                           origins["calibrated"], origins["put in"]);
  EXPECT_EQ(effects.size(), 34U);
  EXPECT_EQ(origins.size(), 3U) << "an origin that the head of the file does not explain";
}

// A band around zero would also hold for a small effect of the wrong cause; where the mechanism is that nothing acts,
// nothing may change.
TEST_F(PublishedEffects, NothingMovesWhereNothingActs) {
  int exact = 0;
  for (const PublishedEffect& effect : published_effects()) {
    if (effect.identical.empty()) continue;
    ++exact;
    EXPECT_TRUE(effect.null) << effect.key;
    const auto changed = differing(effect.a, effect.b);
    if (effect.identical == "every result")
      EXPECT_TRUE(changed.empty()) << effect.key << ": " << *changed.begin();
    else
      EXPECT_FALSE(changed.contains(effect.metric)) << effect.key;
  }
  EXPECT_EQ(exact, 3);
}

// The other side of the null: the same levers do act where the runner lacks what the run demands.
TEST_F(PublishedEffects, StrengthBelowTheDemandIsMissed) {
  for (const char* key : {"hip_strength_percent", "quad_strength_percent", "calf_strength_percent",
                          "hip_extensor_strength_percent", "core_strength_percent"}) {
    const std::string lever(key);
    EXPECT_TRUE(differing({}, {lever + "=150"}).empty()) << key;
    EXPECT_GT(differing({}, {lever + "=40"}).size(), 10U) << key;
  }
}

TEST_F(PublishedEffects, ForefootUnloadsTheKneeAndLoadsTheAchilles) {
  const MetricValues heel = run({"speed_m_s=3.5", "foot_strike_deg=14"});
  const MetricValues ball = run({"speed_m_s=3.5", "foot_strike_deg=-6"});
  const auto percent = [&](std::string_view key) { return 100.0 * (*ball.value(key) / *heel.value(key) - 1.0); };
  // Two methods for the same force: they disagree on the size (studies do too), not on the direction.
  EXPECT_LT(percent("pfj_force_peak_bw"), -5.0);
  EXPECT_LT(percent("pfj_force_static_opt_peak_bw"), 0.0);
  EXPECT_LT(percent("pfj_stress_peak_mpa"), -5.0);
  EXPECT_GT(percent("achilles_force_peak_bw"), 5.0);
  std::cout << fmt::format("kneecap force {:+.1f} %, by static optimisation {:+.1f} %, Achilles {:+.1f} %\n",
                           percent("pfj_force_peak_bw"), percent("pfj_force_static_opt_peak_bw"),
                           percent("achilles_force_peak_bw"));
}

// Meardon 2012 found a linear trend over wide, preferred and narrow steps, in strain and in its rate.
TEST_F(PublishedEffects, NarrowerStepsStretchTheBandMoreAndFaster) {
  double strain = 0.0, rate = 0.0;
  for (const char* width : {"0.12", "0.08", "0.04", "0.0", "-0.04"}) {
    const MetricValues metrics = run({std::string("step_width_m=") + width});
    EXPECT_GT(*metrics.value("itb_strain_peak_percent"), strain) << width;
    EXPECT_GT(*metrics.value("itb_strain_rate_peak_percent_s"), rate) << width;
    strain = *metrics.value("itb_strain_peak_percent");
    rate = *metrics.value("itb_strain_rate_peak_percent_s");
  }
}

TEST_F(PublishedEffects, BraceLowersPressureByAreaNotByForce) {
  const Settings none, brace{"knee_support=brace"};
  EXPECT_LT(value(brace, "pfj_stress_peak_mpa"), 0.92 * value(none, "pfj_stress_peak_mpa"));
  EXPECT_GE(value(brace, "pfj_force_peak_bw"), value(none, "pfj_force_peak_bw"));
  EXPECT_GT(value(brace, "pfj_contact_area_at_peak_mm2"), value(none, "pfj_contact_area_at_peak_mm2"));
  for (const std::string_view key : differing(none, brace))
    EXPECT_TRUE(key.starts_with("pfj_")) << key << ": a brace was measured at the kneecap alone";
}

TEST_F(PublishedEffects, WeakHipsPressTheOuterSideAlthoughTheWholeForceFalls) {
  const Settings strong, weak{"hip_strength_percent=50"};
  EXPECT_GT(value(weak, "pfj_lateral_stress_peak_mpa"), 1.01 * value(strong, "pfj_lateral_stress_peak_mpa"));
  EXPECT_LT(value(weak, "pfj_medial_stress_peak_mpa"), value(strong, "pfj_medial_stress_peak_mpa"));
  EXPECT_LT(value(weak, "pfj_force_peak_bw"), value(strong, "pfj_force_peak_bw"));
}

TEST_F(PublishedEffects, QAngleShiftsPressureOutwardAndMovesNothing) {
  const Settings usual{"q_angle_deg=12"}, wide{"q_angle_deg=18"};
  const std::set<std::string_view> sides{"pfj_lateral_force_peak_bw", "pfj_lateral_stress_peak_mpa",
                                         "pfj_medial_stress_peak_mpa"};
  EXPECT_EQ(differing(usual, wide), sides);
  EXPECT_GT(value(wide, "pfj_lateral_stress_peak_mpa"), value(usual, "pfj_lateral_stress_peak_mpa"));
  EXPECT_LT(value(wide, "pfj_medial_stress_peak_mpa"), value(usual, "pfj_medial_stress_peak_mpa"));
}

}  // namespace
}  // namespace stridelab
