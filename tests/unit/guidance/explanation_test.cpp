#include "guidance/explanation.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "catalogue/metric_table.h"
#include "catalogue/parameter_table.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

Explanation explained(std::string_view name) {
  auto e = explain(name, *shipped_guidance());
  EXPECT_TRUE(e) << to_text(e.error());
  return e ? *e : Explanation{};
}

std::string fact(const Explanation& e, std::string_view name) {
  const auto f = std::find_if(e.facts.begin(), e.facts.end(), [&](const auto& x) { return x.name == name; });
  return f == e.facts.end() ? "" : f->value;
}

std::vector<std::string> keys_under(const Explanation& e, std::string_view heading) {
  std::vector<std::string> keys;
  for (const ExplainedLinks& group : e.related)
    if (group.heading == heading)
      for (const ExplainedLink& link : group.links) keys.push_back(link.key);
  return keys;
}

TEST(Explain, AParameterTakesItsFactsFromTheTable) {
  const Explanation e = explained("hip_strength_percent");
  const ParameterInfo& row = *find_parameter("hip_strength_percent");
  EXPECT_EQ(e.kind, ExplainedKind::parameter);
  EXPECT_EQ(e.meaning, row.meaning);
  EXPECT_EQ(fact(e, "source"), row.source);
  EXPECT_EQ(fact(e, "range"), "20 .. 150 %");
  EXPECT_EQ(fact(e, "default"), "100 %");
  EXPECT_EQ(fact(e, "in a file"), "[strength] hip_strength_percent");
  EXPECT_THAT(keys_under(e, "Where it shows"), ::testing::Contains("hip_adduction_peak_deg"));
  EXPECT_THAT(keys_under(e, "Exercises and stretches"), ::testing::IsSupersetOf({"side_plank", "clamshell"}));
}

TEST(Explain, WhereAParameterShowsIsAFewOfTheMetricsThatItChanges) {
  const std::vector<std::string> all = shipped_guidance()->metrics_changed_by("cadence_spm");
  const std::vector<std::string> shown = keys_under(explained("cadence_spm"), "Where it shows");
  EXPECT_GT(all.size(), 40U);
  EXPECT_LE(shown.size(), 8U);
  EXPECT_THAT(all, ::testing::IsSupersetOf(shown));
  EXPECT_EQ(shown.front(), "pfj_force_peak_bw");
  EXPECT_THAT(shown, ::testing::Not(::testing::Contains("cadence_spm")));
}

TEST(Explain, AMetricTakesItsFactsFromTheTable) {
  const Explanation e = explained("pfj_stress_peak_mpa");
  const MetricRow& row = *find_metric("pfj_stress_peak_mpa")->row;
  EXPECT_EQ(e.kind, ExplainedKind::metric);
  EXPECT_EQ(e.title, row.label);
  EXPECT_EQ(e.meaning, shipped_guidance()->metric(row.key)->meaning);
  EXPECT_EQ(fact(e, "definition"), row.definition);
  EXPECT_EQ(fact(e, "source"), row.source);
  EXPECT_THAT(keys_under(e, "Stands for"), ::testing::ElementsAre("front"));
  EXPECT_THAT(keys_under(e, "Changed by"), ::testing::Contains("cadence_spm"));
  EXPECT_THAT(keys_under(e, "Advice"), ::testing::Contains("quicker_steps"));
  EXPECT_THAT(keys_under(e, "Exercises and stretches for this place"), ::testing::Contains("squat"));
}

TEST(Explain, ARegionShowsItsLoadsWithTheirUsualBands) {
  const Explanation e = explained("front");
  EXPECT_EQ(e.kind, ExplainedKind::region);
  const RegionMap& map = shipped_guidance()->map;
  const RegionMetric& first = find_region(map, "front")->metrics.front();
  ASSERT_FALSE(keys_under(e, "Loads that stand for it, and their usual band").empty());
  EXPECT_EQ(keys_under(e, "Loads that stand for it, and their usual band").front(), first.key);
  EXPECT_THAT(keys_under(e, "Warning signs"), ::testing::IsSupersetOf({"swelling", "locking", "two_weeks"}));
  EXPECT_THAT(fact(e, "usual is"), HasSubstr(map.basis));
}

TEST(Explain, ATopicSaysWhetherTheModelKnowsIt) {
  EXPECT_EQ(fact(explained("ice"), "in the model"), "not modelled");
  const Explanation cue = explained("quicker_steps");
  EXPECT_EQ(fact(cue, "in the model"), "acts through what is listed below");
  EXPECT_THAT(keys_under(cue, "Acts on"), ::testing::Contains("cadence_spm"));
}

TEST(Explain, ARelativeKeyTellsTheStoryOfItsTarget) {
  const Explanation e = explained("cadence_percent");
  EXPECT_EQ(fact(e, "changes"), "cadence_spm");
  EXPECT_EQ(e.passages.front().text, explained("cadence_spm").passages.front().text);
}

TEST(Explain, WhatIsGivenAndMeasuredIsAParameterWithItsDefinition) {
  const Explanation e = explained("stride_length_m");
  EXPECT_EQ(e.kind, ExplainedKind::parameter);
  EXPECT_EQ(fact(e, "as a result"), find_metric("stride_length_m")->row->definition);
}

TEST(Explain, NamesMayBeSpelledAsPeopleSpeak) {
  EXPECT_EQ(explained("Side plank").key, "side_plank");
  EXPECT_EQ(explained("side-plank").key, "side_plank");
  EXPECT_EQ(explained("above the kneecap").key, "above_kneecap");
  EXPECT_EQ(explained("calf_achilles").key, "calf");
  EXPECT_EQ(explained("pfj_force_peak_bw_left").key, "pfj_force_peak_bw");
}

TEST(Explain, AnUnknownNameSuggestsTheNearest) {
  const auto e = explain("clamshel", *shipped_guidance());
  ASSERT_FALSE(e);
  EXPECT_EQ(e.error().message, "nothing is called 'clamshel'");
  EXPECT_THAT(e.error().help, HasSubstr("did you mean clamshell?"));
  EXPECT_THAT(explain("hip_strenght", *shipped_guidance()).error().help, HasSubstr("mean hip_strength_percent?"));
  EXPECT_THAT(explain("kadence", *shipped_guidance()).error().help, HasSubstr("mean cadence_spm?"));
  EXPECT_THAT(explain("xyzxyzxyz", *shipped_guidance()).error().help, ::testing::StartsWith("all names"));
  EXPECT_FALSE(explain("", *shipped_guidance()));
  EXPECT_THAT(explain("\033[31m", *shipped_guidance()).error().message, ::testing::Not(HasSubstr("\033")));
}

/// Whatever is listed or linked to leads somewhere: nobody is sent to a name that cannot be explained.
TEST(Explain, EveryLinkLeadsSomewhere) {
  const Guidance& all = *shipped_guidance();
  int links = 0;
  for (const ExplainedLinks& group : explainable(all)) {
    for (const ExplainedLink& listed : group.links) {
      const Explanation e = explained(listed.key);
      EXPECT_FALSE(e.passages.empty()) << listed.key;
      for (const ExplainedLinks& related : e.related)
        for (const ExplainedLink& link : related.links) {
          EXPECT_TRUE(explain(link.key, all)) << listed.key << " links to " << link.key;
          ++links;
        }
    }
  }
  EXPECT_GT(links, 500);
}

}  // namespace
}  // namespace stridelab
