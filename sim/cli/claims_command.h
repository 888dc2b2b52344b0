#pragma once

#include <string>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab claims` was asked to do.
struct ClaimsOptions {
  std::string folder;          ///< that holds the scenarios; empty: the shipped ones
  std::string json, markdown;  ///< files, or "-" for stdout; empty: none
};

/// Asks the model about each piece of popular advice and says the verdict.
ExitCode claims_command(const ClaimsOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
