#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

/// TOML tables know no order of their own.
std::vector<std::pair<toml::source_index, std::string>> in_line_order(const toml::table& table, bool tables_only) {
  std::vector<std::pair<toml::source_index, std::string>> found;
  for (const auto& [key, node] : table)
    if (!tables_only || node.is_table()) found.emplace_back(key.source().begin.line, std::string(key.str()));
  std::stable_sort(found.begin(), found.end());
  return found;
}

}  // namespace

const toml::node* ModelSection::find(std::string_view key) {
  if (table_ == nullptr) return nullptr;
  auto& visit = file_->visits_[table_];
  visit.path = path_;
  if (std::find(visit.asked.begin(), visit.asked.end(), key) == visit.asked.end()) visit.asked.emplace_back(key);
  return table_->get(key);
}

std::string ModelSection::shown(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

ModelSection ModelSection::table(std::string_view key) {
  const toml::node* node = find(key);
  const toml::table* found = node != nullptr ? node->as_table() : nullptr;
  if (found == nullptr) missing(key, node, "a table");
  return {*file_, found, shown(key), std::string(key)};
}

std::vector<ModelSection> ModelSection::tables(std::string_view prefix) {
  std::vector<ModelSection> out;
  if (table_ != nullptr)
    for (const auto& [line, key] : in_line_order(*table_, true))
      if (key.starts_with(prefix)) out.push_back(table(key));
  return out;
}

std::vector<std::string> ModelSection::keys() {
  std::vector<std::string> out;
  if (table_ != nullptr)
    for (auto& [line, key] : in_line_order(*table_, false)) {
      find(key);
      out.push_back(std::move(key));
    }
  return out;
}

std::vector<ModelSection> ModelSection::list(std::string_view key) {
  std::vector<ModelSection> out;
  const toml::node* node = find(key);
  const toml::array* entries = node != nullptr ? node->as_array() : nullptr;
  if (entries == nullptr || entries->empty() || !entries->is_homogeneous(toml::node_type::table)) {
    missing(key, node, "a list of tables");
    return out;
  }
  for (std::size_t i = 0; i < entries->size(); ++i) {
    const std::string name = fmt::format("{}[{}]", key, i);
    out.push_back({*file_, (*entries)[i].as_table(), shown(name), name});
    file_->visits_[out.back().table_].path = out.back().path_;
  }
  return out;
}

void ModelSection::check(std::string_view name, const toml::node& at, double value, const ModelRange& range) {
  if (!range.holds(value)) fault(at, fmt::format("{} = {} is outside {}", name, number_text(value), range.text()));
}

double ModelSection::number(std::string_view key, const ModelRange& range) {
  const toml::node* node = find(key);
  const auto value = node != nullptr ? node->value<double>() : std::nullopt;
  if (!value)
    missing(key, node, "a number");
  else
    check(shown(key), *node, *value, range);
  return value.value_or(0.0);
}

std::vector<double> ModelSection::numbers(std::string_view key, const ModelRange& range) {
  std::vector<double> out;
  const toml::array* list = array(key, "a list of numbers");
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const toml::node& entry = (*list)[i];
    const auto value = entry.value<double>();
    if (!value)
      missing(fmt::format("{}[{}]", key, i), &entry, "a number");
    else
      check(fmt::format("{}[{}]", shown(key), i), entry, *value, range);
    out.push_back(value.value_or(0.0));
  }
  return out;
}

std::vector<double> ModelSection::counted(std::string_view key, const ModelRange& range, std::size_t count) {
  std::vector<double> out = numbers(key, range);
  if (const toml::node* node = find(key); node != nullptr && node->is_array() && out.size() != count)
    fault(*node, fmt::format("'{}' has {} numbers, not {}", shown(key), out.size(), count));
  out.resize(count);
  return out;
}

Vec3 ModelSection::point(std::string_view key, const ModelRange& range) { return point(key, {range, range, range}); }

Vec3 ModelSection::point(std::string_view key, const std::array<ModelRange, 3>& ranges) {
  const auto xyz = numbers<3>(key, {-1e300, 1e300, ""});
  const toml::node* node = find(key);
  const toml::array* list = node != nullptr ? node->as_array() : nullptr;
  for (std::size_t i = 0; list != nullptr && list->size() == 3 && i < 3; ++i)
    if ((*list)[i].is_number()) check(fmt::format("{}[{}]", shown(key), i), (*list)[i], xyz[i], ranges[i]);
  return {xyz[0], xyz[1], xyz[2]};
}

std::array<double, 2> ModelSection::band(std::string_view key, const ModelRange& range) {
  const auto ends = numbers<2>(key, range);
  if (ends[0] > ends[1]) fault(key, fmt::format("'{}' needs two numbers, the smaller first", shown(key)));
  return ends;
}

std::string ModelSection::text(std::string_view key) {
  const toml::node* node = find(key);
  const auto value = node != nullptr ? node->value_exact<std::string>() : std::nullopt;
  if (!value || value->empty()) missing(key, node, "a text");
  return value.value_or("");
}

std::vector<std::string> ModelSection::texts(std::string_view key) {
  std::vector<std::string> out;
  const toml::array* list = array(key, "a list of texts");
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const auto word = (*list)[i].value_exact<std::string>();
    if (word && !word->empty())
      out.push_back(*word);
    else
      missing(fmt::format("{}[{}]", key, i), &(*list)[i], "a text");
  }
  return out;
}

std::size_t ModelSection::word(std::string_view key, std::span<const std::string_view> words) {
  const std::string given = text(key);
  const auto found = std::find(words.begin(), words.end(), given);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const auto near = nearest_spelling(given, words);
  if (!given.empty())
    fault(key, fmt::format("unknown {} '{}'", key, printable(given)),
          near ? fmt::format("did you mean {}?", *near) : "it is " + or_list(words));
  return 0;
}

bool ModelSection::flag(std::string_view key) {
  const toml::node* node = find(key);
  const auto value = node != nullptr ? node->value_exact<bool>() : std::nullopt;
  if (!value) missing(key, node, "true or false");
  return value.value_or(false);
}

const toml::array* ModelSection::array(std::string_view key, std::string_view what) {
  const toml::node* node = find(key);
  const toml::array* found = node != nullptr ? node->as_array() : nullptr;
  if (found == nullptr) missing(key, node, what);
  return found;
}

void ModelSection::missing(std::string_view key, const toml::node* node, std::string_view what) {
  if (table_ == nullptr) return;  // that it is not there has been said
  const toml::node* at = node != nullptr ? node : path_.empty() ? nullptr : table_;
  file_->fault(at, fmt::format("'{}' is missing or not {}", shown(key), what), {});
}

void ModelSection::fault(std::string_view key, std::string message, std::string help) {
  const toml::node* node = find(key);
  if (table_ != nullptr) file_->fault(node != nullptr ? node : table_, std::move(message), std::move(help));
}

void ModelSection::fault(const toml::node& at, std::string message, std::string help) {
  file_->fault(&at, std::move(message), std::move(help));
}

void ModelSection::refuse(std::string message, std::string help) {
  if (table_ != nullptr) file_->fault(path_.empty() ? nullptr : table_, std::move(message), std::move(help));
}

}  // namespace stridelab
