#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"

namespace stridelab {

/// What `stridelab profile new` was asked to do; what is left empty is asked for.
struct ProfileOptions {
  std::string file;  ///< where the profile goes: a path, or a name for the person's own folder
  std::string pace, cadence, mass, height, sex, weekly_km;
  std::vector<std::string> from;  ///< recorded runs: of `stridelab profile from`
  std::string to;                 ///< where its profile goes; "": stdout
  bool is_asking = true;          ///< questions may be asked
};

/// Where a profile of that name or path goes.
std::filesystem::path profile_target(const std::string& file);

/// Writes a profile from a few numbers. Every answer is checked as a scenario file is; a faulty one is asked again, or
/// refused where nobody can be asked. An existing file is not touched.
ExitCode profile_command(const ProfileOptions& options, std::istream& in, const Console& console);

}  // namespace stridelab
