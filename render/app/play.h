#pragma once

#include <filesystem>
#include <ostream>

#include "render/app/fault.h"
#include "render/app/options.h"

namespace stridelab::view {

/// The window of a person, until it is closed.
///
/// out, err  how long the start took, if asked; what was wrong with the settings
/// errors    those of the scenario and of the display
Done play(const std::filesystem::path& scenario, const Options& options, std::ostream& out, std::ostream& err);

}  // namespace stridelab::view
