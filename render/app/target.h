#pragma once

#include <filesystem>

#include "render/app/fault.h"
#include "render/app/options.h"

namespace stridelab::view {

/// Looks at where `--screenshot` and `--record` lead before anything is computed, by the rules of the command line
/// program: usage where that is a file that the view reads or another kind of file, unwritable_output where nothing can be
/// written there or a film cannot be made. Makes the folder of a series; no file is touched.
Done check_target(const std::filesystem::path& scenario, const Options& options);

/// How many pictures a record takes, at least one.
long pictures_of(const Options& options);

}  // namespace stridelab::view
