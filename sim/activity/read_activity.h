#pragma once

#include <cstdint>
#include <filesystem>
#include <tl/expected.hpp>
#include <vector>

#include "activity/activity.h"
#include "core/diagnostics.h"

namespace stridelab {

/// Reads a FIT, TCX or GPX file, each also packed with gzip: by what it holds, not by its name.
///
/// errors  what is wrong with the file, with the byte; a file of more than 512 MiB unpacked is refused
tl::expected<Activity, Diagnostic> read_activity(const std::filesystem::path& file);

/// Unpacks gzip; a stream that is cut off gives what is there and sets `cut`. Bytes that are not packed come back as they are.
/// errors  one sentence
tl::expected<std::vector<std::uint8_t>, std::string> unpacked(std::vector<std::uint8_t> bytes, bool& cut);

}  // namespace stridelab
