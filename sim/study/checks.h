#pragma once

#include <optional>
#include <string>
#include <vector>

#include "metrics/metrics.h"
#include "scenario/scenario.h"

namespace stridelab {

/// How a check ended. One whose form was changed says nothing about that form: it is not checked.
enum class CheckVerdict { passed, failed, not_checked };

/// A check with what was found.
struct CheckResult {
  Check check;
  std::optional<double> value;                  ///< the metric, its change, or its change in percent, by check.kind
  CheckVerdict verdict = CheckVerdict::failed;  ///< failed as well when there is no value
  std::string missing_reason;                   ///< why there is no value, or why it was not checked

  [[nodiscard]] bool passed() const { return verdict == CheckVerdict::passed; }
};

/// "%" for a check on the percentage, else the unit of the metric.
std::string_view check_unit(const Check& check);

/// Compares one check with a run. `base` may be null when no check looks at changes.
CheckResult evaluate_check(const Check& check, const MetricValues& run, const MetricValues* base);

/// The check left alone, with the reason.
CheckResult not_checked(const Check& check, std::string reason);

/// True when a check of the scenario looks at a change, so that its base has to be solved too.
bool needs_base(const Scenario& scenario);

}  // namespace stridelab
