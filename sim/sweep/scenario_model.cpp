#include "sweep/scenario_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/text.h"
#include "scenario/overrides.h"
#include "study/run_cache.h"
#include "sweep/chain_order.h"

namespace stridelab {
namespace {

/// The key or its nearest relatives, with a range each.
std::pair<double, double> key_range(std::string_view key) {
  if (const RelativeInfo* relative = find_relative(key)) return {relative->lo, relative->hi};
  const ParameterInfo* info = find_parameter(key);
  if (info == nullptr) info = find_run_setting(key);
  return info == nullptr ? std::pair{0.0, 0.0} : std::pair{info->lo, info->hi};
}

/// Answers rows with a scenario of its own, as an OpenScenario serves one thread.
class ScenarioRows : public RowEvaluator {
 public:
  ScenarioRows(OpenScenario base, std::vector<Assignment> fixed, const LoadModels& loads, const Engines& engines,
               std::span<const std::string> outputs)
      : base_(std::move(base)), fixed_(std::move(fixed)), loads_(loads), engines_(engines) {
    for (const std::string& output : outputs) outputs_.push_back(metric(output));
  }

  std::vector<RowAnswer> answer(std::span<const Row> chain) override {
    std::vector<RowAnswer> answers(chain.size());
    std::vector<std::optional<Stride>> found(chain.size());
    ChainOrder order(chain);
    while (const auto step = order.next()) {
      answers[step->row] = answer(chain[step->row], step->from ? &*found[*step->from] : nullptr, found[step->row]);
      if (found[step->row]) order.found(step->row);
    }
    return answers;
  }

 private:
  RowAnswer answer(const Row& row, const Stride* neighbour, std::optional<Stride>& found) {
    std::vector<Assignment> edits = fixed_;
    edits.insert(edits.end(), row.inputs.begin(), row.inputs.end());
    const auto scenario = base_.resolve(edits);
    if (!scenario) return {RowStatus::invalid, one_line(scenario.error().front().message), {}};
    return scenario->run.is_forward() ? by_forward(*scenario) : by_stride(scenario->inputs, neighbour, found);
  }

  RowAnswer by_stride(const RunInputs& inputs, const Stride* neighbour, std::optional<Stride>& found) {
    const auto solver = [&](const RunInputs& asked) {
      return neighbour != nullptr ? engines_.preview(*neighbour, asked) : engines_.stride(asked);
    };
    const SolveResult solved = solve_run(inputs, solver, loads_);
    if (!solved) return {RowStatus::refused, one_line(solved.error().text()), {}};
    found = (*solved)->plan.stride;
    return {RowStatus::answered, "", kept((*solved)->metrics)};
  }

  RowAnswer by_forward(const Scenario& scenario) {
    RunCache once(loads_, engines_);
    const ForwardOutcome& outcome = once.run_forward(scenario.inputs, scenario.run);
    if (!outcome) return {RowStatus::refused, one_line(outcome.error().text), {}};
    return {RowStatus::answered, "", kept((*outcome)->mean)};
  }

  [[nodiscard]] std::vector<double> kept(const MetricValues& metrics) const {
    std::vector<double> values;
    for (const MetricName& name : outputs_)
      values.push_back(metrics.of(name).value.value_or(std::numeric_limits<double>::quiet_NaN()) + 0.0);  // no -0
    return values;
  }

  OpenScenario base_;
  std::vector<Assignment> fixed_;
  const LoadModels& loads_;
  const Engines& engines_;
  std::vector<MetricName> outputs_;
};

class ScenarioModel : public RowModel {
 public:
  ScenarioModel(OpenScenario base, std::vector<Assignment> fixed, Scenario resolved, LoadModels loads, Engines engines)
      : base_(std::move(base)),
        fixed_(std::move(fixed)),
        resolved_(std::move(resolved)),
        loads_(std::move(loads)),
        engines_(std::move(engines)) {}

  [[nodiscard]] bool knows_input(std::string_view key) const override { return !table_of(key).empty(); }

  [[nodiscard]] std::optional<Fault> input_fault(std::string_view key, const GivenValue& value) const override {
    Layer scratch;
    return take(scratch, "", key, value, {});
  }

  [[nodiscard]] std::optional<Fault> output_fault(std::string_view key) const override {
    if (key == "solve_time_ms")
      return Fault{"solve_time_ms is a time", "a sweep keeps no times: equal designs give equal tables"};
    if (find_metric(key)) return std::nullopt;
    const std::string near = nearest_metric(key);
    return Fault{fmt::format("unknown metric {}", key),
                 near.empty() ? "stridelab metrics lists all metrics" : fmt::format("did you mean {}?", near)};
  }

  [[nodiscard]] std::pair<double, double> range_of(std::string_view key) const override { return key_range(key); }

  [[nodiscard]] std::vector<std::string> usual_outputs() const override {
    std::vector<std::string> keys;
    for (const MetricRow& row : metric_table())
      if (row.shown == Shown::first && row.key != "solve_time_ms") keys.emplace_back(row.key);
    return keys;
  }

  [[nodiscard]] std::vector<std::string> identity() const override {
    std::vector<std::string> lines{"engine = " + resolved_.run.engine};
    if (resolved_.run.is_forward())
      lines.push_back(fmt::format("forward run = {} s, seed {}, assist {} %, noise {} %",
                                  number_text(resolved_.run.duration_s), resolved_.run.seed,
                                  number_text(resolved_.run.assist_percent),
                                  number_text(resolved_.run.torque_noise_percent)));
    for (const ParameterValue& value : resolved_.parameters.values())
      lines.push_back(fmt::format("base {} = {} ({})", value.info->key,
                                  value.text.empty() ? number_text(value.number) : value.text, to_text(value.origin)));
    return lines;
  }

  [[nodiscard]] std::unique_ptr<RowEvaluator> evaluator(std::span<const std::string> outputs) const override {
    return std::make_unique<ScenarioRows>(base_, fixed_, loads_, engines_, outputs);
  }

 private:
  OpenScenario base_;
  std::vector<Assignment> fixed_;
  Scenario resolved_;
  LoadModels loads_;
  Engines engines_;
};

}  // namespace

tl::expected<std::shared_ptr<const RowModel>, Diagnostics> scenario_model(OpenScenario base,
                                                                          std::span<const std::string> fixed,
                                                                          const Engines& engines) {
  Diagnostics faults;
  std::vector<Assignment> edits = read_overrides(fixed, faults).all();
  auto loads = read_load_models();
  if (!loads) add_new(faults, loads.error());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  auto resolved = base.resolve(edits);
  if (!resolved) return tl::unexpected(std::move(resolved.error()));
  return std::make_shared<ScenarioModel>(std::move(base), std::move(edits), *std::move(resolved), *std::move(loads),
                                         engines);
}

}  // namespace stridelab
