#pragma once

#include <string>

#include "cli/sweep_command.h"

namespace stridelab {

/// What `stridelab dakota` was asked to do.
struct DakotaOptions {
  RowBaseOptions base;
  std::string parameters, results;  ///< the files that Dakota names
};

/// Answers one evaluation of Dakota: variables are parameters, responses are metrics, by their descriptors. A form that
/// cannot be run is a failed evaluation to Dakota, and the exit code 0.
ExitCode dakota_command(const DakotaOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
