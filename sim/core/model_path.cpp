#include "core/model_path.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <system_error>

#include "core/data_folder.h"

#if !defined(STRIDELAB_SOURCE_DIR) || !defined(STRIDELAB_BUILD_DIR)
#error "the build defines STRIDELAB_SOURCE_DIR and STRIDELAB_BUILD_DIR for this file"
#endif

namespace stridelab {
namespace fs = std::filesystem;
namespace {

/// The source tree serves programs of its own build: one that is installed and has lost its folder must not read the
/// models of whatever lies there today.
bool is_of_the_build(const fs::path& executable) {
  const fs::path build = fs::path(STRIDELAB_BUILD_DIR).lexically_normal();
  return std::mismatch(build.begin(), build.end(), executable.begin(), executable.end()).first == build.end();
}

std::vector<fs::path> candidates() {
  if (const char* given = std::getenv("STRIDELAB_MODELS"); given != nullptr && *given != '\0') return {given};
  std::vector<fs::path> folders;
  std::error_code unreadable;
  const fs::path executable = fs::read_symlink("/proc/self/exe", unreadable);
  if (!unreadable) {
    const fs::path prefix = executable.parent_path().parent_path();
    folders.push_back(prefix / "models");
    folders.push_back(prefix / "share" / "stridelab" / "models");
  }
  if (unreadable || is_of_the_build(executable)) folders.push_back(fs::path(STRIDELAB_SOURCE_DIR) / "models");
  return folders;
}

Diagnostic not_found(std::string file, std::string message, const std::string& tried) {
  Diagnostic fault;
  fault.file = std::move(file);
  fault.message = std::move(message);
  fault.help = "looked at:" + tried + "\nset STRIDELAB_MODELS to the folder models/, or unset it for the shipped one";
  return fault;
}

}  // namespace

tl::expected<fs::path, Diagnostic> models_folder() {
  std::string tried;
  const std::vector<fs::path> all = candidates();
  for (const fs::path& folder : all) {
    std::error_code missing;
    // Another program's folder of that name, /usr/local/models, is none of ours.
    if (fs::is_directory(all.size() == 1 ? folder : folder / "runners", missing)) return folder;
    tried += "\n" + folder.string();
  }
  return tl::unexpected(not_found("models", "there is no folder of model files", tried));
}

tl::expected<fs::path, Diagnostic> model_path(std::string_view relative) {
  const auto folder = models_folder();
  if (!folder) return folder;
  fs::path file = *folder / relative;
  std::error_code missing;
  if (fs::is_regular_file(file, missing)) return file;
  return tl::unexpected(not_found("models/" + std::string(relative), "model file not found", "\n" + file.string()));
}

std::vector<fs::path> model_paths(std::string_view relative_folder) {
  std::vector<fs::path> files;
  const auto folder = models_folder();
  if (!folder) return files;
  std::error_code unreadable;
  const fs::directory_iterator end;
  for (fs::directory_iterator it(*folder / relative_folder, unreadable); !unreadable && it != end;
       it.increment(unreadable))
    if (it->path().extension() == ".toml") files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

fs::path shipped_scenarios_folder() {
  std::error_code missing;
  if (const auto models = models_folder()) {
    fs::path beside = models->parent_path() / "scenarios";
    if (fs::is_directory(beside, missing)) return beside;
  }
  return {};
}

fs::path user_data_folder() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
    return fs::path(data) / "stridelab";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return fs::path(home) / ".local" / "share" / "stridelab";
  return {};
}

}  // namespace stridelab
