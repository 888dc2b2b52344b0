#include "render/app/first_scenario.h"

#include <string>
#include <system_error>
#include <vector>

#ifndef STRIDELAB_SOURCE_DIR
#error "the build defines STRIDELAB_SOURCE_DIR for this file"
#endif

namespace stridelab::view {
namespace fs = std::filesystem;

tl::expected<fs::path, Diagnostic> first_scenario() {
  std::vector<fs::path> folders;
  std::error_code unreadable;
  const fs::path executable = fs::read_symlink("/proc/self/exe", unreadable);
  if (!unreadable) {
    const fs::path prefix = executable.parent_path().parent_path();
    folders = {prefix / "scenarios", prefix / "share" / "stridelab" / "scenarios"};
  }
  folders.push_back(fs::path(STRIDELAB_SOURCE_DIR) / "scenarios");
  Diagnostic fault;
  fault.file = "easy_run.toml";
  fault.message = "the scenario to start with is not installed";
  fault.help = "name a scenario file; looked at:";
  for (const fs::path& folder : folders) {
    fs::path file = folder / fault.file;
    std::error_code missing;
    if (fs::is_regular_file(file, missing)) return file;
    fault.help += "\n" + file.string();
  }
  return tl::unexpected(fault);
}

}  // namespace stridelab::view
