#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "catalogue/parameter_set.h"

namespace stridelab::view {

/// A scenario file that stands for itself: every value that a scenario or a person gave, table by table; defaults and
/// what follows from other values are left to the reader. Numbers read back to the same bits.
///
/// question  one line for people; may be empty
std::string scenario_text(const ParameterSet& parameters, std::string_view question);

/// Writes that file.
/// errors  a relative change has led a value out of the range a file may give; the system's own words if it cannot write
tl::expected<void, std::string> save_scenario(const std::filesystem::path& path, const ParameterSet& parameters,
                                              std::string_view question);

}  // namespace stridelab::view
