#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/answer.h"
#include "study/run_report.h"
#include "uncertainty/uncertainty_model.h"

namespace stridelab {

/// Draws of a comparison where nobody says otherwise: about a second on two cores.
inline constexpr int usual_draws = 32;

/// How much of what is open hangs on one thing that is not known.
struct RangeShare {
  std::string label;
  double share = 0.0;  ///< of the variance, 0 .. 1
};

/// What nine tenths of the draws leave open.
struct Spread {
  double p5 = 0.0, p25 = 0.0, p50 = 0.0, p75 = 0.0, p95 = 0.0;
};

/// One result of two forms, drawn together.
struct MetricRange {
  std::string metric;
  bool in_percent = true;  ///< of the change; an angle whose zero is a convention changes in its own unit
  std::optional<Spread> level_a, level_b, change;
  std::vector<RangeShare> decided_by;  ///< of the change, the largest first, at most three
  int draws = 0, without = 0;          ///< asked for; those in which a form had no stride or the metric no value
};

/// What to draw with.
struct RangeRequest {
  const UncertaintyModel& model;
  const LoadModels& loads;
  const Engines& engines;
  int draws = usual_draws;
};

/// Draws constants, methods and what the runner does his own way, the same for both forms, and reads the metrics anew: strides
/// are solved from the nominal ones where the draw moves an input. Sobol's points, normal distributions cut at 2.5 standard
/// deviations; the same bits on any number of threads. METHODS (58)
///
/// a, b    answered by the stride engine; one form alone: b = a
/// errors  none; a draw without a value is counted
std::vector<MetricRange> metric_ranges(const EngineRun& a, const EngineRun& b, const std::vector<std::string>& metrics,
                                       const RangeRequest& request);

/// The range of a change as it stands in brackets behind it: "13 to 17 %" where all of it goes one way, "-3 to +8 %: cannot tell"
/// where it does not. Empty without a value.
std::string range_words(const MetricRange& range);

/// For a first answer: the brackets, and what they hang on.
ChangeRanges change_ranges(const std::vector<MetricRange>& ranges);

/// A JSON object: draws, and by metric the levels, the change and what decides it.
nlohmann::ordered_json ranges_json(const std::vector<MetricRange>& ranges);

}  // namespace stridelab
