#pragma once

#include <filesystem>
#include <string_view>
#include <tl/expected.hpp>

#include "core/diagnostics.h"

namespace stridelab::view {

/// Where a file of `shaders/` lies, for example shader_path("figure.vert").
///
/// Looked for in the folder of the environment variable STRIDELAB_SHADERS alone where that is set; else in `../shaders` and
/// `../share/stridelab/shaders` next to the executable; `shaders/` of the source tree this was built from.
/// errors  one diagnostic that names every place that was tried
tl::expected<std::filesystem::path, Diagnostic> shader_path(std::string_view name);

}  // namespace stridelab::view
