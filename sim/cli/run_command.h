#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "whatif/solve_cache.h"

namespace stridelab {

/// What `stridelab run` was asked to do.
struct RunOptions {
  std::vector<std::string> paths;      ///< scenario files or folders of them
  std::vector<std::string> overrides;  ///< "key=value", applied to every scenario
  std::string engine;                  ///< empty: as the scenario says
  std::string duration_s;              ///< empty: as the scenario says
  std::string out_folder;              ///< report.json, report.csv, curves.csv, junit.xml; empty: none
  std::string json, csv, junit;        ///< files, or "-" for stdout (json); empty: none
  bool quiet = false;                  ///< people read failures only
};

/// Runs scenarios and reports them.
/// returns  the gravest of all outcomes
ExitCode run_command(const RunOptions& options, const Console& console, const StrideSolver& solver);

}  // namespace stridelab
