#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "activity/activity.h"

namespace stridelab {

/// Whether bytes begin like a FIT file.
bool looks_like_fit(std::span<const std::uint8_t> bytes);

/// Reads a FIT file, or several that are chained: records, sessions, laps, timer events, the make of the device. Compressed
/// timestamps and fields of developers are understood, the latter skipped. What follows damage is left out and named.
///
/// errors  one sentence with the byte, where nothing can be read
/// source  Garmin FIT SDK, "Flexible and Interoperable Data Transfer (FIT) Protocol" (layout), profile 21 (numbers of fields)
tl::expected<Activity, std::string> read_fit(std::span<const std::uint8_t> bytes);

/// The check sum of the format, of a part of a file.
std::uint16_t fit_check_sum(std::span<const std::uint8_t> bytes);

}  // namespace stridelab
