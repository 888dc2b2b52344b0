#pragma once

#include <string>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab validate` was asked to do.
struct ValidateOptions {
  bool more = false;                 ///< every curve and every effect below the first screen
  bool calibration = false;          ///< do published changes lie where the intervals say: draws for each of them
  std::string json, markdown, html;  ///< files, or "-" for stdout; empty: none
  std::string write_expected;  ///< where to write what was found as the new expectation; empty: compare with the stored
};

/// Compares both engines with the shipped reference curves and published effects, and with the stored figures.
/// returns  check_failed when a figure left its stored expectation; a miss that is stored as one is no failure
ExitCode validate_command(const ValidateOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
