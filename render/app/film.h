#pragma once

#include "render/app/recorder.h"

namespace stridelab::view {

/// A film made by the ffmpeg program, which gets the pictures through a pipe. It writes beside the target, and the file
/// is renamed when it is complete.
///
/// errors  ffmpeg cannot be started: one sentence with the package to install
tl::expected<std::unique_ptr<Recorder>, std::string> open_film(const std::filesystem::path& target,
                                                               const PictureSize& size, double fps);

}  // namespace stridelab::view
