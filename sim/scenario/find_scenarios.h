#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// What looks like a scenario in a folder and is not read, with the reason.
struct NotRead {
  std::filesystem::path path;
  std::string why;
};

struct FoundScenarios {
  std::vector<std::filesystem::path> files;
  std::vector<std::filesystem::path> plans;  ///< of folders: *.plan.toml, for `stridelab plan`
  std::vector<NotRead> not_read;
};

/// What one path of a command line names: a file stands for itself, a folder for what is below it, in order of names.
/// errors  no such path; a folder without a scenario and without a plan
tl::expected<FoundScenarios, Diagnostic> look_for_files(const std::string& path);

/// find_scenarios() with what it left out.
tl::expected<FoundScenarios, Diagnostics> look_for_scenarios(std::span<const std::string> paths);

/// A file of weeks by its name, *.plan.toml.
bool names_plan(const std::filesystem::path& file);

}  // namespace stridelab
