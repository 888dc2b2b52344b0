#include "study/run_scenario.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/text.h"
#include "study/engine_agreement.h"

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
  report.base_path = scenario.base_path;
  report.run = scenario.run;
  report.parameters = scenario.parameters;
  report.inputs = scenario.inputs;
  report.base.parameters = scenario.base_parameters;
  report.base.inputs = scenario.base_inputs;
  return report;
}

/// Always false: there is no answer. Reasons come in lines; a report field is one.
bool fail_with(RunReport& report, std::string_view why) {
  report.outcome = RunOutcome::no_answer;
  report.error = one_line(why);
  return false;
}

void judge(RunReport& report, const Scenario& scenario) {
  const MetricValues* base = report.base.metrics ? &*report.base.metrics : nullptr;
  for (const Check& check : scenario.checks)
    report.checks.push_back(
        scenario.changed_by.empty()
            ? evaluate_check(check, *report.metrics, base)
            : not_checked(check, "the form is not the one it was written for: " + scenario.changed_by));
  const bool any = std::any_of(report.checks.begin(), report.checks.end(),
                               [](const auto& c) { return c.verdict == CheckVerdict::failed; });
  report.outcome = any ? RunOutcome::failed : RunOutcome::passed;
}

Wanted wanted_of(const Scenario& scenario, ChecksOf checks, Detail detail) {
  const bool base_for_checks = checks == ChecksOf::scenario && scenario.changed_by.empty() && needs_base(scenario);
  return {base_for_checks || !scenario.base_path.empty(), base_for_checks, detail == Detail::curves};
}

constexpr const char* of_the_base = "the base it is compared with: ";

void give(EngineRun& side, const std::shared_ptr<const SolvedRun>& run) {
  side.stride = run;
  side.metrics = run->metrics;
}

void give(EngineRun& side, const std::shared_ptr<const ForwardResult>& run) {
  side.forward = run;
  side.metrics = run->mean;
}

bool answer_with_stride(RunReport& report, RunCache& cache, Wanted wanted) {
  const SolveResult& solved = cache.solve(report.inputs);
  if (!solved) return fail_with(report, solved.error().text());
  if (wanted.base) {
    const SolveResult& base = cache.solve(report.base.inputs);
    if (base) give(report.base, *base);
    if (!base && wanted.base_for_checks) return fail_with(report, of_the_base + base.error().text());
  }
  give(report, *solved);
  const SolvedRun& run = **solved;
  report.energy = energy_audit(run.record);
  if (!wanted.curves) return true;
  report.curves = compute_curves(run.plan.source, cache.models(), run.record);
  report.state_hash = hash_of(*report.metrics, report.curves);
  return true;
}

bool fail_with(RunReport& report, const NoRun& why, std::string_view of_what) {
  if (why.quality && why.quality->duration_s > 0.0) report.quality = why.quality;
  fail_with(report, std::string(of_what) + why.text);
  return false;
}

bool answer_with_forward(RunReport& report, RunCache& cache, Wanted wanted, const std::function<void(double)>& progress,
                         const FrameSink& frames) {
  const RunInputs &inputs = report.inputs, &base_inputs = report.base.inputs;
  const bool base_takes_time = wanted.base && inputs != base_inputs && !cache.knows_forward(base_inputs, report.run);
  const double share = base_takes_time ? 0.5 : 1.0;
  const auto part = [&](double from) {
    return [&progress, from, share](double done) {
      if (progress) progress(from + share * done);
    };
  };
  const ForwardOutcome& outcome = cache.run_forward(inputs, report.run, part(0.0), frames);
  if (!outcome) return fail_with(report, outcome.error(), "");
  if (wanted.base) {
    const ForwardOutcome& base = cache.run_forward(base_inputs, report.run, part(0.5));
    if (base) give(report.base, *base);
    if (!base && wanted.base_for_checks) return fail_with(report, base.error(), of_the_base);
    if (!base) report.notes.push_back(one_line("not compared with its base: " + base.error().text));
  }
  give(report, *outcome);
  if (const SolveResult& plan = cache.solve(inputs))
    for (std::string& note : engine_differences((*plan)->metrics, *report.metrics))
      report.notes.push_back(std::move(note));
  report.quality = report.forward->quality;
  report.curves = report.forward->curves;
  report.state_hash = report.forward->state_hash;
  return true;
}

}  // namespace

RunReport run_scenario(const Scenario& scenario, RunCache& cache, ChecksOf checks,
                       const std::function<void(double)>& progress, Detail detail, const FrameSink& frames) {
  RunReport report = without_numbers(scenario);
  const Wanted wanted = wanted_of(scenario, checks, detail);
  const bool answered = report.is_forward() ? answer_with_forward(report, cache, wanted, progress, frames)
                                            : answer_with_stride(report, cache, wanted);
  for (const std::string& note : {settings_without_effect(report.run), interference(report)})
    if (!note.empty()) report.notes.push_back(note);
  if (answered && checks == ChecksOf::scenario) judge(report, scenario);
  return report;
}

}  // namespace stridelab
