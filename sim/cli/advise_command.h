#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab advise` was asked to do.
struct AdviseOptions {
  std::string form;                 ///< a scenario; empty: the easy run
  std::string goal;                 ///< "metric=-15%"
  std::vector<std::string> limits;  ///< "metric=+5%"
  std::vector<std::string> vary;    ///< keys; empty: cadence, strike, lean, step width
  std::vector<std::string> set;     ///< "key=value"
  std::string json;                 ///< a file, or "-" for stdout; empty: none
  std::string pareto;               ///< a metric, to show what it costs the goal; empty: none
  std::string svg;                  ///< a picture of that; empty: none
  std::string profile, units;
};

/// Searches the least change that reaches the goal.
/// returns  done; check_failed where no form reaches it
ExitCode advise_command(const AdviseOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
