#pragma once

#include <ostream>
#include <span>
#include <string>

#include "render/app/exit_code.h"

namespace stridelab::view {

/// The whole program without its process: reads the arguments, opens what they name, shows it.
///
/// out      results: help, frame times; err: faults
/// errors   explained on err; only InvalidModelFiles is thrown, where a file that is read once per process is broken
int run_view(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace stridelab::view
