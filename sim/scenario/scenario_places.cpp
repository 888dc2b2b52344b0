#include "scenario/scenario_places.h"

#include <initializer_list>
#include <system_error>

#include "core/data_folder.h"

namespace stridelab {
namespace fs = std::filesystem;
namespace {

bool is_there(const fs::path& path) {
  std::error_code unreadable;
  return fs::exists(path, unreadable);
}

/// A name has no folder: what has one is a path, and a path that is not there is a slip.
bool is_name(const fs::path& given) { return !given.empty() && !given.has_parent_path(); }

fs::path with_extension(fs::path name) {
  if (name.extension() != ".toml") name += ".toml";
  return name;
}

fs::path found(const std::string& given, std::initializer_list<fs::path> folders) {
  const fs::path path(given);
  if (is_there(path) || !is_name(path)) return path;
  for (const fs::path& folder : folders)
    if (!folder.empty() && is_there(folder / with_extension(path))) return folder / with_extension(path);
  return path;
}

fs::path user_folder(const char* name) {
  const fs::path home = user_data_folder();
  return home.empty() ? home : home / name;
}

}  // namespace

fs::path scenario_path(const std::string& given) {
  const fs::path shipped = shipped_scenarios_folder();
  if (given == "scenarios" && !is_there(given) && !shipped.empty()) return shipped;
  return found(given, {user_folder("scenarios"), shipped});
}

fs::path profile_path(const std::string& given) {
  const fs::path beside = with_extension(given);
  if (!is_there(given) && is_name(given) && is_there(beside)) return beside;
  return found(given, {user_folder("profiles")});
}

}  // namespace stridelab
