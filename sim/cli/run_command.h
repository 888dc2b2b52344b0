#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab run` was asked to do.
struct RunOptions {
  std::vector<std::string> paths;      ///< scenario files or folders of them
  std::vector<std::string> overrides;  ///< "key=value", applied to every scenario
  std::string engine;                  ///< empty: as the scenario says
  std::string duration_s;              ///< empty: as the scenario says
  std::string out_folder;              ///< report.json, report.csv, curves.csv, junit.xml; empty: none
  /// Files, or "-" for stdout (json); empty: none. A CSV of forward runs has a second file beside it, with the frames.
  std::string json, csv, junit;
  bool quiet = false;    ///< people read failures only
  bool no_time = false;  ///< times are left out, so that the same run gives the same files
  std::string against;   ///< a report of an earlier run; empty: compared with nothing
  double tolerance_percent = 0.0;
  bool strict = false;  ///< a check that was not looked at counts as failed
  int jobs = 0;         ///< threads; 0: all cores
  int uncertainty = 0;  ///< draws of the model's constants of each run, or of its change from its base; 0: none
  std::string plot;     ///< a picture of the curves of up to four scenarios, .svg or .png; empty: none
  bool more = false;    ///< the tables of the field, checks and how the numbers came about
  bool all = false;     ///< the same with every metric
  std::string units;    ///< "metric" or "imperial", of what is printed; empty: metric
  std::string profile;  ///< of the runner; empty: the usual one
};

/// Runs scenarios and reports them.
/// returns  the gravest of all outcomes
ExitCode run_command(const RunOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
