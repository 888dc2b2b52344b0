#pragma once

#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/explain_command.h"
#include "study/engines.h"

namespace stridelab {

/// `stridelab explain PLACE --levers [FORM]`: what lowers the load at a place for a form, and what raises it.
/// returns  2 for a name that is no place, and for faults of the form; 3 where the form has no stride
ExitCode levers_command(const ExplainOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
