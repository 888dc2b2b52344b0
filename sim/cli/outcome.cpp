#include "cli/outcome.h"

namespace stridelab {

ExitCode outcome_of(const RunReport& report) {
  if (!report.readable || !report.valid_models) return ExitCode::invalid_input;
  switch (report.status) {
    case RunStatus::passed:
      return ExitCode::done;
    case RunStatus::failed:
      return ExitCode::check_failed;
    case RunStatus::error:
      return ExitCode::no_feasible_gait;
  }
  return ExitCode::internal_error;
}

}  // namespace stridelab
