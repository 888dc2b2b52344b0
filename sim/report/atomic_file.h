#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace stridelab {

/// Writes a whole file at once, by the rules of OutputFile. Folders are not created.
/// errors  one sentence: which file, and what the system said; the old content is untouched
tl::expected<void, std::string> write_file(const std::filesystem::path& path, std::string_view content);

/// Creates a folder and its parents; an existing folder is fine.
tl::expected<void, std::string> make_folder(const std::filesystem::path& path);

}  // namespace stridelab
