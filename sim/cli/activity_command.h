#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

struct ActivityOptions {
  std::vector<std::string> files;
  std::string person;                  ///< a scenario; "": scenarios/easy_run.toml of the installation
  std::string profile;                 ///< of the runner; "": the usual one
  std::vector<std::string> overrides;  ///< of the person, after --set
  std::vector<std::string> what_ifs;
  std::string cadence = "auto";  ///< auto, one, both
  std::optional<double> grade_percent;
  std::string json, csv, html;
  std::string plan;  ///< a plan with these runs as accustomed weeks
  bool with_track = false, use_contact_time = false;
};

/// `stridelab activity`: what a recorded run asked of the kneecap along its course.
ExitCode activity_command(const ActivityOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
