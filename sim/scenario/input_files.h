#pragma once

#include <filesystem>
#include <vector>

namespace stridelab {

/// What a run of these scenarios reads: them, their bases, and every file of models/. Files that cannot be read are left
/// out.
std::vector<std::filesystem::path> input_files(const std::vector<std::filesystem::path>& scenarios);

/// Every file of models/.
std::vector<std::filesystem::path> model_files();

}  // namespace stridelab
