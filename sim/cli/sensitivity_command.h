#pragma once

#include <string>
#include <vector>

#include "cli/compared_forms.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// Base samples of `stridelab sensitivity` where nobody says how many; each costs as many runs as inputs and two more.
inline constexpr int usual_samples = 64;

/// What `stridelab sensitivity` was asked to do.
struct SensitivityOptions : FormOptions {
  std::vector<std::string> metrics;  ///< keys; empty: the kneecap's force, pressure and Achilles force
  std::vector<std::string> over;     ///< "body", "form", "models"; empty: all
  int samples = usual_samples;
  int jobs = 0;                ///< threads; 0: all cores. The answer is the same bits
  std::string csv, json, svg;  ///< files, csv and json or "-" for stdout; empty: none
};

/// Which inputs make results differ, or with a second form or `--set-b` their change: Sobol indices.
/// returns  done; invalid_input; no_feasible_gait where a form has no stride; unwritable_output
ExitCode sensitivity_command(const SensitivityOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
