#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"

namespace stridelab {

/// What `stridelab explain` was asked.
struct ExplainOptions {
  std::vector<std::string> words;     ///< one name, its words maybe apart: "side plank"; empty: list all names
  std::string json;                   ///< file, or "-" for stdout; empty: none
  bool levers = false;                ///< what moves the load at that place, for a form
  std::string form = {};              ///< of the levers; empty: the easy run
  std::vector<std::string> set = {};  ///< "key=value" over that form
  std::string profile = {};           ///< its runner; empty: the usual one
  std::string units = {};             ///< of what is printed; empty: metric
};

/// Explains a parameter, a metric, a region or a topic of the guidance.
/// returns  done; invalid_input for an unknown name or broken guidance files; unwritable_output
ExitCode explain_command(const ExplainOptions& options, const Console& console);

}  // namespace stridelab
