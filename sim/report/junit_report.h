#pragma once

#include <optional>
#include <string>
#include <vector>

#include "study/run_report.h"

namespace stridelab {

/// JUnit XML as CI systems read it: a suite per scenario, a case per check (or one case "feasible gait" without
/// checks) with a name of its own, file and line; a failure with value and range per failed check, `skipped` with the
/// reason for one that was not looked at, an error where there is no feasible gait.
std::string junit_text(const std::vector<RunReport>& reports);

/// How many of each there are.
struct JunitTotals {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  void add(const JunitTotals& more);
};

/// The same in parts, for results that are written as they come. With totals the head has the same length whatever they
/// are, so that it can be written over in the end; a pipe gets one without.
std::string junit_head(const std::optional<JunitTotals>& totals);
std::string junit_suite(const RunReport& report, JunitTotals& totals);
std::string junit_tail();

}  // namespace stridelab
