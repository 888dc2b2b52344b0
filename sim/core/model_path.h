#pragma once

#include <filesystem>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// The folder `models/` that everything is read from. With the environment variable STRIDELAB_MODELS set and not empty
/// that folder and no other; else the first that exists of `../models` and `../share/stridelab/models` next to the
/// executable, and `models/` of the source tree this was built from.
/// errors  one diagnostic that names every place that was tried
tl::expected<std::filesystem::path, Diagnostic> models_folder();

/// Where a file of that folder lies, for example model_path("gait/reflexes.toml").
/// errors  one diagnostic with the place that was tried
tl::expected<std::filesystem::path, Diagnostic> model_path(std::string_view relative);

/// The *.toml files of a folder of models/, sorted by name; none where there is no such folder.
std::vector<std::filesystem::path> model_paths(std::string_view relative_folder);

}  // namespace stridelab
