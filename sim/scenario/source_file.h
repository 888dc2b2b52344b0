#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// Where in a file something stands; line and column count from 1, 0 is "no place".
struct Place {
  int line = 0;
  int column = 0;
  int length = 1;  ///< columns the caret underlines
};

/// What is wrong with one thing a person wrote, without its place.
struct Fault {
  std::string message;
  std::string help;
};

/// A text file as read, kept for the excerpts of diagnostics.
struct SourceFile {
  std::string shown;  ///< the path as people wrote it
  std::string text;
  std::vector<std::string> lines;

  [[nodiscard]] Diagnostic at(const Place& place, const Fault& fault) const;
};

/// Reads a scenario file: UTF-8 text of at most 64 KiB.
/// errors  not there (with the nearest name in that folder), a folder, a device, unreadable, too large, binary
tl::expected<SourceFile, Diagnostic> load_source(const std::filesystem::path& path);

/// The *.toml file in `folder` whose name is nearest to `name`, "" if none is near.
std::string nearest_file(const std::filesystem::path& folder, const std::string& name);

}  // namespace stridelab
