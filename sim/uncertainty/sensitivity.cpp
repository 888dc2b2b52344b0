#include "uncertainty/sensitivity.h"

#include <optional>

#include "catalogue/metric_table.h"
#include "study/change.h"
#include "sweep/pool.h"
#include "uncertainty/draws.h"

namespace stridelab {
namespace {

constexpr std::uint64_t seed = 22;

/// Of one run of the design the results that are asked for.
struct Answer {
  bool has_stride = false;
  std::vector<std::optional<double>> results;
};

std::optional<double> result_of(const std::string& key, const Drawn& drawn, bool is_change) {
  if (!is_change) return drawn.a->value(key);
  const MetricRow& row = *metric(key).row;
  const Change change = change_between(row, drawn.a->value(key), drawn.b->value(key));
  return row.zero == Zero::convention ? change.change : change.change_percent;
}

Answer answer_of(const Drawn& drawn, const std::vector<std::string>& metrics, bool is_change) {
  Answer answer;
  answer.has_stride = drawn.a.has_value();
  for (const std::string& key : metrics)
    answer.results.push_back(drawn.a ? result_of(key, drawn, is_change) : std::nullopt);
  return answer;
}

}  // namespace

Sensitivity sensitivity(const EngineRun& a, const EngineRun* b, const LoadModels& models,
                        std::vector<UncertainInput> inputs, const std::vector<std::string>& metrics,
                        const SensitivitySettings& settings) {
  const SaltelliDesign design(inputs.size(), settings.samples, seed);
  Sensitivity found{std::move(inputs), {}, settings.samples, 0};
  std::vector<std::vector<std::optional<double>>> results(metrics.size());
  std::uint64_t next = 0;
  work_in_order(
      settings.jobs,
      [&]() -> std::optional<std::uint64_t> { return next < design.runs() ? std::optional(next++) : std::nullopt; },
      [&](std::uint64_t run) {
        std::vector<double> values = design.shares(run);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = found.inputs[i].at(values[i]);
        return answer_of(draw_metrics(found.inputs, values, a, b, models), metrics, b != nullptr);
      },
      [&](const Answer& answer) {
        found.without_stride += answer.has_stride ? 0 : 1;
        for (std::size_t m = 0; m < metrics.size(); ++m) results[m].push_back(answer.results[m]);
        if (settings.progress)
          settings.progress(static_cast<double>(results.front().size()) / static_cast<double>(design.runs()));
      });
  for (std::size_t m = 0; m < metrics.size(); ++m) {
    const MetricRow& row = *metric(metrics[m]).row;
    const bool percent = b != nullptr && row.zero != Zero::convention;
    found.metrics.push_back({metrics[m], percent ? "%" : std::string(row.unit), design.indices(results[m])});
  }
  return found;
}

}  // namespace stridelab
