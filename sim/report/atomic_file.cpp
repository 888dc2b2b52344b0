#include "report/atomic_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace stridelab {
namespace {

std::string complaint(const std::filesystem::path& path, std::string_view verb, int error) {
  return fmt::format("cannot {} {}: {}", verb, path.string(), std::generic_category().message(error));
}

/// Writes, flushes and closes; the error number of the first step that failed, or 0.
int write_all(std::FILE* file, std::string_view content) {
  int error = 0;
  if (std::fwrite(content.data(), 1, content.size(), file) != content.size()) error = errno;
  if (std::fflush(file) != 0 && error == 0) error = errno;
  if (std::fclose(file) != 0 && error == 0) error = errno;
  return error;
}

/// Devices and pipes (/dev/stdout, /dev/null) cannot be replaced by a rename: they are written straight.
bool is_special(const std::filesystem::path& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
         !std::filesystem::is_directory(status);
}

}  // namespace

tl::expected<void, std::string> write_file(const std::filesystem::path& path, std::string_view content) {
  const bool special = is_special(path);
  std::filesystem::path temporary = path;
  if (!special) temporary += fmt::format(".{}.tmp", getpid());
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) return tl::unexpected(complaint(path, "write", errno));
  int error = write_all(file, content);
  if (error == 0 && !special && std::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return {};
  if (!special) std::remove(temporary.c_str());
  return tl::unexpected(complaint(path, "write", error));
}

tl::expected<void, std::string> make_folder(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return tl::unexpected(complaint(path, "create", error.value()));
  return {};
}

}  // namespace stridelab
