#include "cli/outcome.h"

namespace stridelab {

ExitCode outcome_of(const RunReport& report) {
  switch (report.outcome) {
    case RunOutcome::passed:
      return ExitCode::done;
    case RunOutcome::failed:
      return ExitCode::check_failed;
    case RunOutcome::no_answer:
      return ExitCode::no_feasible_gait;
    case RunOutcome::unreadable:
      return ExitCode::invalid_input;
  }
  return ExitCode::internal_error;
}

}  // namespace stridelab
