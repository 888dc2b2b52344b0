#include <fmt/format.h>
#include <fmt/ostream.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "core/model_path.h"
#include "regions/region_map.h"
#include "scenario/scenario.h"
#include "study/run_cache.h"
#include "support/ordinary_runs.h"
#include "support/scenario_folder.h"
#include "support/solved_scenario.h"

/// What ordinary runs give, computed again. STRIDELAB_WRITE_USUAL_RANGES=FILE writes the whole table; it takes some minutes.
namespace stridelab {
namespace {

/// Linear between the order statistics.
double percentile(std::vector<double> values, double percent) {
  std::sort(values.begin(), values.end());
  const double place = percent / 100.0 * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

using Values = std::map<std::string, std::vector<double>>;

class UsualRangesOfRuns : public testing::ScenarioFolder {
 protected:
  toml::table file = toml::parse_file(model_path("regions/leg.toml")->string());
  const toml::table& reference = *file["reference"].as_table();
  test::OrdinaryRuns runs{reference};
  RunSettings settings;

  /// The metrics of a run; none where the forward runner falls: what nobody runs is not usual.
  std::optional<MetricValues> run(const Scenario& scenario, const RunConditions& conditions) {
    RunCache cache(test::shipped_models(), {});
    if (!conditions.is_forward) {
      const SolveResult& solved = cache.solve(scenario.inputs);
      return solved ? std::optional((*solved)->metrics) : std::nullopt;
    }
    settings.duration_s = 8.0;
    const ForwardOutcome& outcome = cache.run_forward(scenario.inputs, settings);
    return outcome ? std::optional((*outcome)->mean) : std::nullopt;
  }

  Values values(const RegionMap& map, const RunConditions& conditions) {
    const auto path = write("ordinary.toml", "question = \"Ordinary?\"\n");
    Values out;
    for (int i = 0; i < runs.count(conditions.is_forward); ++i) {
      const auto scenario = read_scenario(path, runs.overrides(i, conditions));
      EXPECT_TRUE(scenario) << (scenario ? "" : to_text(scenario.error()));
      const auto metrics = scenario ? run(*scenario, conditions) : std::nullopt;
      if (!metrics) continue;
      for (const Region& region : map.regions)
        for (const RegionMetric& metric : region.metrics)
          if (const auto value = metrics->value(metric.key)) out[metric.key].push_back(*value);
    }
    return out;
  }

  UsualRange range(const std::vector<double>& all) const {
    return {percentile(all, reference["low_percentile"].value<double>().value()),
            percentile(all, reference["high_percentile"].value<double>().value())};
  }
};

// Two cells of the table, one of each sex: the others come from the same runs at other speeds and slopes.
TEST_F(UsualRangesOfRuns, AreWhatOrdinaryRunsGive) {
  const RegionMap map = read_region_map().value();
  for (const RunConditions& conditions :
       {RunConditions{false, Sex::male, 3.3, 0.0}, RunConditions{false, Sex::female, 2.5, 8.0}})
    for (const auto& [metric, all] : values(map, conditions)) {
      EXPECT_EQ(all.size(), static_cast<std::size_t>(runs.count(false))) << metric << ": a run has no answer";
      const UsualRange now = range(all), stored = map.usual.of(metric, conditions);
      // The file rounds to three digits; a range that moved by a tenth of its width would call runs by another name.
      const double tolerance = 0.1 * (now.high - now.low) + 0.005 * now.high;
      EXPECT_NEAR(stored.low, now.low, tolerance) << metric << ", " << conditions.text();
      EXPECT_NEAR(stored.high, now.high, tolerance) << metric << ", " << conditions.text();
    }
}

// Nine of ten are usual by definition at the knots; between them, at runs that the table does not hold, nearly as many.
TEST_F(UsualRangesOfRuns, HoldBetweenTheirKnotsToo) {
  const RegionMap map = read_region_map().value();
  int usual = 0, all = 0;
  for (const RunConditions& conditions :
       {RunConditions{false, Sex::male, 2.9, 4.0}, RunConditions{false, Sex::female, 3.9, -12.0}})
    for (const auto& [metric, found] : values(map, conditions))
      for (const double value : found) {
        ++all;
        if (level_of(map.usual.of(metric, conditions), value) == LoadLevel::usual) ++usual;
      }
  std::cout << fmt::format("usual between the knots: {} of {}\n", usual, all);
  // 90 % less what a straight line between the knots misses of a curved dependence.
  EXPECT_GT(usual, 0.8 * all);
}

TEST_F(UsualRangesOfRuns, AreWrittenOnRequest) {
  const char* to = std::getenv("STRIDELAB_WRITE_USUAL_RANGES");
  if (to == nullptr) GTEST_SKIP() << "set STRIDELAB_WRITE_USUAL_RANGES=FILE to write the table";
  const RegionMap map = read_region_map().value();
  std::ofstream out(to);
  out << "# What nine of ten ordinary runs of this model give: leg.toml says which runs. In the units of the metrics.\n"
         "# Written by the test UsualRangesOfRuns.AreWrittenOnRequest, never by hand.\n"
         "of,speed_m_s,slope_percent,low,high\n";
  for (const bool is_forward : {false, true})
    for (const Sex sex : {Sex::male, Sex::female})
      for (const double speed : runs.knots("speed_m_s", is_forward))
        for (const double slope : runs.knots("slope_percent", is_forward)) {
          const RunConditions conditions{is_forward, sex, speed, slope};
          const Values found = values(map, conditions);
          std::cout << conditions.text() << ": " << (found.empty() ? 0 : found.begin()->second.size()) << " runs\n";
          for (const auto& [metric, all] : found) {
            const UsualRange r = range(all);
            fmt::print(out, "{} {} {},{},{},{:.3g},{:.3g}\n", is_forward ? "forward" : "stride",
                       sex == Sex::male ? "male" : "female", metric, speed, slope, r.low, r.high);
          }
        }
}

}  // namespace
}  // namespace stridelab
