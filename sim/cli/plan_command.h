#pragma once

#include <string>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab plan` was asked to do.
struct PlanOptions {
  std::string plan;                 ///< a plan file; empty: the weeks below
  std::string weeks = {};           ///< kilometres of each week, "30,30,45"
  std::string runs = {};            ///< runs of equal length in each of them; empty: 3
  std::string accustomed = {};      ///< kilometres a week before; empty: those of the first week
  std::string json = {}, csv = {};  ///< files, or "-" for stdout; empty: none
};

/// Works a training plan out with the stride engine and reports its weeks.
ExitCode plan_command(const PlanOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
