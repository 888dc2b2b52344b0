#pragma once

#include <filesystem>
#include <tl/expected.hpp>

#include "core/diagnostics.h"

namespace stridelab::view {

/// The easy run, for a start without a scenario: `../scenarios` and `../share/stridelab/scenarios` next to the
/// executable, then `scenarios/` of the source tree this was built from.
/// errors  one diagnostic that names every place that was tried
tl::expected<std::filesystem::path, Diagnostic> first_scenario();

}  // namespace stridelab::view
