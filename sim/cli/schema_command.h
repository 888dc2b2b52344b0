#pragma once

#include <string>

#include "cli/console.h"
#include "cli/exit_code.h"

namespace stridelab {

/// `stridelab schema [NAME]`: the JSON schema of what a command writes, as this program was built with it; without a
/// name their names.
/// returns  done, or invalid_input for an unknown name
ExitCode schema_command(const std::string& name, const Console& console);

}  // namespace stridelab
