#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace stridelab {

/// Where a path leads that results shall go to: links followed, also one that leads to nothing yet.
struct OutputPlace {
  enum class Kind {
    fresh,   ///< nothing is there yet
    file,    ///< a regular file, to be replaced
    stream,  ///< a device, a pipe or a FIFO: written straight
    folder   ///< cannot be written as a file
  } kind = Kind::fresh;
  std::filesystem::path path;  ///< without links, absolute
  dev_t device = 0;            ///< with `inode` the identity of what is there; of a fresh place both are 0
  ino_t inode = 0;

  [[nodiscard]] bool is_stream() const { return kind == Kind::stream; }

  /// Both lead to one place. The null device is never a place: nothing is lost there.
  [[nodiscard]] bool is_same(const OutputPlace& other) const;
};

/// errors  none: what cannot be looked at is a fresh place, and opening it says why it cannot be written
OutputPlace output_place(const std::filesystem::path& path);

/// Where an open file leads, for example stdout (1); empty for one that is closed.
std::optional<OutputPlace> output_place_of(int file_descriptor);

}  // namespace stridelab
