#pragma once

#include <filesystem>
#include <string>

namespace stridelab {

/// 16 hexadecimal digits that stand for the contents of a models folder: 64-bit FNV-1a of the relative paths, sorted,
/// and bytes of all *.toml and *.csv below it.
/// errors  none: what cannot be read counts as empty
std::string models_hash(const std::filesystem::path& folder);

}  // namespace stridelab
