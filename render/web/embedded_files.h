#pragma once

#include <span>
#include <string_view>

namespace stridelab::web {

/// A model file or a scenario that came with the module.
struct EmbeddedFile {
  std::string_view path;  ///< below the root of the sources: "models/knee/patella.toml"
  std::string_view text;
};
std::span<const EmbeddedFile> embedded_files();

}  // namespace stridelab::web
