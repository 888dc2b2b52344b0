#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace stridelab::testing {

/// Our source files below some folders of the repository, sorted.
inline std::vector<std::filesystem::path> source_files(const std::vector<std::string>& folders) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const std::string& folder : folders) {
    const fs::path root = fs::path(STRIDELAB_SOURCE_DIR) / folder;
    if (!fs::exists(root)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const std::string kind = entry.path().extension().string();
      if (entry.is_regular_file() &&
          (kind == ".h" || kind == ".cpp" || kind == ".glsl" || kind == ".vert" || kind == ".frag")) {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::vector<std::string> lines;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// What a file includes: the text between the quotes or angle brackets.
inline std::vector<std::string> includes_of(const std::filesystem::path& file) {
  std::vector<std::string> includes;
  for (const std::string& line : lines_of(file)) {
    const auto hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || line[hash] != '#' || line.find("include", hash) == std::string::npos) continue;
    const auto open = line.find_first_of("\"<", hash);
    const auto close = open == std::string::npos ? open : line.find_first_of("\">", open + 1);
    if (close != std::string::npos) includes.push_back(line.substr(open + 1, close - open - 1));
  }
  return includes;
}

/// Path relative to the repository, with '/'.
inline std::string shown(const std::filesystem::path& file) {
  return file.lexically_relative(STRIDELAB_SOURCE_DIR).generic_string();
}

}  // namespace stridelab::testing
