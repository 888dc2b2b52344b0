#include "training/run_loads.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "catalogue/derived_range.h"
#include "scenario/equipment.h"
#include "scenario/resolve.h"

namespace stridelab {
namespace {

TissueLoad load_of(const Tissue& tissue, const MetricValues& metrics) {
  TissueLoad load;
  const auto name = find_metric(tissue.metric);
  if (!name) {
    load.missing = fmt::format("this version does not compute {}", tissue.metric);
    return load;
  }
  const MetricValue& peak = metrics.of(*name);
  if (!peak.value || !std::isfinite(*peak.value))
    load.missing = peak.missing_reason.empty() ? "its load is not a number" : peak.missing_reason;
  else
    load.peak = std::abs(*peak.value);
  if (!tissue.impulse_metric.empty()) load.impulse_per_km = metrics.value(tissue.impulse_metric);
  return load;
}

}  // namespace

tl::expected<OutfittedRun, Diagnostics> outfit_run(const Plan& plan, double gain_percent,
                                                   const std::vector<Assignment>& changes) {
  ParameterBuilder builder = plan.usual_run;
  if (plan.strengthening && gain_percent > 0.0) {
    const std::string& key = plan.strengthening->strength;
    const double before = builder.build().number(key);
    const double after = std::min(before * (1.0 + gain_percent / 100.0), find_parameter(key)->hi);
    builder.apply(std::vector{Assignment{key, std::max(before, after), ""}}, Origin::derived);
  }
  builder.apply(changes, Origin::scenario);
  const auto equipment = EquipmentLibrary{}.of(builder.build());
  if (!equipment) return tl::unexpected(equipment.error());
  OutfittedRun run{builder.build(habit_of(*equipment)), {}};
  if (const auto fault = find_derived_fault(run.parameters, std::array{changes}))
    return tl::unexpected(Diagnostics{Diagnostic{plan.path, 0, 0, fault->message, "", 1, fault->help}});
  run.inputs = resolve(run.parameters, *equipment);
  if (auto refused = sides_refused(run.inputs, "a plan knows"))
    return tl::unexpected(Diagnostics{Diagnostic{plan.path, 0, 0, *std::move(refused), "", 1, {}}});
  return run;
}

tl::expected<RunLoads, Infeasible> loads_of_run(const OutfittedRun& run, const TrainingModels& models,
                                                SolveCache& cache) {
  const SolveResult& solved = cache.solve(run.inputs);
  if (!solved) return tl::unexpected(solved.error());
  const MetricValues& metrics = (*solved)->metrics;
  RunLoads loads;
  loads.steps_per_km = 1000.0 / run.parameters.number("stride_length_m");
  for (const Tissue& tissue : models.tissues) loads.tissues.push_back(load_of(tissue, metrics));
  loads.notes = run.parameters.notes();
  loads.notes.insert(loads.notes.end(), metrics.notes.begin(), metrics.notes.end());
  return loads;
}

}  // namespace stridelab
