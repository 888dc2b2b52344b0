#pragma once

#include "cli/profile_command.h"

namespace stridelab {

/// `stridelab profile from FILE...`: a profile of recorded runs, to stdout or where --to says. What cannot be read is said
/// and left out; an existing file is not touched.
ExitCode profile_from_command(const ProfileOptions& options, const Console& console);

}  // namespace stridelab
