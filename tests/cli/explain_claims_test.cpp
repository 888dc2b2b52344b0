// The texts against the model: what `explain` says changes a metric must change it when the model is asked.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catalogue/metric_table.h"
#include "cli/cli.h"
#include "guidance/guidance.h"

namespace stridelab {
namespace {

using Overrides = std::vector<std::string>;

/// Metrics of the easy run with some inputs changed, by the stride engine.
nlohmann::json metrics_with(const Overrides& overrides) {
  std::vector<std::string> arguments{"run", STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", "--json", "-"};
  for (const std::string& change : overrides) arguments.insert(arguments.end(), {"--set", change});
  std::ostringstream out, err;
  EXPECT_EQ(run_cli(arguments, {out, err, {false, 80}, {false, 80}}), 0) << err.str();
  return nlohmann::json::parse(out.str())["runs"][0]["metrics"];
}

/// A change of one parameter that a runner would call large, and from where it starts.
struct Change {
  Overrides to;
  Overrides from = {};
};

const std::map<std::string, Change>& changes() {
  static const std::map<std::string, Change> all{
      {"speed_m_s", {{"speed_m_s=2.6"}}},
      {"cadence_spm", {{"cadence_percent=10"}}},
      {"stride_length_m", {{"stride_length_percent=10"}}},
      {"foot_strike_deg", {{"foot_strike_deg=-6"}}},
      {"foot_placement_m", {{"foot_placement_m=-0.03"}}},
      {"trunk_lean_deg", {{"trunk_lean_deg=13"}}},
      {"trunk_lateral_lean_deg", {{"trunk_lateral_lean_deg=8"}}},
      {"step_width_m", {{"step_width_m=0.12"}}},
      {"toe_out_deg", {{"toe_out_deg=17"}}},
      {"mass_kg", {{"mass_kg=80"}}},
      {"height_m", {{"height_m=1.85"}}},
      {"sex", {{"sex=female"}}},
      {"q_angle_deg", {{"q_angle_deg=20"}}},
      {"knee_alignment_deg", {{"knee_alignment_deg=-5"}}},
      {"leg_length_difference_mm", {{"leg_length_difference_mm=15"}}},
      {"foot_posture", {{"foot_posture=flat"}}},
      {"arch_support_percent", {{"arch_support_percent=100"}}},
      {"hamstring_tightness_percent", {{"hamstring_tightness_percent=100"}}},
      {"calf_tightness_percent", {{"calf_tightness_percent=100"}}},
      {"hip_strength_percent", {{"hip_strength_percent=50"}}},
      {"quad_strength_percent", {{"quad_strength_percent=50"}}},
      {"hip_extensor_strength_percent", {{"hip_extensor_strength_percent=30"}}},
      {"calf_strength_percent", {{"calf_strength_percent=50"}}},
      {"core_strength_percent", {{"core_strength_percent=30"}}},
      // Fatigue acts through strength alone: on somebody whose hips are weak already.
      {"fatigue_percent", {{"hip_strength_percent=60", "fatigue_percent=100"}, {"hip_strength_percent=60"}}},
      {"shoe", {{"shoe=minimalist"}}},
      {"shoe_distance_km", {{"shoe_distance_km=800"}}},
      {"surface", {{"surface=grass"}}},
      {"slope_percent", {{"slope_percent=-9"}}},
      {"knee_support", {{"knee_support=brace"}}},
      {"kneecap_method", {{"kneecap_method=willson_2015"}}}};
  return all;
}

/// Parameters that no single stride knows.
bool is_outside_one_stride(const std::string& key) {
  return key == "weekly_distance_km" || key == "engine" || key == "assist_percent";
}

/// A change people could notice. The same stride solved twice differs by nothing at all, and the smallest effect the
/// texts name (tightness on the kneecap) is twice as large.
constexpr double noticeable = 0.003;

bool differs(const nlohmann::json& a, const nlohmann::json& b) {
  if (a.is_null() || b.is_null()) return a.is_null() != b.is_null();  // an impact peak that is gone has changed
  const double from = a.get<double>();
  return std::abs(b.get<double>() - from) > noticeable * std::abs(from);
}

TEST(ExplainClaims, WhatIsSaidToChangeAMetricChangesIt) {
  ASSERT_TRUE(shipped_guidance());
  std::map<std::string, nlohmann::json> before, after;
  for (const auto& [key, change] : changes()) {
    before[key] = metrics_with(change.from);
    after[key] = metrics_with(change.to);
  }
  int claims = 0;
  for (const MetricNotes& metric : shipped_guidance()->metrics) {
    if (metric.key == "solve_time_ms") continue;
    for (const std::string& key : metric.changed_by) {
      if (is_outside_one_stride(key)) continue;
      ASSERT_TRUE(changes().contains(key)) << key;
      const auto& a = before[key][metric.key]["value"];
      const auto& b = after[key][metric.key]["value"];
      EXPECT_TRUE(differs(a, b)) << metric.key << " is said to be changed by " << key << ": " << a << " -> " << b;
      ++claims;
    }
  }
  EXPECT_GT(claims, 200);
}

/// "Above demand nothing changes, bit for bit": motion and kneecap of two strong runners.
TEST(ExplainClaims, StrengthBeyondDemandChangesNoMotion) {
  for (const char* strength : {"hip", "quad", "hip_extensor", "calf", "core"}) {
    const std::string key = std::string(strength) + "_strength_percent=";
    const nlohmann::json a = metrics_with({key + "130"}), b = metrics_with({key + "150"});
    for (const MetricRow& row : metric_table()) {
      const bool is_motion = row.group == MetricGroup::posture || row.group == MetricGroup::ground;
      if (!is_motion) continue;
      EXPECT_EQ(a[row.key]["value"], b[row.key]["value"]) << key << " " << row.key;
    }
  }
}

/// "It changes how the force is shared, not the force and not the motion."
TEST(ExplainClaims, TheQAngleChangesTheShareAlone) {
  const nlohmann::json a = metrics_with({"q_angle_deg=12"}), b = metrics_with({"q_angle_deg=18"});
  for (const char* key :
       {"pfj_force_peak_bw", "pfj_stress_peak_mpa", "knee_valgus_fppa_at_peak_flexion_deg", "hip_adduction_peak_deg"})
    EXPECT_EQ(a[key]["value"], b[key]["value"]) << key;
  EXPECT_GT(b["pfj_lateral_stress_peak_mpa"]["value"], a["pfj_lateral_stress_peak_mpa"]["value"]);
  EXPECT_LT(b["pfj_medial_stress_peak_mpa"]["value"], a["pfj_medial_stress_peak_mpa"]["value"]);
}

}  // namespace
}  // namespace stridelab
