#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "advise/changes.h"
#include "scenario/open_scenario.h"
#include "study/run_cache.h"

namespace stridelab {

/// The question: the least change of a form that reaches a goal and keeps the limits.
struct AdviceRequest {
  OpenScenario form;
  std::vector<Assignment> edits;  ///< as after `--set`
  MetricBound goal;
  std::vector<MetricBound> limits;
  std::vector<ChangeStep> vary;  ///< at least one
};

/// One result against its bound.
struct BoundOutcome {
  MetricBound bound;
  double change_percent = 0.0;
  [[nodiscard]] bool holds() const { return bound.beyond(change_percent) <= held_percent; }
  static constexpr double held_percent = 0.1;  ///< what the cold solve may differ from the search's previews
};

/// What moves, and how far.
struct MovedInput {
  std::string parameter;
  double from = 0.0, to = 0.0;
  double steps = 0.0;  ///< of models/advise/steps.toml
};

/// The form that was found: the cheapest that reaches the goal within the limits, else the nearest to that.
struct Advice {
  bool reached = false;
  std::vector<MovedInput> moved;  ///< inputs that move by a twentieth of a step and more, the largest first
  double cost = 0.0;              ///< steps added up, with a rounded corner at none
  BoundOutcome goal;
  std::vector<BoundOutcome> limits;
  Scenario before, after;  ///< the form, and the one that was found: solved cold
  int tried = 0;           ///< strides of the search
};

/// Searches by COBYLA (Powell 1994; NLopt) from the form itself and from the two best single steps; strides are previews
/// from the form's own. The same bits on any number of threads. METHODS (59)
///
/// errors  of the form; one without a stride; an input that the form holds by another key
tl::expected<Advice, Diagnostics> advise(AdviceRequest request, const LoadModels& loads, const Engines& engines);

/// A form at which one result can fall no further unless the other rises.
struct FrontForm {
  double goal_percent = 0.0, against_percent = 0.0;  ///< changes, by previews: within 0.1 of the cold solve
  std::vector<MovedInput> moved;
};

/// From the form whose other result is least to the one whose goal falls furthest, both within the limits, and between
/// them, for equal parts of the goal, the form whose other result is least: six at most, one where nothing stands against
/// anything. How far the goal is asked to fall does not matter. Searched as advise() does.
///
/// request  its goal falls
/// against  a metric with a zero
/// errors   as advise()
tl::expected<std::vector<FrontForm>, Diagnostics> pareto_front(AdviceRequest request, const std::string& against,
                                                               const LoadModels& loads, const Engines& engines);

}  // namespace stridelab
