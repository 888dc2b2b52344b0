#pragma once

#include <istream>
#include <string>

#include "cli/console.h"
#include "cli/exit_code.h"

namespace stridelab {

/// What `stridelab profile new` was asked to do; what is left empty is asked for.
struct ProfileOptions {
  std::string file;  ///< where the profile goes: a path, or a name for the person's own folder
  std::string pace, cadence, mass, height, sex, weekly_km;
  bool is_asking = true;  ///< questions may be asked
};

/// Writes a profile from a few numbers. Every answer is checked as a scenario file is; a faulty one is asked again, or
/// refused where nobody can be asked. An existing file is not touched.
ExitCode profile_command(const ProfileOptions& options, std::istream& in, const Console& console);

}  // namespace stridelab
