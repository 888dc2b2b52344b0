#include "regions/region_map.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "catalogue/metric_table.h"
#include "core/model_path.h"
#include "core/text.h"

namespace stridelab {
namespace {

/// Reads the file and collects every fault instead of stopping at the first.
class RegionFile {
 public:
  explicit RegionFile(const std::filesystem::path& file) : file_(file.string()) {
    try {
      root_ = toml::parse_file(file_);
    } catch (const toml::parse_error& error) {
      fault(std::string(error.description()), error.source().begin);
    }
  }

  RegionMap map() {
    RegionMap map;
    if (!root_) return map;
    map.basis = text(*root_, "basis");
    for (const toml::table* entry : tables(*root_, "region")) map.regions.push_back(region(*entry));
    if (map.regions.empty()) fault("there is no [[region]]", {});
    refuse_repeats(map);
    return map;
  }

  Diagnostics faults() { return std::move(faults_); }

 private:
  Region region(const toml::table& entry) {
    Region region{text(entry, "key"),  short_text(entry, "label", region_label_columns),
                  text(entry, "name"), text(entry, "where"),
                  words(entry),        {}};
    for (const toml::table* load : tables(entry, "load")) region.metrics.push_back(metric(*load));
    if (region.metrics.empty()) fault("a [[region]] needs at least one [[region.load]]", entry.source().begin);
    return region;
  }

  RegionMetric metric(const toml::table& load) {
    RegionMetric metric{text(load, "metric"), short_text(load, "name", load_name_columns), 0.0, 0.0};
    if (!metric.key.empty() && !find_metric(metric.key))
      fault(fmt::format("there is no metric '{}'", metric.key), load.source().begin, nearest_metric(metric.key));
    const toml::array* band = load.get_as<toml::array>("band");
    const auto end = [&](std::size_t i) {
      return band != nullptr && band->size() == 2 ? (*band)[i].value<double>() : std::nullopt;
    };
    if (!end(0) || !end(1) || *end(0) > *end(1)) {
      fault("'band' needs two numbers, the smaller first", load.source().begin);
      return metric;
    }
    return {metric.key, metric.name, *end(0), *end(1)};
  }

  std::vector<std::string> words(const toml::table& entry) {
    std::vector<std::string> out;
    if (const toml::array* list = entry.get_as<toml::array>("words"))
      for (const toml::node& node : *list)
        if (const auto word = node.value<std::string>(); word && !word->empty()) out.push_back(*word);
    if (out.empty()) fault("'words' is missing or not a list of texts", entry.source().begin);
    return out;
  }

  std::string text(const toml::table& table, std::string_view key) {
    const auto value = table[key].value<std::string>();
    if (!value || value->empty()) fault(fmt::format("'{}' is missing or not a text", key), table.source().begin);
    return value.value_or("");
  }

  std::string short_text(const toml::table& table, std::string_view key, std::size_t columns) {
    std::string value = text(table, key);
    if (display_width(value) > columns)
      fault(fmt::format("{} = \"{}\" is longer than {} columns", key, value, columns), table.source().begin);
    return value;
  }

  static std::vector<const toml::table*> tables(const toml::table& table, std::string_view key) {
    std::vector<const toml::table*> out;
    if (const toml::array* list = table.get_as<toml::array>(key))
      for (const toml::node& node : *list)
        if (const toml::table* entry = node.as_table()) out.push_back(entry);
    return out;
  }

  void refuse_repeats(const RegionMap& map) {
    for (std::size_t i = 0; i < map.regions.size(); ++i)
      if (find_region(map, map.regions[i].key) != &map.regions[i])
        fault(fmt::format("two regions have the key '{}'", map.regions[i].key), {});
  }

  void fault(std::string message, const toml::source_position& where, const std::string& near = {}) {
    Diagnostic d;
    d.file = file_;
    d.line = static_cast<int>(where.line);
    d.column = static_cast<int>(where.column);
    d.message = std::move(message);
    d.help = near.empty() ? "this file ships with the program; restore it or correct the entry"
                          : fmt::format("did you mean '{}'?", near);
    faults_.push_back(std::move(d));
  }

  std::string file_;
  std::optional<toml::table> root_;
  Diagnostics faults_;
};

/// A key as it is compared: people write blanks and hyphens for underscores.
std::string plain(std::string_view key) {
  std::string out(key);
  for (char& c : out)
    if (c == ' ' || c == '-') c = '_';
  return out;
}

}  // namespace

tl::expected<RegionMap, Diagnostics> read_region_map(const std::filesystem::path& file) {
  RegionFile in(file);
  RegionMap map = in.map();
  if (Diagnostics faults = in.faults(); !faults.empty()) return tl::unexpected(std::move(faults));
  return map;
}

tl::expected<RegionMap, Diagnostics> read_region_map() {
  const auto file = model_path("regions/leg.toml");
  if (!file) return tl::unexpected(Diagnostics{file.error()});
  return read_region_map(*file);
}

const Region* find_region(const RegionMap& map, std::string_view key) {
  const auto same = [&](const Region& region) { return region.key == plain(key); };
  const auto region = std::find_if(map.regions.begin(), map.regions.end(), same);
  return region == map.regions.end() ? nullptr : &*region;
}

std::string nearest_region(const RegionMap& map, std::string_view key) {
  std::vector<std::string_view> keys;
  for (const Region& region : map.regions) keys.push_back(region.key);
  return std::string(nearest_spelling(plain(key), keys).value_or(""));
}

}  // namespace stridelab
