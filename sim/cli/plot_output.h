#pragma once

#include <string>
#include <vector>

#include "cli/outputs.h"
#include "loads/load_models.h"
#include "study/run_report.h"

namespace stridelab {

/// Writes the curves of runs over the step, with bands of measured runners, as one picture: SVG, or PNG by an installed
/// Chromium. `file`: as the command line has it; empty: nothing is asked for.
///
/// returns  false where the picture cannot be made, which is said
bool write_plot(Outputs& outputs, std::size_t output, const std::string& file, const std::vector<RunReport>& forms,
                const LoadModels& models, const Console& console);

}  // namespace stridelab
