#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab compare` was asked to do.
struct CompareOptions {
  std::string a;
  std::string b;                          ///< empty: A again, with set_b on top of set_a
  std::vector<std::string> set_a, set_b;  ///< "key=value"
  std::string engine, duration_s;         ///< of both; empty: as the scenarios say
  std::string json, markdown;             ///< files, or "-" for stdout; empty: none
  bool all = false;                       ///< the table holds every metric
};

/// Compares two runs. Checks of a scenario count only where it runs as it was written, without overrides.
/// returns  the gravest of all outcomes
ExitCode compare_command(const CompareOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
