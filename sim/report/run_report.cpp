#include "report/run_report.h"

#include <algorithm>
#include <bit>
#include <cmath>

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

RunReport without_numbers(const Scenario& scenario) {
  RunReport report;
  report.scenario = scenario.path;
  report.question = scenario.question;
  report.base = scenario.base_path;
  report.engine = scenario.run.engine;
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

RunReport& fail_with(RunReport& report, std::string_view why) {
  report.status = RunStatus::error;
  report.error = one_line(why);
  return report;
}

void judge(RunReport& report, const Scenario& scenario) {
  const MetricValues* base = report.base_metrics ? &*report.base_metrics : nullptr;
  for (const Check& check : scenario.checks) report.checks.push_back(evaluate_check(check, *report.metrics, base));
  const bool all = std::all_of(report.checks.begin(), report.checks.end(), [](const auto& c) { return c.passed; });
  report.status = all ? RunStatus::passed : RunStatus::failed;
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

RunReport run_scenario(const Scenario& scenario, SolveCache& cache, ChecksOf checks) {
  RunReport report = without_numbers(scenario);
  const SolveResult& solved = cache.solve(resolve(scenario.parameters));
  if (!solved) return fail_with(report, solved.error().text());
  const SolvedRun& run = **solved;
  const bool base_for_checks = checks == ChecksOf::scenario && needs_base(scenario);
  if (base_for_checks || !scenario.base_path.empty()) {
    const SolveResult& base = cache.solve(resolve(scenario.base_parameters));
    if (base) report.base_metrics = (*base)->metrics;
    if (!base && base_for_checks) return fail_with(report, "the base it is compared with: " + base.error().text());
  }
  report.metrics = run.metrics;
  report.curves = compute_curves(run.source, cache.models(), run.record);
  report.state_hash = hash_of(*report.metrics, report.curves);
  if (checks == ChecksOf::scenario) judge(report, scenario);
  return report;
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
