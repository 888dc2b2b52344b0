#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/text.h"
#include "report/atomic_file.h"
#include "report/console_report.h"
#include "report/csv_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/markdown_report.h"
#include "report/words.h"
#include "study/run_scenario.h"
#include "support/report_schema.h"
#include "support/scenario_folder.h"
#include "support/synthetic_stride.h"

namespace stridelab {
namespace {

class Report : public testing::ScenarioFolder {
 protected:
  RunCache cache{read_load_models().value(), {test::synthetic_solver(), {}}};

  RunReport run(const std::string& name, std::string_view text, const std::vector<std::string>& overrides = {}) {
    const auto scenario = read_scenario(write(name, text), overrides);
    EXPECT_TRUE(scenario.has_value()) << (scenario ? "" : to_text(scenario.error()));
    return run_scenario(scenario.value_or(Scenario{}), cache);
  }

  RunReport easy() { return run("easy.toml", "question = \"An easy run?\"\n[form]\nspeed_m_s = 3.3\n"); }

  RunReport quick() {
    easy();
    return run("quick.toml", R"toml(question = "Same speed, 10 % more steps: what happens at the kneecap?"
base = "easy.toml"
[form]
cadence_percent = 10
[[check]]
metric = "pfj_force_peak_bw"
change_percent = { min = -22, max = -8 }
source = "Lenhart 2014, MSSE 46:557 (-14 %)"
[[check]]
metric = "vgrf_peak_bw"
value = { min = 9 }
source = "a check that fails & says <so>"
)toml");
  }

  RunReport infeasible() { return run("sprint.toml", "question = \"Too fast?\"\n[form]\nspeed_m_s = 6\n"); }
};

nlohmann::json parsed(const nlohmann::ordered_json& document) { return nlohmann::json::parse(json_text(document)); }

TEST_F(Report, JsonFollowsTheSchema) {
  const RunReport a = easy();
  const RunReport b = quick();
  EXPECT_EQ(test::schema_faults(parsed(report_to_json({a, b, infeasible()}))), "");
  EXPECT_EQ(test::schema_faults(parsed(comparison_to_json({a, b, {}}))), "");
  EXPECT_EQ(test::schema_faults(parsed(report_to_json({unreadable_scenario("x.toml", {Diagnostic{}})}))), "");
}

TEST_F(Report, TheSchemaRejectsWhatItShould) {
  nlohmann::json document = parsed(report_to_json({easy()}));
  document["runs"][0]["status"] = "fine";
  EXPECT_NE(test::schema_faults(document), "");
}

TEST_F(Report, JsonNumbersKeepEveryBit) {
  const RunReport report = quick();
  const nlohmann::json run = parsed(report_to_json({report}))["runs"][0];
  for (const MetricRow& row : metric_table()) {
    const auto value = report.metrics->value(row.key);
    const nlohmann::json& json = run["metrics"][std::string(row.key)]["value"];
    EXPECT_EQ(json.is_null(), !value.has_value()) << row.key;
    EXPECT_TRUE(!value || json.get<double>() == *value) << row.key;
  }
  EXPECT_EQ(run["curves"]["pfj_force_bw"].size(), 101U);
  EXPECT_EQ(run["curves"]["pfj_force_bw_left"].size(), 101U);
  // One stride is two steps: 100 % comes after 120 s / cadence.
  EXPECT_EQ(run["curves"]["time_s"][0], 0.0);
  EXPECT_NEAR(run["curves"]["time_s"][100].get<double>(), 120.0 / *report.metrics->value("cadence_spm"), 1e-12);
  EXPECT_NEAR(run["curves"]["time_s"][50].get<double>(), 60.0 / *report.metrics->value("cadence_spm"), 1e-12);
  EXPECT_EQ(run["checks"][0]["passed"], true);
  EXPECT_EQ(run["status"], "failed");
}

TEST_F(Report, ErrorHasNoNumbers) {
  const RunReport report = infeasible();
  EXPECT_EQ(report.outcome, RunOutcome::no_answer);
  const nlohmann::json run = parsed(report_to_json({report}))["runs"][0];
  EXPECT_EQ(run["status"], "error");
  EXPECT_TRUE(run["metrics"].empty());
  EXPECT_TRUE(run["curves"].empty());
  EXPECT_TRUE(run["steps"].empty());
  EXPECT_NE(run["error"].get<std::string>().find("raise cadence_spm"), std::string::npos);
}

TEST_F(Report, StateHashSeesEveryBitButNotTheClock) {
  const RunReport a = easy();
  RunCache fresh(read_load_models().value(), {test::synthetic_solver(), {}});
  const RunReport again = run_scenario(read_scenario(folder_ / "easy.toml").value(), fresh);
  EXPECT_EQ(a.state_hash, again.state_hash);
  EXPECT_NE(a.state_hash, quick().state_hash);
}

TEST_F(Report, CompareJsonHasChangesOfMagnitudes) {
  const RunReport a = easy();
  const RunReport b = quick();
  EXPECT_TRUE(parsed(comparison_to_json({a, b, {}}))["why"].is_null());
  EXPECT_EQ(parsed(comparison_to_json({a, b, "More steps."}))["why"], "More steps.");
  const nlohmann::json metrics = parsed(comparison_to_json({a, b, {}}))["metrics"];
  const double force_a = metrics["pfj_force_peak_bw"]["a"].get<double>();
  const double force_b = metrics["pfj_force_peak_bw"]["b"].get<double>();
  EXPECT_EQ(metrics["pfj_force_peak_bw"]["change"].get<double>(), force_b - force_a);
  EXPECT_NEAR(metrics["pfj_force_peak_bw"]["change_percent"].get<double>(), test::quicker_kneecap_change_percent(),
              0.1);
}

TEST_F(Report, CsvHasOneRowPerRunAndQuotes) {
  const std::string text = csv_text({easy(), quick(), infeasible()});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
  EXPECT_NE(text.find(",\"Same speed, 10 % more steps: what happens at the kneecap?\","), std::string::npos);
  EXPECT_NE(text.find(",error,0,right,"), std::string::npos);
  const std::string curves = curves_csv_text({easy(), infeasible()});
  EXPECT_EQ(std::count(curves.begin(), curves.end(), '\n'), 1 + 101);
  EXPECT_TRUE(curves.starts_with("scenario,percent_gait,time_s,knee_flexion_deg,"));
}

// A number that is not the runner's says so wherever it goes.
TEST_F(Report, NotesStandInEveryOutput) {
  RunReport report = easy();
  report.metrics->notes = {"not the runner's: <beyond>"};
  EXPECT_EQ(parsed(report_to_json({report}))["runs"][0]["notes"].back(), "not the runner's: <beyond>");
  const std::string csv = csv_text({report});
  EXPECT_NE(csv.find(",notes\n"), std::string::npos);
  EXPECT_NE(csv.find("not the runner's: <beyond>\n"), std::string::npos);
  EXPECT_NE(junit_text({report}).find("<property name=\"note\" value=\"not the runner's: &lt;beyond&gt;\"/>"),
            std::string::npos);
}

TEST_F(Report, JUnitCountsAndEscapes) {
  const std::string xml = junit_text({easy(), quick(), infeasible()});
  EXPECT_NE(xml.find("<testsuites name=\"stridelab\" tests=\"4\" "), std::string::npos);
  EXPECT_NE(xml.find(" failures=\"1\" "), std::string::npos);
  EXPECT_NE(xml.find("a check that fails &amp; says &lt;so&gt;"), std::string::npos);
  const auto count = [&](std::string_view needle) {
    int n = 0;
    for (auto at = xml.find(needle); at != std::string::npos; at = xml.find(needle, at + 1)) ++n;
    return n;
  };
  EXPECT_EQ(count("<testcase"), 4);
  EXPECT_EQ(count("<testsuite "), count("</testsuite>"));
  EXPECT_EQ(count("<failure"), count("</failure>"));
}

TEST_F(Report, WordsSayWhatChanged) {
  const RunReport a = easy();
  const RunReport b = quick();
  EXPECT_EQ(what_changed(a.parameters, b.parameters), "same speed, 10 % more steps");
  EXPECT_EQ(what_changed(a.parameters, a.parameters), "nothing");
  const RunReport forefoot = run("forefoot.toml", "base = \"easy.toml\"\n[form]\nfoot_strike_deg = -8\n");
  EXPECT_EQ(what_changed(a.parameters, forefoot.parameters), "foot strike 12 -> -8 deg");
  const RunReport fewer = run("fewer.toml", "base = \"easy.toml\"\n[form]\nstride_length_percent = 10\n");
  EXPECT_EQ(what_changed(a.parameters, fewer.parameters), "same speed, 10 % longer steps");
}

TEST_F(Report, WordsOfNoChangeAndOfANearMiss) {
  const RunReport a = easy();
  EXPECT_TRUE(answer_of_change(*a.metrics, *a.metrics).starts_with("peak kneecap force unchanged at "));
  CheckResult miss;
  miss.check.metric = "pelvic_drop_peak_deg";
  miss.check.max = -0.1;
  miss.value = -0.06;
  EXPECT_EQ(check_sentence(miss), "pelvic drop, peak: -0.06 deg, expected at most -0.1 deg");
}

TEST_F(Report, ComparisonAnswersInItsFirstLine) {
  const std::string text = comparison_text({easy(), quick(), {}}, {false, 100});
  const std::string first = text.substr(1, text.find('\n', 1) - 1);
  EXPECT_TRUE(first.starts_with("Same speed, 10 % more steps: peak kneecap force ")) << first;
  EXPECT_NE(text.find("medical"), std::string::npos);
}

TEST_F(Report, TextFitsTheTerminal) {
  for (const int columns : {80, 120}) {
    const ConsoleStyle style{false, columns};
    const RunReport a = easy();
    const RunReport b = quick();
    for (const std::string& text :
         {comparison_text({a, b, {}}, style), run_text(b, style), runs_text({a, b, infeasible()}, style)}) {
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        const bool path = line.find(folder_.string()) != std::string::npos;  // one word cannot be broken
        EXPECT_TRUE(path || display_width(line) <= static_cast<std::size_t>(columns)) << line;
        EXPECT_EQ(line.find('\033'), std::string::npos);
      }
    }
  }
}

TEST_F(Report, ColourOnlyWhereAsked) {
  EXPECT_NE(run_text(quick(), {true, 100}).find("\033["), std::string::npos);
  EXPECT_EQ(quiet_text({easy()}, {false, 100}), "");
  EXPECT_EQ(wrapped("from 5.50 -> 5.00 BW", 18, 2), "  from\n  5.50 -> 5.00 BW\n");
  EXPECT_NE(quiet_text({quick()}, {false, 100}).find("FAILED"), std::string::npos);
}

TEST_F(Report, MarkdownIsATablePerGroup) {
  const std::string text = comparison_markdown({easy(), quick(), {}});
  EXPECT_TRUE(text.starts_with("# Same speed, 10 % more steps: what happens at the kneecap?\n"));
  EXPECT_NE(text.find("## Kneecap"), std::string::npos);
  EXPECT_NE(text.find("| peak kneecap force | BW |"), std::string::npos);
}

TEST_F(Report, FilesAreReplacedWholeOrNotAtAll) {
  const auto path = folder_ / "report.json";
  ASSERT_TRUE(write_file(path, "first"));
  ASSERT_TRUE(write_file(path, "second"));
  std::ifstream file(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "second");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1) << "a temporary was left behind";
  const auto refused = write_file(folder_ / "missing" / "report.json", "x");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().find("missing/report.json"), std::string::npos);
  EXPECT_FALSE(make_folder(path / "below a file"));
}

TEST(Numbers, AreReadable) {
  EXPECT_EQ(fixed(-0.001, 2), "0.00");
  EXPECT_EQ(fixed(-1.25, 1), "-1.2");
  EXPECT_EQ(signed_percent(-13.87), "-14 %");
  EXPECT_EQ(signed_percent(4.21), "+4.2 %");
}

}  // namespace
}  // namespace stridelab
