#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/gl/projection.h"

namespace stridelab::view {

/// Writes a PNG so that readers see the old file or all of the new one.
///
/// rgb     rows from the top, three bytes per pixel, width x height of them
/// errors  one sentence: which file, and what the system said
tl::expected<void, std::string> write_png(const std::filesystem::path& file, const PictureSize& size,
                                          const std::vector<std::uint8_t>& rgb);

}  // namespace stridelab::view
