#include "report/run_report.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "model_files/models_origin.h"
#include "report/forward_words.h"

namespace stridelab {
namespace {

/// FNV-1a, 64 bit: enough to see that two runs gave the same bits.
class Hash {
 public:
  void add(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned shift = 0; shift < 64; shift += 8) {
      state_ ^= (bits >> shift) & 0xffU;
      state_ *= 0x100000001b3ULL;
    }
  }
  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

std::uint64_t hash_of(const MetricValues& metrics, const std::vector<Curve>& curves) {
  Hash hash;
  for (const MetricRow& row : metric_table())
    if (row.key != "solve_time_ms") hash.add(metrics.value(row.key).value_or(std::nan("")));
  for (const Curve& curve : curves)
    for (const double value : curve.values) hash.add(value);
  return hash.value();
}

/// Which runs a scenario needs besides its own.
struct Wanted {
  bool base = false;             ///< the base is run too
  bool base_for_checks = false;  ///< and without it there is no answer
  bool curves = true;            ///< 100 more instants, each with all its muscles
};

RunReport without_numbers(const Scenario& scenario) {
  RunReport report;
  report.scenario = scenario.path;
  report.question = scenario.question;
  report.base = scenario.base_path;
  report.engine = scenario.run.engine;
  report.run = scenario.run;
  report.parameters = scenario.parameters;
  report.base_parameters = scenario.base_parameters;
  return report;
}

/// Reasons come in lines; a report field is one.
std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') {
      out += text[i];
      continue;
    }
    while (i + 1 < text.size() && text[i + 1] == ' ') ++i;
    if (i + 1 < text.size()) out += "; ";
  }
  return out;
}

/// Always false: there is no answer.
bool fail_with(RunReport& report, std::string_view why) {
  report.status = RunStatus::error;
  report.error = one_line(why);
  return false;
}

void judge(RunReport& report, const Scenario& scenario) {
  const MetricValues* base = report.base_metrics ? &*report.base_metrics : nullptr;
  for (const Check& check : scenario.checks) report.checks.push_back(evaluate_check(check, *report.metrics, base));
  const bool all = std::all_of(report.checks.begin(), report.checks.end(), [](const auto& c) { return c.passed; });
  report.status = all ? RunStatus::passed : RunStatus::failed;
}

Wanted wanted_of(const Scenario& scenario, ChecksOf checks, Detail detail) {
  const bool base_for_checks = checks == ChecksOf::scenario && needs_base(scenario);
  return {base_for_checks || !scenario.base_path.empty(), base_for_checks, detail == Detail::curves};
}

constexpr const char* of_the_base = "the base it is compared with: ";

bool answer_with_stride(RunReport& report, const Scenario& scenario, RunCache& cache, Wanted wanted) {
  const SolveResult& solved = cache.solve(scenario.inputs);
  if (!solved) return fail_with(report, solved.error().text());
  const SolvedRun& run = **solved;
  if (wanted.base) {
    const SolveResult& base = cache.solve(scenario.base_inputs);
    if (base) report.base_metrics = (*base)->metrics;
    if (!base && wanted.base_for_checks) return fail_with(report, of_the_base + base.error().text());
  }
  report.metrics = run.metrics;
  report.energy = energy_audit(run.record);
  if (!wanted.curves) return true;
  report.curves = compute_curves(run.plan.source, cache.models(), run.record);
  report.state_hash = hash_of(*report.metrics, report.curves);
  return true;
}

bool fail_with(RunReport& report, const NoRun& why, std::string_view of_what) {
  if (why.quality && why.quality->duration_s > 0.0) report.quality = why.quality;
  report.valid_models = !why.invalid_input;
  return fail_with(report, std::string(of_what) + why.text);
}

bool answer_with_forward(RunReport& report, const Scenario& scenario, RunCache& cache, Wanted wanted,
                         const std::function<void(double)>& progress) {
  const RunInputs &inputs = scenario.inputs, &base_inputs = scenario.base_inputs;
  const bool base_takes_time = wanted.base && inputs != base_inputs && !cache.knows_forward(base_inputs, report.run);
  const double share = base_takes_time ? 0.5 : 1.0;
  const auto part = [&](double from) {
    return [&progress, from, share](double done) {
      if (progress) progress(from + share * done);
    };
  };
  const ForwardOutcome& outcome = cache.run_forward(inputs, report.run, part(0.0));
  if (!outcome) return fail_with(report, outcome.error(), "");
  if (wanted.base) {
    const ForwardOutcome& base = cache.run_forward(base_inputs, report.run, part(0.5));
    if (base) report.base_forward = *base;
    if (!base && wanted.base_for_checks) return fail_with(report, base.error(), of_the_base);
    if (!base) report.notes.push_back(one_line("not compared with its base: " + base.error().text));
  }
  report.forward = *outcome;
  report.quality = report.forward->quality;
  report.metrics = report.forward->mean;
  if (report.base_forward) report.base_metrics = report.base_forward->mean;
  report.curves = report.forward->curves;
  report.state_hash = report.forward->state_hash;
  return true;
}

}  // namespace

std::string_view to_text(RunStatus status) {
  switch (status) {
    case RunStatus::passed:
      return "passed";
    case RunStatus::failed:
      return "failed";
    case RunStatus::error:
      return "error";
  }
  return "";
}

RunReport run_scenario(const Scenario& scenario, RunCache& cache, ChecksOf checks,
                       const std::function<void(double)>& progress, Detail detail) {
  RunReport report = without_numbers(scenario);
  const Wanted wanted = wanted_of(scenario, checks, detail);
  const bool answered = report.is_forward() ? answer_with_forward(report, scenario, cache, wanted, progress)
                                            : answer_with_stride(report, scenario, cache, wanted);
  for (std::string& note : notes_of_run(report)) report.notes.push_back(std::move(note));
  if (answered && checks == ChecksOf::scenario) judge(report, scenario);
  return report;
}

void add_regions(RunReport& report, const RegionMap& map) {
  report.band_basis = map.basis;
  if (report.metrics) report.regions = region_loads(map, *report.metrics);
  if (report.base_metrics) report.base_regions = region_loads(map, *report.base_metrics);
}

std::vector<std::string> all_notes(const RunReport& report) {
  std::vector<std::string> all;
  if (report.readable) all = report.parameters.notes();
  if (report.metrics) all.insert(all.end(), report.metrics->notes.begin(), report.metrics->notes.end());
  all.insert(all.end(), report.notes.begin(), report.notes.end());
  if (const std::string models = models_origin().note(); !models.empty()) all.push_back(models);
  return all;
}

std::vector<double> curve_times_s(const RunReport& report) {
  const double stride_s = 120.0 / report.metrics->value("cadence_spm").value_or(std::nan(""));
  std::vector<double> time_s;
  for (int i = 0; i < curve_samples; ++i) time_s.push_back(stride_s * i / (curve_samples - 1));
  return time_s;
}

RunReport unreadable_scenario(const std::string& path, const Diagnostics& faults) {
  RunReport report;
  report.scenario = path;
  report.readable = false;
  const Diagnostic& first = faults.front();
  std::string why = first.message;
  if (first.line > 0) why = first.file + ":" + std::to_string(first.line) + ": " + why;
  if (faults.size() > 1) why += " (and " + std::to_string(faults.size() - 1) + " more)";
  fail_with(report, why);
  return report;
}

}  // namespace stridelab
