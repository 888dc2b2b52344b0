#include "report/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace stridelab {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view temporary_prefix = ".stridelab-", temporary_suffix = ".tmp";

std::string complaint(const std::string& path, int error) {
  return fmt::format("cannot write {}: {}", path, std::generic_category().message(error));
}

bool is_temporary(const std::string& name) {
  return name.starts_with(temporary_prefix) && name.ends_with(temporary_suffix);
}

/// A temporary is locked as long as the run that made it lives: one without a lock is a leftover.
void remove_leftovers(const fs::path& folder) {
  std::error_code fault;
  for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
    if (!is_temporary(entry->path().filename().string())) continue;
    const int file = open(entry->path().c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) continue;
    if (flock(file, LOCK_EX | LOCK_NB) == 0) unlink(entry->path().c_str());
    close(file);
  }
}

bool has_name(int file) {
  struct stat status {};
  return fstat(file, &status) == 0 && status.st_nlink > 0;
}

/// A locked new file in a folder, or -1 with errno; `path` is where it lies.
int make_temporary(const fs::path& folder, fs::path& path) {
  constexpr int most_tries = 10000;
  for (int i = 0; i < most_tries; ++i) {
    path = folder / fmt::format("{}{}-{}{}", temporary_prefix, getpid(), i, temporary_suffix);
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && errno == EEXIST) continue;
    // Another run may have taken it for a leftover between these two calls: then it is gone, and the next one is tried.
    if (file < 0 || (flock(file, LOCK_EX | LOCK_NB) == 0 && has_name(file))) return file;
    close(file);
  }
  return -1;
}

/// The new file gets owner and mode of the one it replaces. The owner only where the system lets us.
int take_over(int file, const fs::path& old) {
  struct stat status {};
  if (stat(old.c_str(), &status) != 0) return errno;
  if (access(old.c_str(), W_OK) != 0) return errno;
  [[maybe_unused]] const int ignored = fchown(file, status.st_uid, status.st_gid);
  return fchmod(file, status.st_mode & 07777U) == 0 ? 0 : errno;
}

}  // namespace

tl::expected<OutputFile, std::string> OutputFile::open(const fs::path& path) {
  OutputFile output(path.string(), output_place(path));
  int error = EISDIR;
  if (output.place_.kind == OutputPlace::Kind::stream) error = output.open_stream();
  if (output.place_.kind == OutputPlace::Kind::file || output.place_.kind == OutputPlace::Kind::fresh)
    error = path.has_filename() ? output.open_temporary() : EISDIR;
  if (error != 0) return tl::unexpected(complaint(output.shown_, error));
  return output;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : shown_(std::move(other.shown_)),
      place_(std::move(other.place_)),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::move(other.file_)),
      error_(other.error_),
      reader_left_(other.reader_left_) {}

OutputFile::~OutputFile() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

int OutputFile::open_stream() {
  const int file = ::open(place_.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return errno;
  file_.reset(fdopen(file, "wb"));
  return 0;
}

int OutputFile::open_temporary() {
  const fs::path folder = place_.path.parent_path();
  remove_leftovers(folder);
  const int file = make_temporary(folder, temporary_);
  if (file < 0) {
    temporary_.clear();
    return errno;
  }
  file_.reset(fdopen(file, "wb"));
  return place_.kind == OutputPlace::Kind::file ? take_over(file, place_.path) : 0;
}

void OutputFile::note_error(int error) {
  if (place_.is_stream() && error == EPIPE) {
    reader_left_ = true;
  } else if (error_ == 0) {
    error_ = error;
  }
}

void OutputFile::append(std::string_view content) {
  if (!file_ || error_ != 0 || reader_left_) return;
  if (std::fwrite(content.data(), 1, content.size(), file_.get()) != content.size()) note_error(errno);
}

void OutputFile::replace_start(std::string_view content) {
  if (!file_ || error_ != 0 || place_.is_stream()) return;
  if (std::fseek(file_.get(), 0, SEEK_SET) != 0) note_error(errno);
  append(content);
  if (std::fseek(file_.get(), 0, SEEK_END) != 0) note_error(errno);
}

tl::expected<void, std::string> OutputFile::commit() {
  if (!file_) return {};
  if (std::fflush(file_.get()) != 0) note_error(errno);
  const bool whole = error_ == 0 && !reader_left_;
  // Renamed before it is closed: the lock says until then that its run is alive.
  if (whole && !temporary_.empty()) {
    if (std::rename(temporary_.c_str(), place_.path.c_str()) != 0) {
      note_error(errno);
    } else {
      temporary_.clear();
    }
  }
  if (std::fclose(file_.release()) != 0) note_error(errno);
  if (error_ != 0) return tl::unexpected(complaint(shown_, error_));
  return {};
}

}  // namespace stridelab
