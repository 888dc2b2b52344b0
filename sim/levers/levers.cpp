#include "levers/levers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "catalogue/people_units.h"
#include "core/text.h"
#include "report/console_style.h"
#include "report/plain_words.h"
#include "scenario/profile.h"
#include "study/run_cache.h"

namespace stridelab {
namespace {

/// A load in units that count the runner's weight: what is given per body weight or mass times the mass.
double whole(const MetricRow& row, double value, const ParameterSet& parameters) {
  return row.as.per == Normalisation::none ? value : value * parameters.number("mass_kg");
}

std::optional<double> change_percent(std::string_view key, const MetricValues& a, const ParameterSet& of_a,
                                     const MetricValues& b, const ParameterSet& of_b) {
  const MetricRow& row = *metric(key).row;
  const auto before = a.value(key), after = b.value(key);
  if (!before || !after || std::abs(*before) < 1e-9) return std::nullopt;
  return 100.0 * (std::abs(whole(row, *after, of_b)) / std::abs(whole(row, *before, of_a)) - 1.0);
}

/// The step as an override of the form, or empty where it leads nowhere.
std::string override_of(const Lever& lever, const ParameterSet& parameters) {
  const ParameterValue& value = parameters.value(lever.parameter);
  if (value.info->kind == ParameterKind::text)
    return lever.to_text == value.text ? "" : lever.parameter + "=" + lever.to_text;
  if (lever.percent && lever.parameter == "speed_m_s") return fmt::format("speed_percent={}", *lever.percent);
  if (lever.percent && lever.parameter == "cadence_spm") return fmt::format("cadence_percent={}", *lever.percent);
  const double to = lever.to    ? *lever.to
                    : lever.add ? value.number + *lever.add
                                : value.number * (1.0 + *lever.percent / 100.0);
  if (to < value.info->lo || to > value.info->hi || std::abs(to - value.number) < 1e-9) return {};
  return lever.parameter + "=" + number_text(to);
}

/// Whether an override of the form already says what a lever moves: its own would be a second word for one thing.
bool sets(const std::string& given, const std::string& parameter) {
  const std::string key = given.substr(0, given.find('='));
  const SpokenInfo* spoken = find_spoken(key);
  const bool speed = parameter == "speed_m_s", step = parameter == "cadence_spm";
  return key == parameter || (spoken != nullptr && spoken->target == parameter) || (speed && key == "speed_percent") ||
         (step && (key == "cadence_percent" || key == "stride_length_percent" || key == "stride_length_m"));
}

/// The form with one step. Relative steps stand on the form's resolved value, so that value is written out.
std::vector<std::string> overrides_with(const LeverForm& form, const Lever& lever, const ParameterSet& parameters,
                                        const std::string& step) {
  std::vector<std::string> all;
  for (const std::string& given : form.overrides)
    if (!sets(given, lever.parameter)) all.push_back(given);
  const double number = parameters.value(lever.parameter).number;
  const bool relative = step.starts_with("speed_percent") || step.starts_with("cadence_percent");
  all.push_back(relative ? lever.parameter + "=" + number_text(number * (1.0 + *lever.percent / 100.0)) : step);
  return all;
}

/// The load elsewhere that rises most: the main load of another place, or what is told beside the places.
std::string who_pays(const Region& place, const RegionMap& map, const auto& percent_of) {
  constexpr double worth_saying_percent = 1.0;
  std::vector<std::string_view> keys{"hamstrings_force_swing_peak_bw", "hip_extension_moment_peak_nm_kg",
                                     "loading_rate_bw_s", "braking_peak_bw"};
  // A brace spreads the kneecap's load over more of it and presses harder all the same.
  constexpr std::string_view kneecap = "pfj_force_peak_bw";
  if (place.metrics.front().key != kneecap) keys.push_back(kneecap);
  for (const Region& region : map.regions)
    if (region.key != place.key) keys.push_back(region.metrics.front().key);
  std::string pays;
  double most = worth_saying_percent;
  for (const std::string_view key : keys) {
    const auto percent = percent_of(key);
    if (!percent || *percent < most) continue;
    most = *percent;
    pays = plain_label(key) + " " + signed_percent(*percent);
  }
  return pays;
}

class Study {
 public:
  Study(const LeverForm& form, const Region& place, const Guidance& guidance, RunCache& cache)
      : form_(form), place_(place), guidance_(guidance), cache_(cache) {}

  tl::expected<LeverStudy, Diagnostics> run(const LeverWatch& watch) {
    const auto base = read_scenario_for(form_.profile, form_.path, form_.overrides);
    if (!base) return tl::unexpected(base.error());
    const SolveResult& solved = cache_.solve(base->inputs);
    if (!solved) {
      Diagnostic none;
      none.file = base->path;
      none.message = one_line(solved.error().text());
      return tl::unexpected(Diagnostics{none});
    }
    LeverStudy study;
    study.parameters = base->parameters;
    study.load = (*solved)->metrics.value(place_.metrics.front().key).value_or(0.0);
    const MetricValues before = (*solved)->metrics;
    for (std::size_t i = 0; i < guidance_.levers.size(); ++i) {
      try_one(guidance_.levers[i], before, study);
      study.part = static_cast<double>(i + 1) / static_cast<double>(guidance_.levers.size());
      if (watch && !watch(study)) break;
    }
    return study;
  }

 private:
  void try_one(const Lever& lever, const MetricValues& before, LeverStudy& study) {
    const std::string step = override_of(lever, study.parameters);
    if (step.empty()) return;
    const auto overrides = overrides_with(form_, lever, study.parameters, step);
    const auto scenario = read_scenario_for(form_.profile, form_.path, overrides);
    if (!scenario) return;  // outside the range of the input
    const SolveResult& solved = cache_.solve(scenario->inputs);
    if (!solved) {
      study.without_stride.push_back(&lever);
      return;
    }
    const auto percent_of = [&](std::string_view key) {
      return change_percent(key, before, study.parameters, (*solved)->metrics, scenario->parameters);
    };
    const auto percent = percent_of(place_.metrics.front().key);
    if (!percent) return;
    LeverResult result{&lever, *percent, who_pays(place_, guidance_.map, percent_of), {}, {}, overrides};
    if (place_.key == "front")
      for (const char* way : {"pfj_force_net_peak_bw", "pfj_force_willson_peak_bw", "pfj_force_static_opt_peak_bw"})
        result.method_percent.push_back(percent_of(way).value_or(0.0));
    result.doubt = lever.sure;
    const ParameterNotes* notes = guidance_.parameter(lever.parameter);
    if (result.doubt.empty() && notes != nullptr) result.doubt = notes->doubt();
    const auto place = std::upper_bound(study.results.begin(), study.results.end(), result,
                                        [](const auto& x, const auto& y) { return x.percent < y.percent; });
    study.results.insert(place, std::move(result));
  }

  const LeverForm& form_;
  const Region& place_;
  const Guidance& guidance_;
  RunCache& cache_;
};

}  // namespace

tl::expected<LeverStudy, Diagnostics> study_levers(const LeverForm& form, const Region& place, const Guidance& guidance,
                                                   RunCache& cache, const LeverWatch& watch) {
  return Study(form, place, guidance, cache).run(watch);
}

}  // namespace stridelab
