#include "loads/muscles/data_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"

namespace stridelab {

DataFile::DataFile(const std::filesystem::path& file) : file_(file.string()) {
  try {
    root_ = toml::parse_file(file_);
    parsed_ = true;
  } catch (const toml::parse_error& error) {
    place_fault(error.source().begin, std::string(error.description()), {});
  }
}

void DataFile::allow(std::string_view table, std::span<const std::string_view> keys) {
  const toml::table* values = table.empty() ? &root_ : root_.at_path(table).as_table();
  if (values == nullptr) return;
  for (const auto& [key, node] : *values) {
    if (std::find(keys.begin(), keys.end(), key.str()) != keys.end()) continue;
    const auto near = nearest_spelling(key.str(), keys);
    fault(&node, fmt::format("unknown key '{}{}{}'", table, table.empty() ? "" : ".", key.str()),
          near ? fmt::format("did you mean {}?", *near) : "it takes " + or_list(keys));
  }
}

double DataFile::number(std::string_view path, double low, double high) {
  const auto node = root_.at_path(path);
  const auto value = node.value<double>();
  if (!value) {
    fault(node.node(), fmt::format("'{}' is missing or not a number", path));
  } else if (!(*value >= low && *value <= high)) {
    fault(node.node(),
          fmt::format("{} = {} is outside {} .. {}", path, number_text(*value), number_text(low), number_text(high)));
  }
  return value.value_or(0.0);
}

const toml::array* DataFile::array(std::string_view path, std::string_view what) {
  const auto node = root_.at_path(path);
  if (!node.is_array()) fault(node.node(), fmt::format("'{}' is missing or not {}", path, what));
  return node.as_array();
}

void DataFile::fault(const toml::node* at, std::string message, std::string help) {
  if (!parsed_) return;
  place_fault(at != nullptr ? at->source().begin : toml::source_position{}, std::move(message), std::move(help));
}

void DataFile::place_fault(const toml::source_position& where, std::string message, std::string help) {
  Diagnostic d;
  d.file = file_;
  d.line = static_cast<int>(where.line);
  d.column = static_cast<int>(where.column);
  d.message = std::move(message);
  d.help = help.empty() ? "this file ships with the program; restore it or correct the entry" : std::move(help);
  faults_.push_back(std::move(d));
}

Diagnostics DataFile::faults() {
  std::stable_sort(faults_.begin(), faults_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  return std::move(faults_);
}

}  // namespace stridelab
