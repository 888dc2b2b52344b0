#pragma once

#include <filesystem>
#include <ostream>

#include "render/app/fault.h"
#include "render/app/options.h"

namespace stridelab::view {

/// What is done without a person: a picture, a record, or measuring. Settings play no part: equal options give equal
/// pictures.
///
/// out     what was measured
/// errors  those of the scenario, of the form, of the display and of the file to write
Done run_headless(const std::filesystem::path& scenario, const Options& options, std::ostream& out);

}  // namespace stridelab::view
