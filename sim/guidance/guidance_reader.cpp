#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "core/model_path.h"
#include "core/text.h"
#include "guidance/guidance.h"
#include "guidance/text_file.h"

namespace stridelab {
namespace {

constexpr std::array kinds{GuidanceKind::self_care,    GuidanceKind::warm_up,  GuidanceKind::exercise,
                           GuidanceKind::stretch,      GuidanceKind::habit,    GuidanceKind::professional,
                           GuidanceKind::warning_sign, GuidanceKind::mechanism};

constexpr std::array<std::string_view, 4> file_keys{"entry", "region", "parameter", "metric"};
constexpr std::array<std::string_view, 9> entry_keys{"key",     "title",    "text",     "kind",  "regions",
                                                     "acts_on", "modelled", "evidence", "source"};
constexpr std::array<std::string_view, 3> region_keys{"key", "text", "advice"};
constexpr std::array<std::string_view, 4> parameter_keys{"mechanism", "engines", "certainty", "metrics"};
constexpr std::array<std::string_view, 4> metric_keys_of_notes{"reading", "validity", "regions", "changed_by"};

GuidanceKind kind_of(TextFile& file, const toml::table& table) {
  const std::string word = file.text(table, "kind");
  std::array<std::string_view, kinds.size()> words{};
  std::transform(kinds.begin(), kinds.end(), words.begin(), [](GuidanceKind k) { return to_text(k); });
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return kinds[static_cast<std::size_t>(found - words.begin())];
  if (!word.empty()) file.fault(*table.get("kind"), fmt::format("unknown kind '{}'", word), "it is " + or_list(words));
  return GuidanceKind::self_care;
}

/// Advice says either what it acts on or that the model does not know it: a forgotten list is no answer.
std::vector<std::string> acts_on(TextFile& file, const toml::table& table) {
  const bool modelled = file.optional_flag(table, "modelled").value_or(true);
  std::vector<std::string> keys;
  if (table.contains("acts_on")) keys = file.texts(table, "acts_on");
  if (modelled == keys.empty())
    file.fault(table, modelled ? "neither acts_on nor modelled = false" : "modelled = false, but acts_on names keys");
  return keys;
}

GuidanceEntry entry(TextFile& file, const toml::table& t) {
  file.allow(t, entry_keys);
  GuidanceEntry e;
  e.key = file.text(t, "key");
  e.title = file.text(t, "title");
  e.text = file.text(t, "text");
  e.kind = kind_of(file, t);
  e.regions = file.texts(t, "regions");
  e.acts_on = acts_on(file, t);
  e.evidence = file.text(t, "evidence");
  e.source = file.optional_text(t, "source");
  return e;
}

RegionNotes region(TextFile& file, const toml::table& t) {
  file.allow(t, region_keys);
  return {file.text(t, "key"), file.text(t, "text"), file.texts(t, "advice")};
}

ParameterNotes parameter(TextFile& file, std::string_view key, const toml::table& t) {
  file.allow(t, parameter_keys);
  return {std::string(key), file.text(t, "mechanism"), file.text(t, "engines"), file.text(t, "certainty"),
          file.texts(t, "metrics")};
}

MetricNotes metric(TextFile& file, std::string_view key, const toml::table& t) {
  file.allow(t, metric_keys_of_notes);
  return {std::string(key), file.text(t, "reading"), file.text(t, "validity"), file.texts(t, "regions"),
          file.texts(t, "changed_by")};
}

/// [[name]]: calls `take` with every table of the list.
template <typename Take>
void each_of_list(TextFile& file, std::string_view name, Take take) {
  const toml::node* node = file.root().get(name);
  if (node == nullptr) return;
  const toml::array* list = node->as_array();
  if (list == nullptr) return file.fault(*node, fmt::format("'{}' is not [[{}]]", name, name));
  for (const toml::node& item : *list) {
    if (const toml::table* table = item.as_table()) {
      take(*table);
    } else {
      file.fault(item, fmt::format("'{}' is not [[{}]]", name, name));
    }
  }
}

/// [name.KEY]: calls `take` with every key and its table, in the order of the lines.
template <typename Take>
void each_of_table(TextFile& file, std::string_view name, Take take) {
  const toml::node* node = file.root().get(name);
  if (node == nullptr) return;
  const toml::table* tables = node->as_table();
  if (tables == nullptr) return file.fault(*node, fmt::format("'{}' is not [{}.KEY]", name, name));
  std::vector<std::pair<std::string_view, const toml::table*>> in_order;
  for (const auto& [key, item] : *tables) {
    if (item.is_table()) {
      in_order.emplace_back(key.str(), item.as_table());
    } else {
      file.fault(item, fmt::format("'{}' is not [{}.KEY]", key.str(), name));
    }
  }
  std::stable_sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) {
    return a.second->source().begin.line < b.second->source().begin.line;
  });
  for (const auto& [key, table] : in_order) take(key, *table);
}

/// Adds a row unless its key is taken.
template <typename Row>
void add(std::vector<Row>& rows, Row row, TextFile& file, const toml::table& table) {
  const bool taken = std::any_of(rows.begin(), rows.end(), [&](const Row& r) { return r.key == row.key; });
  if (taken) return file.fault(table, fmt::format("'{}' is there already", row.key));
  rows.push_back(std::move(row));
}

void read_file(TextFile& file, Guidance& all) {
  file.allow(file.root(), file_keys);
  each_of_list(file, "entry", [&](const toml::table& t) { add(all.entries, entry(file, t), file, t); });
  each_of_list(file, "region", [&](const toml::table& t) { add(all.regions, region(file, t), file, t); });
  each_of_table(file, "parameter", [&](std::string_view key, const toml::table& t) {
    add(all.parameters, parameter(file, key, t), file, t);
  });
  each_of_table(file, "metric",
                [&](std::string_view key, const toml::table& t) { add(all.metrics, metric(file, key, t), file, t); });
}

Diagnostic general_fault(std::string file, std::string message) {
  Diagnostic d;
  d.file = std::move(file);
  d.message = std::move(message);
  return d;
}

/// Regions and advice that are named must be there; whether parameters and metrics are is a matter of their tables.
class NameCheck {
 public:
  NameCheck(const Guidance& all, std::string folder, Diagnostics& faults)
      : all_(all), folder_(std::move(folder)), faults_(faults) {}

  void run() {
    for (const GuidanceEntry& e : all_.entries) regions(e.key, e.regions);
    for (const MetricNotes& m : all_.metrics) regions(m.key, m.regions);
    for (const RegionNotes& r : all_.regions) {
      regions("[[region]]", {r.key});
      for (const std::string& name : r.advice)
        if (all_.entry(name) == nullptr) fault("'{}' advises '{}', which is no entry", r.key, name);
    }
  }

 private:
  void regions(const std::string& owner, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      if (find_region(all_.map, name) == nullptr) fault("'{}' names the region '{}', which is not there", owner, name);
  }

  void fault(fmt::format_string<const std::string&, const std::string&> text, const std::string& owner,
             const std::string& name) {
    const std::string shown = printable(name);
    faults_.push_back(general_fault(folder_, fmt::format(text, owner, shown)));
  }

  const Guidance& all_;
  std::string folder_;
  Diagnostics& faults_;
};

std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code unreadable;
  const std::filesystem::directory_iterator end;
  for (std::filesystem::directory_iterator it(folder, unreadable); !unreadable && it != end; it.increment(unreadable))
    if (it->path().extension() == ".toml") files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

tl::expected<Guidance, Diagnostics> read_shipped() {
  const auto file = model_path("guidance/mechanisms.toml");
  if (!file) return tl::unexpected(Diagnostics{file.error()});
  auto map = read_region_map();
  if (!map) return tl::unexpected(std::move(map).error());
  return read_guidance(file->parent_path(), *std::move(map));
}

}  // namespace

tl::expected<Guidance, Diagnostics> read_guidance(const std::filesystem::path& folder, RegionMap map) {
  Guidance all;
  all.map = std::move(map);
  Diagnostics faults;
  const auto files = toml_files(folder);
  if (files.empty()) faults.push_back(general_fault(folder.string(), "no *.toml file to read"));
  for (const auto& path : files) {
    TextFile file(path);
    read_file(file, all);
    const Diagnostics found = file.faults();
    faults.insert(faults.end(), found.begin(), found.end());
  }
  NameCheck(all, folder.string(), faults).run();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return all;
}

const tl::expected<Guidance, Diagnostics>& shipped_guidance() {
  static const tl::expected<Guidance, Diagnostics> shipped = read_shipped();
  return shipped;
}

}  // namespace stridelab
