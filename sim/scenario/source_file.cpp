#include "scenario/source_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

#include "core/text.h"

namespace stridelab {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_file_bytes = 64 * 1024;

// A dotted key nests one table per dot, and the TOML library walks nested tables on the stack: more dots than this are
// no scenario, and could take more stack than there is.
constexpr std::ptrdiff_t most_dots = 4000;

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

Fault missing_fault(const fs::path& path) {
  const std::string near = nearest_file(path.parent_path(), path.filename().string());
  return {"no such file", near.empty() ? "" : fmt::format("did you mean {}?", (path.parent_path() / near).string())};
}

/// Why a path is not a file to read, if so.
std::optional<Fault> path_fault(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return missing_fault(path);
  if (fs::is_directory(status)) return Fault{"is a folder, not a scenario file", "name a *.toml file in it"};
  if (!fs::is_regular_file(status)) return Fault{"is not a regular file", ""};
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return Fault{"cannot be read: " + error.message(), ""};
  if (size > largest_file_bytes) {
    return Fault{fmt::format("has {} bytes; a scenario has at most {}", size, largest_file_bytes),
                 "is this really a scenario file?"};
  }
  return std::nullopt;
}

std::optional<Fault> text_fault(const std::string& text) {
  if (const std::size_t bad = first_non_utf8(text); bad != std::string::npos) {
    return Fault{
        fmt::format("is not UTF-8 text: byte 0x{:02x} at offset {}", static_cast<unsigned char>(text[bad]), bad),
        "a scenario is a TOML text file; save it as UTF-8"};
  }
  if (std::count(text.begin(), text.end(), '.') > most_dots) {
    return Fault{fmt::format("has more than {} dots", most_dots), "is this really a scenario file?"};
  }
  return std::nullopt;
}

}  // namespace

Diagnostic SourceFile::at(const Place& place, const Fault& fault) const {
  Diagnostic diagnostic{shown, place.line, place.column, fault.message, "", place.length, fault.help};
  if (place.line >= 1 && static_cast<std::size_t>(place.line) <= lines.size()) {
    diagnostic.source_line = lines[static_cast<std::size_t>(place.line) - 1];
  }
  return diagnostic;
}

tl::expected<SourceFile, Diagnostic> load_source(const fs::path& path) {
  SourceFile source;
  source.shown = path.string();
  if (const auto fault = path_fault(path)) return tl::unexpected(source.at({}, *fault));
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return tl::unexpected(source.at({}, {"cannot be opened for reading", ""}));
  source.text.assign(std::istreambuf_iterator<char>(stream), {});
  if (const auto fault = text_fault(source.text)) return tl::unexpected(source.at({}, *fault));
  source.lines = split_lines(source.text);
  return source;
}

std::string nearest_file(const fs::path& folder, const std::string& name) {
  std::vector<std::string> names;
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, unreadable)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());  // the order of a folder is chance
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  // Without the extension: all names share it, and it would make any two of them near.
  const auto near = nearest_spelling(fs::path(name).stem().string(), candidates);
  return near ? std::string(*near) + ".toml" : "";
}

}  // namespace stridelab
