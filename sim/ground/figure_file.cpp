#include "ground/figure_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"

namespace stridelab {
namespace {

std::string shown(std::string_view table, std::string_view key) {
  return table.empty() ? std::string(key) : fmt::format("{}.{}", table, key);
}

/// TOML tables know no order of their own.
std::vector<std::string> names_in_line_order(const toml::table& values, bool tables_only) {
  std::vector<std::pair<toml::source_index, std::string>> found;
  for (const auto& [key, node] : values)
    if (!tables_only || node.is_table()) found.emplace_back(node.source().begin.line, std::string(key.str()));
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (auto& [line, name] : found) names.push_back(std::move(name));
  return names;
}

}  // namespace

FigureFile::FigureFile(const std::filesystem::path& file) : file_(file.string()) {
  try {
    root_ = toml::parse_file(file_);
  } catch (const toml::parse_error& error) {
    fault(std::string(error.description()), error.source().begin);
  }
}

void FigureFile::allow(std::string_view table, const std::vector<std::string_view>& keys) {
  const toml::table* values = find(table);
  if (values == nullptr) return;
  for (const auto& [key, node] : *values) {
    if (std::find(keys.begin(), keys.end(), key.str()) != keys.end()) continue;
    const auto near = nearest_spelling(key.str(), keys);
    fault(fmt::format("unknown key '{}'", shown(table, key.str())), node.source().begin,
          near ? fmt::format("did you mean {}?", *near) : "it takes " + or_list(keys));
  }
}

std::vector<std::string> FigureFile::tables() const {
  return root_ ? names_in_line_order(*root_, true) : std::vector<std::string>{};
}

std::vector<std::string> FigureFile::keys(std::string_view table) const {
  const toml::table* values = find(table);
  return values != nullptr ? names_in_line_order(*values, false) : std::vector<std::string>{};
}

double FigureFile::number(std::string_view table, std::string_view key, const Range& range) {
  const toml::node* node = get(table, key);
  const auto value = node != nullptr ? node->value<double>() : std::nullopt;
  if (!value) {
    missing(table, key, node, "a number");
  } else if (!(*value >= range.lo && *value <= range.hi)) {
    fault(fmt::format("{} = {} is outside {} .. {}{}{}", shown(table, key), number_text(*value), number_text(range.lo),
                      number_text(range.hi), range.unit.empty() ? "" : " ", range.unit),
          node->source().begin);
  }
  return value.value_or(0.0);
}

std::string FigureFile::text(std::string_view table, std::string_view key) {
  const toml::node* node = get(table, key);
  const auto value = node != nullptr ? node->value<std::string>() : std::nullopt;
  if (!value || value->empty()) missing(table, key, node, "a text");
  return value.value_or("");
}

bool FigureFile::truth(std::string_view table, std::string_view key) {
  const toml::node* node = get(table, key);
  if (node == nullptr) return false;
  const auto value = node->value<bool>();
  if (!value) missing(table, key, node, "true or false");
  return value.value_or(false);
}

template <typename T>
std::vector<T> FigureFile::list(std::string_view table, std::string_view key, std::string_view kind) {
  const toml::node* node = get(table, key);
  const toml::array* entries = node != nullptr ? node->as_array() : nullptr;
  if (entries == nullptr) {
    missing(table, key, node, kind);
    return {};
  }
  std::vector<T> out;
  for (const toml::node& entry : *entries) {
    if (const auto value = entry.value<T>())
      out.push_back(*value);
    else
      missing(table, key, &entry, kind);
  }
  return out;
}

std::vector<double> FigureFile::numbers(std::string_view table, std::string_view key) {
  return list<double>(table, key, "a list of numbers");
}

std::vector<std::string> FigureFile::texts(std::string_view table, std::string_view key) {
  return list<std::string>(table, key, "a list of texts");
}

void FigureFile::refuse(std::string_view table, std::string_view key, std::string message, std::string help) {
  const toml::node* node = get(table, key);
  fault(std::move(message), node != nullptr ? node->source().begin : toml::source_position{}, std::move(help));
}

Diagnostics FigureFile::faults() {
  std::stable_sort(faults_.begin(), faults_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  return std::move(faults_);
}

const toml::table* FigureFile::find(std::string_view table) const {
  if (!root_) return nullptr;
  return table.empty() ? &*root_ : root_->get_as<toml::table>(table);
}

const toml::node* FigureFile::get(std::string_view table, std::string_view key) const {
  const toml::table* values = find(table);
  return values != nullptr ? values->get(key) : nullptr;
}

void FigureFile::missing(std::string_view table, std::string_view key, const toml::node* node, std::string_view kind) {
  if (!root_) return;  // the file itself is the fault
  fault(fmt::format("'{}' is missing or not {}", shown(table, key), kind),
        node != nullptr ? node->source().begin : toml::source_position{});
}

void FigureFile::fault(std::string message, const toml::source_position& where, std::string help) {
  Diagnostic d;
  d.file = file_;
  d.line = static_cast<int>(where.line);
  d.column = static_cast<int>(where.column);
  d.message = std::move(message);
  d.help = std::move(help);
  faults_.push_back(std::move(d));
}

}  // namespace stridelab
