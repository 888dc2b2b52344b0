#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metrics/curves.h"
#include "metrics/energy.h"
#include "scenario/scenario.h"
#include "study/checks.h"
#include "study/how_sure.h"
#include "study/run_cache.h"
#include "study/solved_form.h"

namespace stridelab {

/// How a question ended.
enum class RunOutcome {
  passed,
  failed,     ///< a check failed
  no_answer,  ///< no feasible gait, or a run that went badly
  unreadable  ///< the scenario itself has faults: there are no parameters either
};

/// "passed", "failed" or "error", as in JSON.
std::string_view to_text(RunOutcome outcome);

/// A run of an engine: what it was made of, and what it gave. Without an answer only the former.
struct EngineRun {
  ParameterSet parameters;
  RunInputs inputs;
  std::optional<MetricValues> metrics;           ///< of either engine
  std::vector<RegionLoad> regions;               ///< of metrics; empty without a map
  std::shared_ptr<const SolvedRun> stride;       ///< of the stride engine, else null
  std::shared_ptr<const ForwardResult> forward;  ///< of the forward engine, else null
};

/// One answered (or unanswerable) question with the base it is compared with: the value every exporter reads.
struct RunReport : EngineRun {
  std::string scenario;  ///< path as the user wrote it
  std::string question;
  std::string base_path;  ///< empty without one
  EngineRun base;         ///< the defaults without one; with an answer where it was run
  RunSettings run;
  RunOutcome outcome = RunOutcome::passed;
  std::string error;  ///< why there is no answer; then there are no metrics, checks or curves
  std::vector<CheckResult> checks;
  std::optional<EnergyAudit> energy;      ///< of the stride engine's stride
  std::vector<Curve> curves;              ///< empty where nobody asked for them
  std::string band_basis;                 ///< what the bands of the regions are, a phrase
  std::vector<std::string> notes;         ///< how the run was made, where a person should know it
  std::optional<RunningQuality> quality;  ///< of a forward run, also of one that went badly
  std::optional<HowSure> sure;            ///< of the run, against its base where it differs; nothing where nobody drew
  /// Of every bit of metrics and curves except the solve time, or of the forward engine's last state; 0 without curves.
  std::uint64_t state_hash = 0;

  [[nodiscard]] bool is_forward() const { return run.is_forward(); }
  [[nodiscard]] bool is_answered() const { return outcome <= RunOutcome::failed; }
  /// Whether there is a base with an answer that it differs from.
  [[nodiscard]] bool has_change() const { return metrics && base.metrics && !(parameters == base.parameters); }
  [[nodiscard]] bool is_readable() const { return outcome != RunOutcome::unreadable; }
};

/// What a person should know beside the numbers: of the inputs, of the results, of how the run was made. Every output
/// has it.
std::vector<std::string> all_notes(const RunReport& report);

/// What held or shook the runner, in words: "a fore-aft force of at most 1.3 % BW held the runner (assist_percent =
/// 5)", "random joint torques of 2 % of strength (seed 1)". Empty for a stride, and for a forward run without either.
std::string interference(const RunReport& report);

/// Time of each sample of the curves since right foot contact, of the mean stride of the report. s
std::vector<double> curve_times_s(const RunReport& report);

/// Fills in the regions of a report that has metrics.
void add_regions(RunReport& report, const RegionMap& map);

/// The report of a scenario that could not be read, so that exporters show it instead of losing it.
RunReport unreadable_scenario(const std::string& path, const Diagnostics& faults);

}  // namespace stridelab
