#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "scenario/scenario.h"
#include "study/run_conditions.h"
#include "study/solved_form.h"

namespace stridelab::test {

inline const LoadModels& shipped_models() {
  static const LoadModels models = read_load_models().value();
  return models;
}

/// What a SolvedForm refers to.
struct SolvedScenario {
  ParameterSet parameters;
  RunInputs inputs;
  std::shared_ptr<const SolvedRun> run;
  std::vector<RegionLoad> regions;
  [[nodiscard]] SolvedForm form() const { return {parameters, inputs, *run, regions}; }
};

/// Solved as the programs do, with the shipped models and regions.
inline SolvedScenario solved(const ParameterSet& parameters, const RunInputs& inputs) {
  static const RegionMap map = read_region_map().value();
  const SolveResult result = SolveCache(shipped_models(), stride_engine()).solve(inputs);
  EXPECT_TRUE(result) << (result ? "" : result.error().text());
  return {parameters, inputs, *result, region_loads(map, (*result)->metrics, run_conditions(inputs, false))};
}

/// scenarios/easy_run.toml with changes as after `--set`.
inline SolvedScenario easy_run_with(const std::vector<std::string>& overrides = {}) {
  const auto scenario = read_scenario(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml", overrides);
  EXPECT_TRUE(scenario) << (scenario ? "" : to_text(scenario.error()));
  return solved(scenario->parameters, scenario->inputs);
}

}  // namespace stridelab::test
