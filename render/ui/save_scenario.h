#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "catalogue/parameter_set.h"
#include "scenario/scenario.h"

namespace stridelab::view {

/// A TOML basic string; line breaks stay.
std::string toml_string(std::string_view text);

/// A scenario file that stands for itself: every value that a scenario or a person gave, table by table; defaults and
/// what follows from other values are left to the reader. Numbers read back to the same bits.
///
/// question  for people, of one line or several; may be empty
/// run       of its settings, those that were given
std::string scenario_text(const ParameterSet& parameters, std::string_view question, const RunSettings& run = {});

/// Writes that file.
/// errors  a relative change has led a value out of the range a file may give; the system's own words if it cannot write
tl::expected<void, std::string> save_scenario(const std::filesystem::path& path, const ParameterSet& parameters,
                                              std::string_view question, const RunSettings& run = {});

}  // namespace stridelab::view
