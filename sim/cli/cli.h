#pragma once

#include <span>
#include <string>

#include "cli/console.h"
#include "whatif/solve_cache.h"

namespace stridelab {

/// The whole program: parses the arguments (without the program name), runs the command, returns the exit code.
///
/// solver  makes the strides; tests put a known one here
/// errors  usage errors are explained on console.err with a suggestion and return 64; nothing is thrown for anything a
///         person wrote
int run_cli(std::span<const std::string> arguments, const Console& console,
            const StrideSolver& solver = stride_engine());

}  // namespace stridelab
