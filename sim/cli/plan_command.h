#pragma once

#include <string>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab plan` was asked to do.
struct PlanOptions {
  std::string plan;       ///< a plan file
  std::string json, csv;  ///< files, or "-" for stdout; empty: none
};

/// Works a training plan out with the stride engine and reports its weeks.
ExitCode plan_command(const PlanOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
