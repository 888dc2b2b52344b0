#include "report/atomic_file.h"

#include <fmt/format.h>

#include <system_error>

#include "report/output_file.h"

namespace stridelab {

tl::expected<void, std::string> write_file(const std::filesystem::path& path, std::string_view content) {
  auto file = OutputFile::open(path);
  if (!file) return tl::unexpected(file.error());
  file->append(content);
  return file->commit();
}

tl::expected<void, std::string> make_folder(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error) return {};
  return tl::unexpected(
      fmt::format("cannot create {}: {}", path.string(), std::generic_category().message(error.value())));
}

}  // namespace stridelab
