#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab compare` was asked to do.
struct CompareOptions {
  std::vector<std::string> forms;              ///< at least one; one alone: against itself with set_b on top of set_a
  std::vector<std::string> set, set_a, set_b;  ///< "key=value", of all, of the first, of the second
  std::string engine, duration_s;              ///< of all; empty: as the scenarios say
  std::string json, markdown;                  ///< files, or "-" for stdout; empty: none
  bool more = false;                           ///< the tables of the field, for two forms
  bool all = false;                            ///< the same with every metric
  std::string units;                           ///< of what is printed; empty: metric
  std::string profile;                         ///< of the runner; empty: the usual one
  int uncertainty = 32;                        ///< draws of the model's constants, of two forms; 0: none
};

/// Compares runs: two, or any number against the first. Checks of a scenario count only where it runs as it was written, without overrides.
/// returns  the gravest of all outcomes
ExitCode compare_command(const CompareOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
