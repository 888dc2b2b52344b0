#include "report/output_place.h"

#include <sys/stat.h>

#include <system_error>

namespace stridelab {
namespace fs = std::filesystem;
namespace {

constexpr int most_links = 40;  // what the system itself follows

/// The end of a chain of links, whether anything is there or not.
fs::path without_links(fs::path path) {
  std::error_code fault;
  for (int i = 0; i < most_links && fs::is_symlink(path, fault); ++i) {
    const fs::path target = fs::read_symlink(path, fault);
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  const fs::path folder = fs::weakly_canonical(path.has_parent_path() ? path.parent_path() : fs::path("."), fault);
  return fault ? path : folder / path.filename();
}

void identify(OutputPlace& place, const struct stat& status) {
  place.device = status.st_dev;
  place.inode = status.st_ino;
  place.kind = S_ISREG(status.st_mode)   ? OutputPlace::Kind::file
               : S_ISDIR(status.st_mode) ? OutputPlace::Kind::folder
                                         : OutputPlace::Kind::stream;
}

bool is_null_device(const OutputPlace& place) {
  struct stat null {};
  return place.is_stream() && stat("/dev/null", &null) == 0 && place.device == null.st_dev &&
         place.inode == null.st_ino;
}

}  // namespace

bool OutputPlace::is_same(const OutputPlace& other) const {
  if (inode != 0 && other.inode != 0) return device == other.device && inode == other.inode && !is_null_device(*this);
  return inode == other.inode && path == other.path;
}

OutputPlace output_place(const fs::path& path) {
  OutputPlace place;
  struct stat status {};
  // Asked by the name that was given: /dev/stdout and the like are links to what has no name.
  if (stat(path.c_str(), &status) == 0) identify(place, status);
  place.path = place.is_stream() ? path : without_links(path);
  return place;
}

std::optional<OutputPlace> output_place_of(int file_descriptor) {
  struct stat status {};
  if (fstat(file_descriptor, &status) != 0) return std::nullopt;
  OutputPlace place;
  identify(place, status);
  return place;
}

}  // namespace stridelab
