#include "scenario/find_scenarios.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
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

bool ends_like_toml(const fs::path& file) {
  std::string name = file.filename().string();
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  return name.ends_with(".toml") || name.ends_with(".toml~") || name.find(".toml.") != std::string::npos;
}

/// Why something in a folder is left out that somebody may take for a scenario; empty where nobody does.
std::string why_left_out(const fs::directory_entry& entry) {
  std::error_code fault;
  const bool link = entry.is_symlink(fault);
  if (entry.is_directory(fault)) {
    if (link) return "a link to a folder: name it to run what is in it";
    return access(entry.path().c_str(), R_OK | X_OK) == 0 ? "" : "a folder that cannot be opened";
  }
  if (!ends_like_toml(entry.path())) return {};
  if (!entry.exists(fault)) return "a link to nothing";
  if (!entry.is_regular_file(fault)) return "no regular file";
  return entry.path().extension() == ".toml" ? "" : "a scenario in a folder ends in .toml";
}

/// The design of a sweep is no scenario and may lie beside them.
bool names_design(const fs::path& file) { return file.stem().extension() == ".design"; }

void look_below(const fs::path& folder, FoundScenarios& found) {
  const auto first = static_cast<std::ptrdiff_t>(found.files.size());
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  fs::recursive_directory_iterator entry(folder, options, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unreadable;
    if (std::string why = why_left_out(*entry); !why.empty()) {
      found.not_read.push_back({entry->path(), std::move(why)});
    } else if (entry->path().extension() == ".toml" && !names_design(entry->path()) &&
               entry->is_regular_file(unreadable)) {
      (names_plan(entry->path()) ? found.plans : found.files).push_back(entry->path());
    }
  }
  if (error) found.not_read.push_back({folder, "cannot be read to its end: " + error.message()});
  std::sort(found.files.begin() + first, found.files.end());  // the order of a folder is chance
}

}  // namespace

bool names_plan(const fs::path& file) { return file.extension() == ".toml" && file.stem().extension() == ".plan"; }

tl::expected<FoundScenarios, Diagnostic> look_for_files(const std::string& given) {
  FoundScenarios found;
  std::error_code error;
  const std::string path = scenario_path(given).string();
  if (fs::is_directory(path, error)) {
    look_below(path, found);
    if (found.files.empty() && found.plans.empty())
      return tl::unexpected(fault(path, "no scenario in this folder", "a scenario is a *.toml file"));
    std::sort(found.plans.begin(), found.plans.end());
    std::sort(found.not_read.begin(), found.not_read.end(), [](auto& a, auto& b) { return a.path < b.path; });
  } else if (fs::exists(path, error)) {
    found.files.emplace_back(path);
  } else {
    const fs::path missing(path);
    const std::string near = nearest_file(missing.parent_path(), missing.filename().string());
    return tl::unexpected(
        fault(path, "no such file or folder",
              near.empty() ? "" : fmt::format("did you mean {}?", (missing.parent_path() / near).string())));
  }
  return found;
}

tl::expected<FoundScenarios, Diagnostics> look_for_scenarios(std::span<const std::string> paths) {
  FoundScenarios all;
  Diagnostics faults;
  for (const std::string& path : paths) {
    auto found = look_for_files(path);
    if (found && found->files.empty())
      found = tl::unexpected(fault(path, "no scenario in this folder", "it has plans of weeks: stridelab plan FILE"));
    if (!found) {
      faults.push_back(found.error());
      continue;
    }
    all.files.insert(all.files.end(), found->files.begin(), found->files.end());
    all.plans.insert(all.plans.end(), found->plans.begin(), found->plans.end());
    all.not_read.insert(all.not_read.end(), found->not_read.begin(), found->not_read.end());
  }
  if (!faults.empty()) return tl::unexpected(faults);
  return all;
}

tl::expected<std::vector<fs::path>, Diagnostics> find_scenarios(std::span<const std::string> paths) {
  return look_for_scenarios(paths).map([](FoundScenarios found) { return std::move(found.files); });
}

}  // namespace stridelab
