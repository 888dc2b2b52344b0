#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metrics/curves.h"
#include "metrics/energy.h"
#include "metrics/metrics.h"
#include "regions/region_load.h"
#include "scenario/scenario.h"
#include "whatif/checks.h"
#include "whatif/run_cache.h"

namespace stridelab {

enum class RunStatus { passed, failed, error };

/// "passed", "failed" or "error", as in JSON.
std::string_view to_text(RunStatus status);

/// One answered (or unanswerable) question: the value every exporter reads.
struct RunReport {
  std::string scenario;  ///< path as the user wrote it
  std::string question;
  std::string base;  ///< path of the base, empty without one
  std::string engine = "stride";
  RunSettings run;
  RunStatus status = RunStatus::passed;
  std::string error;         ///< why there is no answer; then there are no metrics, checks or curves
  bool readable = true;      ///< false when the scenario itself has faults; then there are no parameters either
  bool valid_models = true;  ///< false when a file of models/ has faults; then status is error
  ParameterSet parameters;
  ParameterSet base_parameters;
  std::optional<MetricValues> metrics;
  std::optional<MetricValues> base_metrics;  ///< of the base, where it was solved
  std::vector<CheckResult> checks;
  std::optional<EnergyAudit> energy;              ///< of the stride engine's stride
  std::vector<Curve> curves;                      ///< empty where nobody asked for them
  std::vector<RegionLoad> regions, base_regions;  ///< of metrics and base_metrics; empty without a map
  std::string band_basis;                         ///< what the bands of the regions are, a phrase
  std::vector<std::string> notes;                 ///< how the run was made, where a person should know it
  /// Of every bit of metrics and curves except the solve time, or of the forward engine's last state; 0 without curves.
  std::uint64_t state_hash = 0;

  /// What only the forward engine gives; null with the stride engine and without an answer.
  std::shared_ptr<const ForwardResult> forward, base_forward;
  std::optional<RunningQuality> quality;  ///< of a forward run, also of one that went badly

  [[nodiscard]] bool is_forward() const { return run.is_forward(); }
};

/// What a person should know beside the numbers: of the inputs, of the results, of how the run was made. Every output has it.
std::vector<std::string> all_notes(const RunReport& report);

/// Time of each sample of the curves since right foot contact, of the mean stride of the report. s
std::vector<double> curve_times_s(const RunReport& report);

/// Whether the checks of a scenario are looked at: a comparison that overrides values leaves them out, because they
/// belong to the scenario as it was written.
enum class ChecksOf { scenario, nobody };

/// What a report is for: tables need no curves, files do.
enum class Detail { tables, curves };

/// Solves a scenario (and its base, where it has one or a check needs it) and gathers the report.
///
/// progress  called with the part that is done, 0 .. 1, where it takes time; may be empty
RunReport run_scenario(const Scenario& scenario, RunCache& cache, ChecksOf checks = ChecksOf::scenario,
                       const std::function<void(double)>& progress = {}, Detail detail = Detail::curves);

/// Fills in the regions of a report that has metrics.
void add_regions(RunReport& report, const RegionMap& map);

/// The report of a scenario that could not be read, so that exporters show it instead of losing it.
RunReport unreadable_scenario(const std::string& path, const Diagnostics& faults);

}  // namespace stridelab
