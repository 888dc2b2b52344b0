#pragma once

#include <memory>
#include <string>
#include <vector>

#include "forward/traced_stride.h"
#include "metrics/curves.h"
#include "scenario/resolve.h"
#include "study/solved_form.h"
#include "study/stride_events.h"

namespace stridelab::view {

/// One question: a scenario with the changes a person made to it, resolved.
struct Question {
  std::string scenario;                ///< path of the file
  std::vector<std::string> overrides;  ///< as after `--set`
  ParameterSet parameters;
  RunInputs inputs;
};

/// One answer, complete: everything that any panel or the figure shows. Immutable.
struct ShownRun {
  Question question;
  std::shared_ptr<const SolvedRun> run;
  std::shared_ptr<const TracedStride> traced;  ///< the stride of run, for the live run
  std::vector<Curve> curves;                   ///< of the right leg, as in reports
  std::vector<RegionLoad> regions;
  StrideEvents events;
  bool preview = false;  ///< solved from a neighbour while a slider moves: loads within 0.5 % of the final answer

  [[nodiscard]] const Stride& stride() const { return *run->plan.stride; }
  [[nodiscard]] const MetricValues& metrics() const { return run->metrics; }
  [[nodiscard]] SolvedForm form() const { return {question.parameters, question.inputs, *run, regions}; }

  /// The curve of that name; null for a name that is not of curve_table().
  [[nodiscard]] const Curve* curve(std::string_view name) const;

  /// Where a phase of the stride lies in the curves: 0 .. 100 % from right foot contact.
  [[nodiscard]] double percent_of_phase(double phase) const;
  [[nodiscard]] double phase_of_percent(double percent) const;
};

/// Everything a run shows. `solved` must hold its stride, which is that of `traced`.
std::shared_ptr<const ShownRun> shown_run(Question question, std::shared_ptr<const SolvedRun> solved,
                                          std::shared_ptr<const TracedStride> traced, const LoadModels& models,
                                          const RegionMap& map, bool preview);

}  // namespace stridelab::view
