#include "model_files/model_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "model_files/model_overlay.h"

namespace stridelab {

ModelFile::ModelFile(const std::filesystem::path& file) : source_(file) {
  if (!source_.faults().empty()) return;
  try {
    root_ = toml::parse(source_.text());
    parsed_ = true;
    if (const ModelOverlay* overlay = active_overlay()) overlay->lay_over(source_.file(), root_);
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    source_.fault(static_cast<int>(at.line), static_cast<int>(at.column), 1,
                  "not valid TOML: " + std::string(error.description()));
  }
}

Diagnostics ModelFile::faults() {
  for (const auto& [table, visit] : visits_) refuse_unknown(*table, visit.path, visit.asked);
  visits_.clear();
  return source_.faults();
}

void ModelFile::refuse_unknown(const toml::table& table, const std::string& path,
                               const std::vector<std::string>& asked) {
  const std::vector<std::string_view> names(asked.begin(), asked.end());
  for (const auto& [key, node] : table) {
    if (std::find(asked.begin(), asked.end(), key.str()) != asked.end()) continue;
    const auto near = nearest_spelling(key.str(), names);
    const auto& at = key.source().begin;
    source_.fault(static_cast<int>(at.line), static_cast<int>(at.column), static_cast<int>(display_width(key.str())),
                  fmt::format("unknown key '{}{}{}'", path, path.empty() ? "" : ".", printable(key.str())),
                  near ? fmt::format("did you mean {}?", *near) : "it takes " + or_list(names));
  }
}

void ModelFile::fault(const toml::node* at, std::string message, std::string help) {
  if (at == nullptr) return source_.fault(0, 0, 1, std::move(message), std::move(help));
  const auto &begin = at->source().begin, &end = at->source().end;
  const bool one_line = end.line == begin.line && end.column > begin.column;
  source_.fault(static_cast<int>(begin.line), static_cast<int>(begin.column),
                one_line ? static_cast<int>(end.column - begin.column) : 1, std::move(message), std::move(help));
}

}  // namespace stridelab
