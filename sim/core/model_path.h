#pragma once

#include <filesystem>
#include <string_view>
#include <tl/expected.hpp>

#include "core/diagnostics.h"

namespace stridelab {

/// Where a data file of `models/` lies, for example model_path("gait/fukuchi_2.5.csv").
///
/// Looked for in this order: the folder in the environment variable STRIDELAB_MODELS; `../models` and
/// `../share/stridelab/models` next to the executable; `models/` of the source tree this was built from.
/// errors  one diagnostic that names every place that was tried
tl::expected<std::filesystem::path, Diagnostic> model_path(std::string_view relative);

}  // namespace stridelab
