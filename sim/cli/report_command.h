#pragma once

#include <string>

#include "cli/compared_forms.h"
#include "cli/exit_code.h"
#include "study/engines.h"
#include "uncertainty/draws.h"

namespace stridelab {

/// What `stridelab report` was asked to do.
struct ReportOptions : FormOptions {
  std::string html, pdf, plot;    ///< files; html or "-" for stdout; plot .svg or .png; at least one
  std::string client, note;       ///< said on the page where given
  int uncertainty = usual_draws;  ///< draws of the model's constants, of one change; 0: none
  std::string place;              ///< with exercises and warning signs of this place; empty: none
};

/// Writes a page to hand out about one run, a run beside its base, or up to four runs.
/// returns  the gravest of all outcomes
ExitCode report_command(const ReportOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
