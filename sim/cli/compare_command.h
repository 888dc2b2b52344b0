#pragma once

#include <string>
#include <vector>

#include "cli/compared_forms.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"
#include "uncertainty/draws.h"

namespace stridelab {

/// What `stridelab compare` was asked to do.
struct CompareOptions : FormOptions {
  std::string json, markdown;     ///< files, or "-" for stdout; empty: none
  std::string plot;               ///< a picture of the curves, .svg or .png; empty: none
  bool more = false;              ///< the tables of the field, for two forms
  bool all = false;               ///< the same with every metric
  int uncertainty = usual_draws;  ///< draws of the model's constants, of two forms; 0: none
};

/// Compares runs: two, or any number against the first. Checks of a scenario count only where it runs as it was written, without overrides.
/// returns  the gravest of all outcomes
ExitCode compare_command(const CompareOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
