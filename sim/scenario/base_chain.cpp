#include "scenario/base_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <tl/expected.hpp>

#include "core/data_folder.h"

namespace stridelab {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t longest_chain = 16;
constexpr const char* base_rule = "a base lies in the folder of the file that names it, or below";

bool is_below(const fs::path& file, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end();
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

/// The file a base leads to, as shown to people.
tl::expected<fs::path, Fault> find_base(const fs::path& from, const std::string& base) {
  const fs::path named(base);
  if (base.empty()) return tl::unexpected(Fault{"base is empty", "leave the line out to start from the defaults"});
  if (named.is_absolute())
    return tl::unexpected(Fault{fmt::format("base = \"{}\" is an absolute path", base), base_rule});
  const fs::path inside = named.lexically_normal();
  const Fault outside{fmt::format("base = \"{}\" leads outside the folder of this file", base), base_rule};
  if (*inside.begin() == "..") return tl::unexpected(outside);

  const fs::path file = from.has_parent_path() ? from.parent_path() / inside : inside;
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status) && !inside.has_parent_path()) {
    // A person's own scenario may build on one that came with the program.
    const fs::path shipped = shipped_scenarios_folder() / inside;
    if (fs::is_regular_file(shipped, error)) return shipped;
  }
  if (!fs::exists(status)) {
    const std::string near = nearest_file(folder_of(file), file.filename().string());
    return tl::unexpected(Fault{fmt::format("base = \"{}\" does not exist: no file {}", base, file.string()),
                                near.empty() ? base_rule : fmt::format("did you mean \"{}\"?", near)});
  }
  const fs::path real = fs::canonical(file, error);
  if (error || !is_below(real, fs::canonical(folder_of(from), error))) return tl::unexpected(outside);
  return file;
}

/// One step of the chain; remembers the real files to notice a circle.
class ChainReader {
 public:
  ChainReader(const MetricNames& metrics, Diagnostics& faults) : metrics_(metrics), faults_(faults) {}

  std::vector<ScenarioFile> read(fs::path path) {
    while (true) {
      auto source = load_source(path);
      if (!source) {
        faults_.push_back(source.error());
        break;
      }
      std::error_code error;
      real_files_.push_back(fs::canonical(path, error));
      files_.push_back(read_scenario_file(std::move(*source), metrics_, faults_));
      if (!files_.back().base) break;
      const auto next = next_base(path);
      if (!next) {
        add_in_order(files_.back().source.at(files_.back().base_place, next.error()));
        break;
      }
      path = *next;
    }
    return std::move(files_);
  }

 private:
  tl::expected<fs::path, Fault> next_base(const fs::path& from) const {
    const std::string& base = *files_.back().base;
    auto next = find_base(from, base);
    if (!next) return next;
    std::error_code error;
    const fs::path real = fs::canonical(*next, error);
    const auto seen = std::find(real_files_.begin(), real_files_.end(), real);
    if (seen != real_files_.end()) {
      std::string chain;
      for (auto i = static_cast<std::size_t>(seen - real_files_.begin()); i < files_.size(); ++i) {
        chain += files_[i].source.shown + " -> ";
      }
      return tl::unexpected(Fault{fmt::format("base = \"{}\" leads back to itself: {}{}", base, chain, next->string()),
                                  "a chain of bases ends in a file without a base"});
    }
    if (files_.size() >= longest_chain) {
      return tl::unexpected(
          Fault{fmt::format("more than {} bases in a chain", longest_chain), "base a scenario on a simpler one"});
    }
    return next;
  }

  /// The fault of a base line belongs among the faults of its file, by line.
  void add_in_order(const Diagnostic& fault) {
    const auto after = std::find_if(faults_.begin(), faults_.end(), [&](const Diagnostic& other) {
      return other.file == fault.file && other.line > fault.line;
    });
    faults_.insert(after, fault);
  }

  const MetricNames& metrics_;
  Diagnostics& faults_;
  std::vector<ScenarioFile> files_;
  std::vector<fs::path> real_files_;
};

}  // namespace

std::vector<ScenarioFile> read_base_chain(const fs::path& path, const MetricNames& metrics, Diagnostics& faults) {
  return ChainReader(metrics, faults).read(path);
}

}  // namespace stridelab
