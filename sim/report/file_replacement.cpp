#include "report/file_replacement.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace stridelab {
namespace {

std::string complaint(const std::filesystem::path& path, int error) {
  return fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(error));
}

/// Devices and pipes cannot be replaced by a rename: they are written straight.
bool is_special(const std::filesystem::path& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

}  // namespace

tl::expected<FileReplacement, std::string> FileReplacement::open(const std::filesystem::path& path) {
  FileReplacement made;
  made.path_ = path;
  made.temporary_ = path;
  if (!is_special(path)) made.temporary_ += fmt::format(".{}.tmp", getpid());
  made.file_.reset(std::fopen(made.temporary_.c_str(), "wb"));
  if (!made.file_) return tl::unexpected(complaint(path, errno));
  return made;
}

FileReplacement::~FileReplacement() {
  if (file_ && temporary_ != path_) std::remove(temporary_.c_str());
}

bool FileReplacement::write(std::string_view text) {
  if (error_ == 0 && std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) error_ = errno;
  return error_ == 0;
}

tl::expected<void, std::string> FileReplacement::replace() {
  if (std::fflush(file_.get()) != 0 && error_ == 0) error_ = errno;
  if (std::fclose(file_.release()) != 0 && error_ == 0) error_ = errno;
  const bool special = temporary_ == path_;
  if (error_ == 0 && !special && std::rename(temporary_.c_str(), path_.c_str()) != 0) error_ = errno;
  if (error_ == 0) return {};
  if (!special) std::remove(temporary_.c_str());
  return tl::unexpected(complaint(path_, error_));
}

}  // namespace stridelab
