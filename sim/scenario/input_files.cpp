#include "scenario/input_files.h"

#include <system_error>

#include "core/model_path.h"
#include "scenario/base_chain.h"

namespace stridelab {
namespace fs = std::filesystem;

std::vector<fs::path> model_files() {
  std::vector<fs::path> files;
  const auto folder = models_folder();
  if (!folder) return files;
  std::error_code fault;
  fs::recursive_directory_iterator entry(*folder, fs::directory_options::skip_permission_denied, fault);
  for (; !fault && entry != fs::recursive_directory_iterator(); entry.increment(fault))
    if (entry->is_regular_file(fault)) files.push_back(entry->path());
  return files;
}

std::vector<fs::path> input_files(const std::vector<fs::path>& scenarios) {
  std::vector<fs::path> files = model_files();
  for (const fs::path& scenario : scenarios) {
    files.push_back(scenario);
    Diagnostics ignored;  // the run says them
    for (const ScenarioFile& file : read_base_chain(scenario, shipped_metrics(), ignored))
      files.emplace_back(file.source.shown);
  }
  return files;
}

}  // namespace stridelab
