// What a parameter sets: the one declaration that run, session log and panels share.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "catalogue/parameter_builder.h"

namespace stridelab {
namespace {

ParameterSet with(std::string_view key, double number, std::string_view text = {}) {
  ParameterBuilder builder;
  builder.apply(std::vector{Assignment{std::string(key), number, std::string(text)}}, Origin::command_line);
  return builder.build();
}

struct Bound {
  Body body;
  Form form;
  bool operator==(const Bound&) const = default;
};

Bound bound(const ParameterSet& parameters) {
  Bound out;
  parameters.bind(out.body, out.form);
  return out;
}

TEST(ParameterBinding, NoTwoParametersSetTheSame) {
  std::vector<Target> seen;
  for (const ParameterInfo& row : parameter_table()) {
    if (row.target.index() == 0) continue;
    EXPECT_EQ(std::find(seen.begin(), seen.end(), row.target), seen.end()) << row.key;
    seen.push_back(row.target);
  }
}

// What has no target acts through a file (shoe, surface), through other parameters, or on the weeks of a plan.
TEST(ParameterBinding, ThoseWithoutATargetAreTheNamedOnes) {
  std::set<std::string_view> without;
  for (const ParameterInfo& row : parameter_table())
    if (row.target.index() == 0) without.insert(row.key);
  EXPECT_EQ(without, (std::set<std::string_view>{"stride_length_m", "shoe", "shoe_distance_km", "surface",
                                                 "fatigue_percent", "leg_length_difference_mm", "weekly_distance_km"}));
}

TEST(ParameterBinding, EachReachesWhatTheEnginesTake) {
  for (const ParameterInfo& row : parameter_table()) {
    if (row.target.index() == 0) continue;
    SCOPED_TRACE(std::string(row.key));
    if (row.kind == ParameterKind::number) {
      EXPECT_NE(bound(with(row.key, row.lo)), bound(with(row.key, row.hi)));
    } else {
      EXPECT_NE(bound(with(row.key, 0.0, row.choices.front())), bound(with(row.key, 0.0, row.choices.back())));
    }
  }
}

TEST(ParameterBinding, ConvertsToSi) {
  const auto info = [](std::string_view key) -> const ParameterInfo& { return *find_parameter(key); };
  EXPECT_DOUBLE_EQ(to_si(info("hip_strength_percent"), 60.0), 0.6);
  EXPECT_DOUBLE_EQ(to_si(info("toe_out_deg"), 180.0), std::acos(-1.0));
  EXPECT_DOUBLE_EQ(to_si(info("slope_percent"), 100.0), std::atan(1.0));  // 45 degrees
  EXPECT_DOUBLE_EQ(to_si(info("speed_m_s"), 3.3), 3.3);
  EXPECT_EQ(si_key(info("hip_strength_percent")), "hip_strength");
  EXPECT_EQ(si_key(info("toe_out_deg")), "toe_out_rad");
  EXPECT_EQ(si_key(info("slope_percent")), "slope_rad");
  EXPECT_EQ(si_key(info("mass_kg")), "mass_kg");
}

// A choice sets the enumerator of its word: the order of the choices is that of the enum.
TEST(ParameterBinding, WordsAreTheirEnumerators) {
  EXPECT_EQ(bound(with("sex", 0.0, "female")).body.sex, Sex::female);
  EXPECT_EQ(bound(with("foot_posture", 0.0, "neutral")).body.foot_posture, FootPosture::neutral);
  EXPECT_EQ(bound(with("foot_posture", 0.0, "high")).body.foot_posture, FootPosture::high);
  EXPECT_EQ(bound(with("knee_support", 0.0, "brace")).form.knee_support, KneeSupport::brace);
  EXPECT_EQ(bound(with("knee_support", 0.0, "sleeve")).form.knee_support, KneeSupport::sleeve);
  EXPECT_EQ(bound(with("kneecap_method", 0.0, "net")).form.kneecap_method, KneecapMethod::net);
  EXPECT_EQ(bound(with("kneecap_method", 0.0, "willson_2015")).form.kneecap_method, KneecapMethod::willson_2015);
  EXPECT_EQ(bound(with("kneecap_method", 0.0, "static_optimisation")).form.kneecap_method,
            KneecapMethod::static_optimisation);
}

TEST(ParameterTables, AreNamedOnceEachInOrder) {
  const auto names = table_names();
  EXPECT_EQ(std::vector<std::string_view>(names.begin(), names.end()),
            (std::vector<std::string_view>{"form", "body", "strength", "shoe", "ground", "knee", "training", "run"}));
}

}  // namespace
}  // namespace stridelab
