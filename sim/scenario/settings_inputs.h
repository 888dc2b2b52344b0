#pragma once

#include <span>
#include <string>
#include <tl/expected.hpp>

#include "scenario/resolve.h"

namespace stridelab {

/// The run of a list of settings without any file: what is not named is the default, as with `--set` on an empty
/// scenario. For reference conditions and published effects, which are lists of settings.
///
/// settings  "key=value"; no keys of `[run]`
/// errors    as read_scenario(), with the file "--set"
tl::expected<RunInputs, Diagnostics> settings_inputs(std::span<const std::string> settings);

}  // namespace stridelab
