#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "render/ui/stride_service.h"
#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// What the headless `--csv` writes for this form with the stride engine, byte for byte but for the time of solving.
///
/// strides  asked for a base that the checks of the scenario look at
/// errors   the scenario file can no longer be read
tl::expected<std::string, std::string> csv_text(const ShownRun& run, const StrideService& strides,
                                                const LoadModels& models);

/// Where a file of this form would go: "easy_run_cadence_percent_10.toml", and "..._2.toml" where that is taken, so that
/// nothing is ever written over.
///
/// extension  with its dot
std::filesystem::path free_path(const ViewModel& model, const std::filesystem::path& folder,
                                const std::string& extension);

/// Writes what a person asked for into a new file of a folder, which is made if it is not there. Only export_csv;
/// pictures are the program's, forms those of own_files.h.
///
/// returns  one sentence with the path that was written
/// errors   one sentence: nothing to write yet, what a file cannot give, or the system's own words
tl::expected<std::string, std::string> fulfil(Wish wish, const ViewModel& model, const std::filesystem::path& folder);

}  // namespace stridelab::view
