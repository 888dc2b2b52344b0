#pragma once

#include <filesystem>
#include <vector>

namespace stridelab {

/// The folder of scenarios that came with this program, beside the folder of its models. Empty where there is none.
std::filesystem::path shipped_scenarios_folder();

/// Where a person keeps things of this program: $XDG_DATA_HOME/stridelab, else ~/.local/share/stridelab. Empty without a
/// home. It need not exist.
std::filesystem::path user_data_folder();

}  // namespace stridelab
