#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "cli/outputs.h"
#include "loads/load_models.h"
#include "study/run_report.h"

namespace stridelab {

/// Writes what a browser made of a page or a picture; where it made nothing, says why and leaves that output out.
ExitCode append_made(Outputs& outputs, std::size_t output, std::string_view option,
                     const tl::expected<std::string, std::string>& made, const Console& console);

/// Writes the curves of runs over the step, with bands of measured runners, as one picture: SVG, or PNG by an installed
/// Chromium. `file`: as the command line has it; empty: nothing is asked for.
///
/// returns  done, or unwritable_output where the picture cannot be made: that is said and the others are written
ExitCode write_plot(Outputs& outputs, std::size_t output, const std::string& file, const std::vector<RunReport>& forms,
                    const LoadModels& models, const Console& console);

}  // namespace stridelab
