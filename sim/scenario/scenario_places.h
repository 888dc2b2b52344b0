#pragma once

#include <filesystem>
#include <string>

namespace stridelab {

/// The file or folder a person means: what lies at that path; else the scenario of that name ("forefoot") in the
/// person's own folder, then among those that came with the program; "scenarios" is the folder of the latter. What is
/// nowhere stays as it was given.
std::filesystem::path scenario_path(const std::string& given);

/// The same of a profile: what lies at that path, else "anna" in the person's folder of profiles.
std::filesystem::path profile_path(const std::string& given);

}  // namespace stridelab
