#pragma once

#include <ostream>

namespace stridelab {

/// `stridelab parameters [--json]`: every key with unit, default, range, meaning and source.
/// Writes to `out`, returns the exit code (0).
int parameters_command(bool json, std::ostream& out);

}  // namespace stridelab
