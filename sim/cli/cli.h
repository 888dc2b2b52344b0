#pragma once

#include <span>
#include <string>

#include "cli/console.h"
#include "study/engines.h"
#include "sweep/team.h"

namespace stridelab {

/// The whole program: parses the arguments (without the program name), runs the command, returns the exit code.
///
/// engines  make the strides and run them; tests put known ones here
/// team     the ranks that answer a sweep; null: the threads of this process
/// errors   usage errors are explained on console.err with a suggestion and return 64; nothing is thrown for anything a
///          person wrote
int run_cli(std::span<const std::string> arguments, const Console& console, const Engines& engines = {},
            Team* team = nullptr);

}  // namespace stridelab
