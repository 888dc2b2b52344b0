#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace stridelab {

/// Columns of numbers of a shipped data file: comma separated, one header line, `#` lines are comments.
/// errors  std::runtime_error naming file and line if the shipped file is missing or broken (an installation fault)
std::map<std::string, std::vector<double>> read_numeric_csv(const std::filesystem::path& path);

}  // namespace stridelab
