#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "scenario/scenario.h"
#include "scenario/scenario_places.h"
#include "scenario/source_file.h"

namespace stridelab {
namespace fs = std::filesystem;
namespace {

Diagnostic fault(const std::string& path, std::string message, std::string help) {
  return SourceFile{path, "", {}}.at({}, {std::move(message), std::move(help)});
}

/// A plan of weeks and the design of a sweep are no scenarios and may lie beside them.
bool names_scenario(const fs::path& file) {
  const fs::path kind = file.stem().extension();
  return file.extension() == ".toml" && kind != ".plan" && kind != ".design";
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  fs::recursive_directory_iterator entry(folder, options, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unreadable;
    if (names_scenario(entry->path()) && entry->is_regular_file(unreadable)) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());  // the order of a folder is chance
  return files;
}

}  // namespace

tl::expected<std::vector<fs::path>, Diagnostics> find_scenarios(std::span<const std::string> paths) {
  std::vector<fs::path> found;
  Diagnostics faults;
  for (const std::string& given : paths) {
    std::error_code error;
    const std::string path = scenario_path(given).string();
    if (fs::is_directory(path, error)) {
      const auto files = files_below(path);
      if (files.empty()) faults.push_back(fault(path, "no scenario in this folder", "a scenario is a *.toml file"));
      found.insert(found.end(), files.begin(), files.end());
    } else if (fs::exists(path, error)) {
      found.emplace_back(path);
    } else {
      const fs::path missing(path);
      const std::string near = nearest_file(missing.parent_path(), missing.filename().string());
      faults.push_back(
          fault(path, "no such file or folder",
                near.empty() ? "" : fmt::format("did you mean {}?", (missing.parent_path() / near).string())));
    }
  }
  if (!faults.empty()) return tl::unexpected(faults);
  return found;
}

}  // namespace stridelab
