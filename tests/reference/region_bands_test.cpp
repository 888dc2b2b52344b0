#include <fmt/format.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "core/model_path.h"
#include "regions/region_map.h"
#include "scenario/scenario.h"
#include "study/solve_cache.h"
#include "support/ordinary_runs.h"
#include "support/scenario_folder.h"

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

class RegionBands : public testing::ScenarioFolder {
 protected:
  toml::table file = toml::parse_file(model_path("regions/leg.toml")->string());
  RegionMap map = read_region_map().value();

  /// Values of every metric of the map over the runs that [reference] names.
  std::map<std::string, std::vector<double>> values() {
    const test::OrdinaryRuns runs(*file["reference"].as_table());
    const auto path = write("ordinary.toml", "question = \"Ordinary?\"\n");
    std::map<std::string, std::vector<double>> out;
    for (int run = 0; run < runs.count(); ++run) {
      SolveCache cache(read_load_models().value(), stride_engine());
      const auto inputs = resolve(read_scenario(path, runs.overrides(run)).value().parameters);
      const SolveResult& solved = cache.solve(inputs.value());
      EXPECT_TRUE(solved.has_value()) << run << (solved ? "" : ": " + solved.error().text());
      if (!solved) continue;
      for (const Region& region : map.regions)
        for (const RegionMetric& metric : region.metrics)
          if (const auto value = (*solved)->metrics.value(metric.key)) out[metric.key].push_back(*value);
    }
    return out;
  }
};

// The file says what it was computed from; this computes it again. STRIDELAB_PRINT_BANDS=1 prints what it should hold.
TEST_F(RegionBands, AreWhatOrdinaryRunsGive) {
  const auto all = values();
  const double low_percent = file["reference"]["low_percentile"].value<double>().value();
  const double high_percent = file["reference"]["high_percentile"].value<double>().value();
  for (const Region& region : map.regions) {
    for (const RegionMetric& metric : region.metrics) {
      const double low = percentile(all.at(metric.key), low_percent);
      const double high = percentile(all.at(metric.key), high_percent);
      if (std::getenv("STRIDELAB_PRINT_BANDS") != nullptr)
        fmt::print("{} band = [{:.3g}, {:.3g}]\n", metric.key, low, high);
      // The file rounds to three digits; a band that moved by a tenth of its width would call runs by another name.
      const double tolerance = 0.1 * (high - low) + 0.005 * high;
      EXPECT_NEAR(metric.low, low, tolerance) << metric.key;
      EXPECT_NEAR(metric.high, high, tolerance) << metric.key;
    }
  }
}

}  // namespace
}  // namespace stridelab
