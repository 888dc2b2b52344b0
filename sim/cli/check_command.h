#pragma once

#include <ostream>
#include <span>
#include <string>

namespace stridelab {

/// `stridelab check PATH...`: reads every scenario and every plan of weeks and says what is wrong with it, without
/// running anything.
///
/// paths     scenario files, plan files or folders of them
/// out, err  a line per good file; all diagnostics, and what looks like a scenario in a folder and is not read
/// returns   0, or 2 when any file has a fault
int check_command(std::span<const std::string> paths, std::ostream& out, std::ostream& err);

}  // namespace stridelab
