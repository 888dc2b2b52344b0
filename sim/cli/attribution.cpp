#include "cli/attribution.h"

#include <fmt/format.h>

#include <cmath>

#include "core/text.h"
#include "report/console_style.h"
#include "report/plain_words.h"
#include "report/words.h"
#include "scenario/profile.h"
#include "study/run_cache.h"

namespace stridelab {
namespace {

constexpr std::size_t most_inputs = 6;

double kneecap_force_n(const MetricValues& metrics, const ParameterSet& parameters) {
  return metrics.value("pfj_force_peak_bw").value_or(std::nan("")) * parameters.number("mass_kg");
}

std::string assignment(const ParameterValue& value) {
  return std::string(value.info->key) + "=" +
         (value.info->kind == ParameterKind::text ? value.text : number_text(value.number));
}

/// Speed, cadence and stride length close: speed and cadence of B together are one input.
std::vector<std::string> overrides_for(const ParameterValue& input, const ParameterSet& b) {
  const std::string_view key = input.info->key;
  if (key != "speed_m_s" && key != "cadence_spm" && key != "stride_length_m") return {assignment(input)};
  return {assignment(b.value("speed_m_s")), assignment(b.value("cadence_spm"))};
}

/// Without the quantity as people write it ("pace=..."): its number is given now.
std::vector<std::string> without_spoken(std::vector<std::string> overrides, const ParameterValue& input) {
  std::erase_if(overrides, [&](const std::string& given) {
    const SpokenInfo* spoken = find_spoken(given.substr(0, given.find('=')));
    const bool is_step = input.info->key == "cadence_spm" || input.info->key == "stride_length_m";
    return spoken != nullptr && (spoken->target == input.info->key || (is_step && spoken->target == "speed_m_s"));
  });
  return overrides;
}

}  // namespace

std::string Attribution::text() const {
  if (alone.empty()) return {};
  std::string said;
  double sum = 0.0;
  for (const Part& part : alone) {
    said += (said.empty() ? "Each alone: " : ", ") + without_arrows(part.input) + " " + signed_percent(part.percent);
    sum += part.percent;
  }
  return fmt::format("{}; together {:.1f} %, added up they would be {:.1f} % (force on the kneecap).", said,
                     together_percent, sum);
}

Attribution attribute(const RunReport& a, const RunReport& b, const FormSource& source_of_a, RunCache& cache) {
  if (!a.stride || !b.stride) return {};
  const auto inputs = changed_inputs(a.parameters, b.parameters);
  if (inputs.size() < 2 || inputs.size() > most_inputs) return {};
  const double from_n = kneecap_force_n(*a.metrics, a.parameters);
  Attribution found;
  found.together_percent = 100.0 * (kneecap_force_n(*b.metrics, b.parameters) / from_n - 1.0);
  for (const ParameterValue* input : inputs) {
    std::vector<std::string> overrides = without_spoken(source_of_a.overrides, *input);
    for (std::string& one : overrides_for(*input, b.parameters)) overrides.push_back(std::move(one));
    const auto scenario = read_scenario_for(source_of_a.profile, source_of_a.path, overrides);
    if (!scenario) return {};
    const SolveResult& solved = cache.solve(scenario->inputs);
    if (!solved) return {};
    const double force_n = kneecap_force_n((*solved)->metrics, scenario->parameters);
    found.alone.push_back({what_changed(a.parameters, scenario->parameters), 100.0 * (force_n / from_n - 1.0)});
  }
  return found;
}

}  // namespace stridelab
