#include "core/model_path.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#ifndef STRIDELAB_SOURCE_DIR
#error "the build defines STRIDELAB_SOURCE_DIR for this file"
#endif

namespace stridelab {
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> model_folders() {
  std::vector<fs::path> folders;
  if (const char* given = std::getenv("STRIDELAB_MODELS"); given != nullptr && *given != '\0')
    folders.emplace_back(given);
  std::error_code unreadable;
  const fs::path executable = fs::read_symlink("/proc/self/exe", unreadable);
  if (!unreadable) {
    const fs::path prefix = executable.parent_path().parent_path();
    folders.push_back(prefix / "models");
    folders.push_back(prefix / "share" / "stridelab" / "models");
  }
  folders.push_back(fs::path(STRIDELAB_SOURCE_DIR) / "models");
  return folders;
}

}  // namespace

tl::expected<fs::path, Diagnostic> model_path(std::string_view relative) {
  std::string tried;
  for (const fs::path& folder : model_folders()) {
    fs::path file = folder / relative;
    std::error_code missing;
    if (fs::is_regular_file(file, missing)) return file;
    tried += "\n" + file.string();
  }
  Diagnostic fault;
  fault.file = "models/" + std::string(relative);
  fault.message = "model file not found";
  fault.help = "looked at:" + tried + "\nset STRIDELAB_MODELS to the folder that holds models/";
  return tl::unexpected(fault);
}

}  // namespace stridelab
