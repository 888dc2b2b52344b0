#pragma once

#include <filesystem>
#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "study/engines.h"
#include "sweep/design.h"

namespace stridelab {

/// Reads a design file: who runs and how (base and tables as in a scenario), which inputs vary and how, what is kept.
/// Format: sim/METHODS.md, "Sweeps".
///
/// engines  answer its rows
/// errors   every fault of the file, in line order, then those of its base and of the model files they name
tl::expected<Design, Diagnostics> read_design(const std::filesystem::path& path, const Engines& engines);

}  // namespace stridelab
