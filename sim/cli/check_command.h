#pragma once

#include <ostream>
#include <span>
#include <string>

namespace stridelab {

/// `stridelab check PATH...`: reads every scenario and says what is wrong with it, without running anything.
///
/// paths     scenario files or folders
/// out, err  a line per good scenario; all diagnostics
/// returns   0, or 2 when any scenario has a fault
int check_command(std::span<const std::string> paths, std::ostream& out, std::ostream& err);

}  // namespace stridelab
