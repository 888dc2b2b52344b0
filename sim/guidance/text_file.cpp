#include "guidance/text_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"

namespace stridelab {
namespace {

Diagnostic diagnostic(const std::string& file, const toml::source_position& where, std::string message,
                      std::string help) {
  Diagnostic d;
  d.file = file;
  d.line = static_cast<int>(where.line);
  d.column = static_cast<int>(where.column);
  d.message = std::move(message);
  d.help = std::move(help);
  return d;
}

/// Lines of one paragraph become one line; an empty line still parts two paragraphs.
std::string unwrapped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_break = text[i] == '\n';
    const bool is_empty_line = is_break && i + 1 < text.size() && text[i + 1] == '\n';
    if (is_empty_line) {
      out += "\n\n";
      while (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      out += is_break ? ' ' : text[i];
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out;
}

}  // namespace

TextFile::TextFile(const std::filesystem::path& path) : name_(path.string()) {
  try {
    root_ = toml::parse_file(name_);
  } catch (const toml::parse_error& error) {
    faults_.push_back(diagnostic(name_, error.source().begin, std::string(error.description()), {}));
  }
}

void TextFile::fault(const toml::node& node, std::string message, std::string help) {
  faults_.push_back(diagnostic(name_, node.source().begin, std::move(message), std::move(help)));
}

const toml::node* TextFile::required(const toml::table& table, std::string_view key, std::string_view kind) {
  const toml::node* node = table.get(key);
  if (node == nullptr) fault(table, fmt::format("'{}' is missing", key), fmt::format("it is {}", kind));
  return node;
}

std::string TextFile::text(const toml::table& table, std::string_view key) {
  const toml::node* node = required(table, key, "a text");
  if (node == nullptr) return {};
  const std::string value = unwrapped(node->value<std::string>().value_or(""));
  if (value.empty()) fault(*node, fmt::format("'{}' is empty or not a text", key));
  return value;
}

std::string TextFile::optional_text(const toml::table& table, std::string_view key) {
  return table.contains(key) ? text(table, key) : std::string();
}

std::vector<std::string> TextFile::texts(const toml::table& table, std::string_view key) {
  std::vector<std::string> values;
  const toml::node* node = required(table, key, "a list of texts");
  if (node == nullptr) return values;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    fault(*node, fmt::format("'{}' is not a list of texts", key));
    return values;
  }
  for (const toml::node& item : *list) {
    if (const auto word = item.value<std::string>(); word && !word->empty()) {
      values.push_back(*word);
    } else {
      fault(item, fmt::format("'{}' holds something that is not a text", key));
    }
  }
  return values;
}

std::optional<bool> TextFile::optional_flag(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<bool>();
  if (!value) fault(*node, fmt::format("'{}' is not true or false", key));
  return value;
}

void TextFile::allow(const toml::table& table, std::span<const std::string_view> keys) {
  for (const auto& [key, node] : table) {
    if (std::find(keys.begin(), keys.end(), key.str()) != keys.end()) continue;
    const auto near = nearest_spelling(key.str(), keys);
    fault(node, fmt::format("unknown key '{}'", printable(key.str())),
          near ? fmt::format("did you mean {}?", *near) : "it takes " + or_list(keys));
  }
}

Diagnostics TextFile::faults() const {
  Diagnostics sorted = faults_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  return sorted;
}

}  // namespace stridelab
