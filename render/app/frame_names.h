#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace stridelab::view {

/// "run.mp4": a film made by ffmpeg.
bool names_a_film(std::string_view target);

/// "frames/" (a folder) or "frames/%05d.png" (one whole number in a file name): a series of PNG files.
bool names_pictures(std::string_view target);

/// Name of picture `number`, 0 and up, of a target that names_pictures(): a folder gets "00000.png" and so on.
std::filesystem::path picture_name(std::string_view target, std::int64_t number);

}  // namespace stridelab::view
