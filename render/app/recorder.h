#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/gl/projection.h"

namespace stridelab::view {

/// Takes picture after picture. What is not finished leaves nothing behind.
class Recorder {
 public:
  virtual ~Recorder() = default;

  /// rgb     rows from the top, three bytes per pixel; of the size that the recorder was opened for
  /// errors  one sentence; then the record is over
  virtual tl::expected<void, std::string> add(const std::vector<std::uint8_t>& rgb) = 0;

  /// The record is complete and stays. errors: one sentence
  virtual tl::expected<void, std::string> finish() = 0;
};

/// Opens a record.
///
/// target  "x.mp4": the ffmpeg program makes the film (H.264, yuv420p; an odd row or column is cut off); a folder with its
///         slash or "x%05d.png": PNG files from number 0
/// errors  ffmpeg is not installed (with the package to install); a folder that cannot be made
tl::expected<std::unique_ptr<Recorder>, std::string> open_record(const std::string& target, const PictureSize& size,
                                                                 double fps);

/// Whether films can be made here.
bool has_ffmpeg();

/// The same for who asked for one. errors: the package to install
tl::expected<void, std::string> can_film();

}  // namespace stridelab::view
