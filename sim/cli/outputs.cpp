#include "cli/outputs.h"

#include "report/atomic_file.h"

namespace stridelab {

void Outputs::write(const std::string& target, std::string_view content) {
  if (target.empty()) return;
  if (target == "-") {
    console_.out << content << std::flush;
    if (!console_.out) complain("cannot write to stdout");
    return;
  }
  if (const auto written = write_file(target, content); !written) complain(written.error());
}

void Outputs::write_in(const std::string& folder, std::string_view name, std::string_view content) {
  if (const auto made = make_folder(folder); !made) return complain(made.error());
  write((std::filesystem::path(folder) / name).string(), content);
}

void Outputs::complain(const std::string& message) {
  console_.err << "error: " << message << "\n";
  outcome_ = ExitCode::unwritable_output;
}

}  // namespace stridelab
