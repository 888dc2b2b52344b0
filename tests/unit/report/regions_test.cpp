#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/text.h"
#include "report/console_report.h"
#include "report/json_report.h"
#include "report/markdown_report.h"
#include "report/region_rows.h"
#include "report/shown_rows.h"
#include "report/words.h"
#include "study/run_scenario.h"
#include "support/report_schema.h"
#include "support/scenario_folder.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

class Regions : public testing::ScenarioFolder {
 protected:
  RunCache cache{read_load_models().value(), {test::synthetic_solver(), {}}};
  RegionMap map = read_region_map().value();

  RunReport run(const std::string& name, std::string_view text, Detail detail = Detail::curves) {
    const auto scenario = read_scenario(write(name, text));
    EXPECT_TRUE(scenario.has_value()) << (scenario ? "" : to_text(scenario.error()));
    RunReport report = run_scenario(scenario.value_or(Scenario{}), cache, ChecksOf::scenario, {}, detail);
    add_regions(report, map);
    return report;
  }
  RunReport easy(Detail detail = Detail::curves) { return run("easy.toml", "question = \"Easy?\"\n", detail); }
  RunReport forefoot() {
    easy();
    return run("forefoot.toml", "question = \"Forefoot?\"\nbase = \"easy.toml\"\n[form]\nfoot_strike_deg = -8\n");
  }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

nlohmann::json parsed(const nlohmann::ordered_json& document) { return nlohmann::json::parse(json_text(document)); }

TEST_F(Regions, JsonHoldsEveryRegionAndFollowsTheSchema) {
  const RunReport a = easy(), b = forefoot();
  const nlohmann::json document = parsed(report_to_json({a, b}));
  EXPECT_EQ(test::schema_faults(document), "");
  EXPECT_EQ(test::schema_faults(parsed(comparison_to_json({a, b, {}}))), "");
  const nlohmann::json& regions = document["runs"][0]["regions"];
  EXPECT_EQ(regions.size(), map.regions.size());
  for (const Region& region : map.regions) {
    const nlohmann::json& load = regions[region.key]["loads"][0];
    EXPECT_EQ(load["metric"], region.metrics.front().key);
    EXPECT_EQ(load["value"], document["runs"][0]["metrics"][region.metrics.front().key]["value"]);
  }
}

TEST_F(Regions, TheSchemaRefusesALevelThatIsNone) {
  nlohmann::json document = parsed(report_to_json({easy()}));
  document["runs"][0]["regions"]["front"]["level"] = "dangerous";
  EXPECT_NE(test::schema_faults(document), "");
}

TEST_F(Regions, ConsoleNamesPlaceLoadBandAndLevel) {
  const std::string text = run_text(easy(), {false, 80});
  for (const Region& region : map.regions) EXPECT_NE(text.find("  " + region.label + " "), std::string::npos);
  EXPECT_NE(text.find(map.basis.substr(0, 20)), std::string::npos) << "says what the band is";
}

TEST_F(Regions, ALevelThatChangesIsSaid) {
  EXPECT_EQ(level_change(LoadLevel::usual, LoadLevel::high), "usual -> high");
  EXPECT_EQ(level_change(LoadLevel::low, LoadLevel::low), "low");
  EXPECT_EQ(level_change(LoadLevel::unknown, LoadLevel::low), "not shown");
  RunReport a = easy(), b = easy();
  b.regions[0].loads[0].level = LoadLevel::high;
  a.regions[0].loads[0].level = LoadLevel::usual;
  EXPECT_NE(comparison_text({a, b, {}}, {false, 80}).find("usual -> high"), std::string::npos);
}

TEST_F(Regions, EveryTableFitsItsTerminal) {
  const RunReport a = easy(), b = forefoot();
  for (const int columns : {80, 120}) {
    for (const bool every_row : {false, true}) {
      const ConsoleStyle style{false, columns, every_row};
      for (const std::string& text : {run_text(a, style), run_text(b, style), comparison_text({a, b, {}}, style)})
        for (const std::string& line : lines_of(text)) {
          const bool path = line.find(folder_.string()) != std::string::npos;  // one word cannot be broken
          EXPECT_TRUE(path || display_width(line) <= static_cast<std::size_t>(columns)) << line;
        }
    }
  }
}

TEST_F(Regions, AllShowsEveryNumberAndFirstShowsFewer) {
  const RunReport report = easy();
  const std::string all = run_text(report, {false, 120, true});
  const std::string first = run_text(report, {false, 120});
  for (const MetricRow& row : metric_table()) EXPECT_NE(all.find(row.key), std::string::npos) << row.key;
  EXPECT_EQ(all.find("--all"), std::string::npos);
  EXPECT_NE(first.find("--all"), std::string::npos);
  EXPECT_LE(lines_of(first).size(), 72U) << "tables stay within two screens of 36 lines";
}

TEST_F(Regions, UncertainSizesAreMarkedWhereverTheyStand) {
  const RunReport a = easy(), b = forefoot();
  const ConsoleStyle all{false, 120, true};
  const std::vector<std::string> texts{run_text(a, all), comparison_text({a, b, {}}, all),
                                       comparison_markdown({a, b, {}})};
  for (const std::string& text : texts) EXPECT_NE(text.find("direction known, size uncertain"), std::string::npos);
  const nlohmann::json document = parsed(comparison_to_json({a, b, {}}));
  for (const MetricRow& row : metric_table()) {
    const bool uncertain = row.confidence == Confidence::direction;
    for (const std::string& text : texts)
      EXPECT_EQ(text.find(std::string(row.label) + " ~") != std::string::npos, uncertain) << row.key;
    EXPECT_EQ(document["metrics"][std::string(row.key)].contains("confidence"), uncertain) << row.key;
    EXPECT_EQ(document["a"]["metrics"][std::string(row.key)].contains("confidence"), uncertain) << row.key;
  }
  for (const std::string_view key : {"pfj_lateral_stress_peak_mpa", "pfj_medial_stress_peak_mpa",
                                     "pfj_lateral_force_peak_bw", "knee_medial_contact_force_peak_bw"})
    EXPECT_EQ(find_metric(key)->row->confidence, Confidence::direction) << key;
}

TEST_F(Regions, TheKneecapForcesAreExplainedWithTheNumbersOfTheRun) {
  const RunReport a = easy(), b = forefoot();
  const std::string sentence = kneecap_forces(a.parameters, *a.metrics);
  EXPECT_NE(sentence.find("by the knee moment alone (as shown)"), std::string::npos) << sentence;
  for (const std::string_view key :
       {"pfj_force_peak_bw", "pfj_force_net_peak_bw", "pfj_force_willson_peak_bw", "pfj_force_static_opt_peak_bw"})
    EXPECT_NE(sentence.find(fixed(*a.metrics->value(key), 2) + " BW"), std::string::npos) << key << ": " << sentence;
  const std::string change = kneecap_changes(b.parameters, *a.metrics, *b.metrics);
  EXPECT_NE(change.find(" %"), std::string::npos) << change;
  EXPECT_EQ(kneecap_changes(a.parameters, *a.metrics, *a.metrics).find(" %"), std::string::npos);
}

TEST_F(Regions, CurvesAreLeftOutWhereNobodyReadsThem) {
  const RunReport with = easy(), without = easy(Detail::tables);
  EXPECT_EQ(with.curves.size(), curve_names().size());
  EXPECT_NE(with.state_hash, 0U);
  EXPECT_TRUE(without.curves.empty());
  EXPECT_EQ(without.state_hash, 0U);
  EXPECT_EQ(run_text(with, {false, 100}), run_text(without, {false, 100}));
}

}  // namespace
}  // namespace stridelab
