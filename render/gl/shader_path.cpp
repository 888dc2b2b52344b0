#include "render/gl/shader_path.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#ifndef STRIDELAB_SOURCE_DIR
#error "the build defines STRIDELAB_SOURCE_DIR for this file"
#endif

namespace stridelab::view {
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> shader_folders() {
  // A folder that was asked for is the only one: a shader of another version beside it would be a silent mixture.
  if (const char* given = std::getenv("STRIDELAB_SHADERS"); given != nullptr && *given != '\0')
    return {fs::path(given)};
  std::vector<fs::path> folders;
  std::error_code unreadable;
  const fs::path executable = fs::read_symlink("/proc/self/exe", unreadable);
  if (!unreadable) {
    const fs::path prefix = executable.parent_path().parent_path();
    folders.push_back(prefix / "shaders");
    folders.push_back(prefix / "share" / "stridelab" / "shaders");
  }
  folders.push_back(fs::path(STRIDELAB_SOURCE_DIR) / "shaders");
  return folders;
}

}  // namespace

tl::expected<fs::path, Diagnostic> shader_path(std::string_view name) {
  std::string tried;
  for (const fs::path& folder : shader_folders()) {
    fs::path file = folder / name;
    std::error_code missing;
    if (fs::is_regular_file(file, missing)) return file;
    tried += "\n" + file.string();
  }
  Diagnostic fault;
  fault.file = "shaders/" + std::string(name);
  fault.message = "shader file not found";
  fault.help = "looked at:" + tried + "\nset STRIDELAB_SHADERS to the folder that holds them";
  return tl::unexpected(fault);
}

}  // namespace stridelab::view
