#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "scenario/layer.h"
#include "scenario/scenario.h"

namespace stridelab {

/// What one runner brings along, in the tables of a scenario file: pace and cadence, body, strength, shoe, accustomed
/// week. It holds for a scenario and its base alike, so that a question stays a question; what a scenario itself changes
/// holds before it.
///
/// errors  those of a scenario file; a profile has no question, base or checks
tl::expected<Layer, Diagnostics> read_profile(const std::filesystem::path& path);

/// The profile of a command line, by its path or name; "": an empty one, the usual runner. errors  as read_profile()
tl::expected<Layer, Diagnostics> read_profile_of(const std::string& given);

/// read_scenario() for that runner; null: for the usual one.
tl::expected<Scenario, Diagnostics> read_scenario_for(const Layer* profile, const std::filesystem::path& path,
                                                      std::span<const std::string> overrides = {});

}  // namespace stridelab
