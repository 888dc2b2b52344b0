#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "study/run_scenario.h"

/// The questions that are shipped in scenarios/, answered as `stridelab run scenarios` answers them.
namespace stridelab {
namespace {

const std::string folder = STRIDELAB_SOURCE_DIR "/scenarios";

std::vector<Scenario> shipped_scenarios() {
  std::vector<Scenario> out;
  const auto paths = find_scenarios(std::vector<std::string>{folder}).value();
  for (const auto& path : paths) {
    const auto scenario = read_scenario(path);
    EXPECT_TRUE(scenario.has_value()) << (scenario ? "" : to_text(scenario.error()));
    if (scenario) out.push_back(*scenario);
  }
  return out;
}

std::string failures(const RunReport& report) {
  std::ostringstream text;
  text << report.error;
  for (const CheckResult& check : report.checks)
    if (!check.passed())
      text << check.check.metric << " = " << check.value.value_or(0.0) << check.missing_reason << '\n';
  return text.str();
}

TEST(ShippedScenarios, PassTheirChecks) {
  RunCache cache(read_load_models().value(), Engines{});
  const auto scenarios = shipped_scenarios();
  EXPECT_GE(scenarios.size(), 30U);
  for (const Scenario& scenario : scenarios) {
    const RunReport report = run_scenario(scenario, cache, ChecksOf::scenario, {}, Detail::tables);
    EXPECT_EQ(to_text(report.outcome), "passed") << scenario.path << ": " << failures(report);
    EXPECT_FALSE(report.checks.empty()) << scenario.path;
  }
}

// A question whose file changes nothing, or that never looks at the change, would pass whatever the model does.
TEST(ShippedScenarios, ChangeSomethingAndLookAtTheChange) {
  for (const Scenario& scenario : shipped_scenarios()) {
    if (scenario.base_path.empty() || scenario.run.is_forward()) continue;
    EXPECT_NE(scenario.inputs, scenario.base_inputs) << scenario.path;
    const bool itself_a_base = scenario.path.ends_with("level_3.toml");  // of the hills: its check is its level
    EXPECT_TRUE(needs_base(scenario) || itself_a_base) << scenario.path;
  }
}

/// File name to the row of the table in scenarios/README.md.
std::map<std::string, std::string> readme_rows() {
  std::map<std::string, std::string> rows;
  std::ifstream file(folder + "/README.md");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("| [")) rows[line.substr(3, line.find(']') - 3)] = line;
  return rows;
}

TEST(ShippedScenarios, AreListedWithTheirQuestions) {
  auto rows = readme_rows();
  for (const Scenario& scenario : shipped_scenarios()) {
    const std::string name = std::filesystem::path(scenario.path).stem().string();
    ASSERT_TRUE(rows.contains(name)) << name << " is not in scenarios/README.md";
    EXPECT_NE(rows[name].find("| " + scenario.question + " |"), std::string::npos) << name;
    const std::string base = std::filesystem::path(scenario.base_path).stem().string();
    EXPECT_NE(rows[name].find("| " + base + (base.empty() ? "|" : " |")), std::string::npos) << name;
    rows.erase(name);
  }
  EXPECT_TRUE(rows.empty()) << rows.begin()->first << " is listed and not there";
}

}  // namespace
}  // namespace stridelab
