#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace stridelab {

/// A file that is written bit by bit and takes its place as a whole: what write_file() does for contents that nobody
/// holds in memory. Until replace() readers see the old one; without it the new one is thrown away.
class FileReplacement {
 public:
  /// errors  one sentence
  static tl::expected<FileReplacement, std::string> open(const std::filesystem::path& path);
  ~FileReplacement();
  FileReplacement(FileReplacement&&) = default;
  FileReplacement& operator=(FileReplacement&&) = delete;

  /// False once something could not be written.
  bool write(std::string_view text);

  /// errors  one sentence; the old content is untouched
  tl::expected<void, std::string> replace();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  FileReplacement() = default;
  std::filesystem::path path_, temporary_;
  std::unique_ptr<std::FILE, Close> file_;
  int error_ = 0;
};

}  // namespace stridelab
