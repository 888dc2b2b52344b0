#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <system_error>

#include "catalogue/metric_table.h"
#include "catalogue/parameter_table.h"
#include "core/model_path.h"
#include "guidance/guidance.h"
#include "guidance/known_names.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr std::array kinds{GuidanceKind::self_care,    GuidanceKind::warm_up,  GuidanceKind::exercise,
                           GuidanceKind::stretch,      GuidanceKind::habit,    GuidanceKind::professional,
                           GuidanceKind::warning_sign, GuidanceKind::mechanism};

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

std::string prose(ModelSection& in, std::string_view key) {
  const std::string given = in.text(key);
  std::string value = unwrapped(given);
  if (!given.empty() && value.empty()) in.fault(key, fmt::format("'{}' is empty", key));
  return value;
}

std::string optional_prose(ModelSection& in, std::string_view key) { return in.has(key) ? prose(in, key) : ""; }

GuidanceKind kind_of(ModelSection& in) {
  std::array<std::string_view, kinds.size()> words{};
  std::transform(kinds.begin(), kinds.end(), words.begin(), [](GuidanceKind k) { return to_text(k); });
  return kinds[in.word("kind", words)];
}

template <typename Row>
bool has_key(const std::vector<Row>& rows, const std::string& key) {
  return std::any_of(rows.begin(), rows.end(), [&](const Row& r) { return r.key == key; });
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Takes apart one file after the other: the entries of all first, as regions of any file name them.
class GuidanceReader {
 public:
  explicit GuidanceReader(Guidance& all) : all_(all) {
    for (const Region& region : all_.map.regions) regions_.names.push_back(region.key);
  }

  void read_entries(ModelSection root) {
    if (root.has("entry")) add(all_.entries, root.list("entry"), &GuidanceReader::entry);
  }

  void read_notes(ModelSection root) {
    entries_.names.clear();
    for (const GuidanceEntry& e : all_.entries) entries_.names.push_back(e.key);
    if (root.has("region")) add(all_.regions, root.list("region"), &GuidanceReader::region);
    if (root.has("parameter")) add(all_.parameters, root.table("parameter").tables(), &GuidanceReader::parameter);
    if (root.has("metric")) add(all_.metrics, root.table("metric").tables(), &GuidanceReader::metric);
    if (root.has("lever"))
      for (ModelSection& in : root.list("lever")) all_.levers.push_back(lever(in));
    if (root.has("word"))
      for (ModelSection& in : root.list("word")) add_words(in);
  }

 private:
  /// Adds the rows of some tables, unless their key is taken.
  template <typename Row>
  void add(std::vector<Row>& rows, const std::vector<ModelSection>& tables, Row (GuidanceReader::*read)(ModelSection)) {
    for (ModelSection in : tables) {
      Row row = (this->*read)(in);
      if (has_key(rows, row.key))
        in.refuse(fmt::format("'{}' is there already", row.key));
      else
        rows.push_back(std::move(row));
    }
  }

  GuidanceEntry entry(ModelSection in) {
    GuidanceEntry e;
    e.key = prose(in, "key");
    e.title = prose(in, "title");
    e.text = prose(in, "text");
    e.kind = kind_of(in);
    e.regions = regions_.list(in, "regions");
    e.acts_on = acts_on(in);
    e.evidence = prose(in, "evidence");
    e.source = optional_prose(in, "source");
    return e;
  }

  /// Advice says either what it acts on or that the model does not know it: a forgotten list is no answer.
  std::vector<std::string> acts_on(ModelSection& in) {
    const bool modelled = !in.has("modelled") || in.flag("modelled");
    std::vector<std::string> keys;
    if (in.has("acts_on")) keys = actors_.list(in, "acts_on");
    if (modelled == keys.empty())
      in.refuse(modelled ? "neither acts_on nor modelled = false" : "modelled = false, but acts_on names keys");
    return keys;
  }

  RegionNotes region(ModelSection in) {
    RegionNotes notes{regions_.text(in, "key"), prose(in, "text"), entries_.list(in, "advice")};
    if (!regions_.hold(notes.key)) return notes;
    for (const std::string& name : notes.advice) {
      const GuidanceEntry* advised = all_.entry(name);
      if (advised != nullptr && !advised->regions.empty() && !holds(advised->regions, notes.key))
        in.fault("advice", fmt::format("'{}' advises '{}', which is for other places", notes.key, name));
    }
    return notes;
  }

  ParameterNotes parameter(ModelSection in) {
    ParameterNotes notes{parameters_.table_name(in), prose(in, "mechanism"), prose(in, "engines"),
                         prose(in, "certainty")};
    if (in.has("asked")) notes.asked = metrics_.list(in, "asked");
    return notes;
  }

  Lever lever(ModelSection& in) {
    constexpr ModelRange any{-1000.0, 1000.0, "(unit of the parameter)"};
    Lever lever{prose(in, "words"),  parameters_.text(in, "parameter"), {}, {}, {}, {},
                prose(in, "source"), optional_prose(in, "sure")};
    if (in.has("percent")) lever.percent = in.number("percent", any);
    if (in.has("add")) lever.add = in.number("add", any);
    const ParameterInfo* moved = find_parameter(lever.parameter);
    const bool is_text = moved != nullptr && moved->kind == ParameterKind::text;
    if (in.has("to") && is_text) lever.to_text = in.text("to");
    if (in.has("to") && !is_text) lever.to = in.number("to", any);
    const int ways = (lever.percent ? 1 : 0) + (lever.add ? 1 : 0) + (in.has("to") ? 1 : 0);
    if (ways != 1) in.refuse("a lever has one of percent, add and to");
    if (is_text && std::ranges::find(moved->choices, lever.to_text) == moved->choices.end())
      in.refuse(fmt::format("'{}' is no value of {}", lever.to_text, lever.parameter));
    return lever;
  }

  void add_words(ModelSection& in) {
    const std::string means = in.text("means");
    const bool known = actors_.hold(means) || regions_.hold(means) || entries_.hold(means);
    if (!means.empty() && !known) in.fault("means", fmt::format("nothing is called '{}'", means));
    for (const std::string& says : in.texts("says")) all_.words.push_back({says, means});
  }

  MetricNotes metric(ModelSection in) {
    MetricNotes notes{metrics_.table_name(in),
                      prose(in, "meaning"),
                      optional_prose(in, "reading"),
                      prose(in, "validity"),
                      {},
                      parameters_.list(in, "changed_by"),
                      optional_prose(in, "plain")};
    for (const Region& region : all_.map.regions)
      if (has_key(region.metrics, notes.key)) notes.regions.push_back(region.key);
    if (!in.has("regions")) return notes;
    for (std::string& name : regions_.list(in, "regions")) {
      if (holds(notes.regions, name))
        in.fault("regions", fmt::format("'{}' has '{}' among its loads already", name, notes.key));
      else
        notes.regions.push_back(std::move(name));
    }
    return notes;
  }

  Guidance& all_;
  KnownNames regions_{"region", {}}, entries_{"entry", {}};
  KnownNames parameters_ = known_parameters(), metrics_ = known_metrics(), actors_ = known_parameters_and_metrics();
};

Diagnostic general_fault(const std::filesystem::path& file, std::string message) {
  Diagnostic d;
  d.file = file.string();
  d.message = std::move(message);
  return d;
}

/// Whatever shows a metric may rely on its words.
Diagnostics metrics_without_words(const Guidance& all, const std::filesystem::path& folder) {
  Diagnostics faults;
  for (const MetricRow& row : metric_table())
    if (all.metric(row.key) == nullptr)
      faults.push_back(general_fault(folder / "metrics.toml", fmt::format("there is no [metric.{}]", row.key)));
  return faults;
}

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
  const auto parameters = model_path("guidance/mechanisms.toml"), metrics = model_path("guidance/metrics.toml");
  for (const auto& file : {parameters, metrics})
    if (!file) return tl::unexpected(Diagnostics{file.error()});
  auto map = read_region_map();
  if (!map) return tl::unexpected(std::move(map).error());
  return read_guidance(metrics->parent_path(), *std::move(map));
}

}  // namespace

tl::expected<Guidance, Diagnostics> read_guidance(const std::filesystem::path& folder, RegionMap map) {
  Guidance all;
  all.map = std::move(map);
  std::deque<ModelFile> files;
  for (const auto& path : toml_files(folder)) files.emplace_back(path);
  if (files.empty()) return tl::unexpected(Diagnostics{general_fault(folder, "no *.toml file to read")});
  GuidanceReader reader(all);
  for (ModelFile& file : files) reader.read_entries(file.root());
  for (ModelFile& file : files) reader.read_notes(file.root());
  Diagnostics faults;
  for (ModelFile& file : files) {
    const Diagnostics found = file.faults();
    faults.insert(faults.end(), found.begin(), found.end());
  }
  if (faults.empty()) faults = metrics_without_words(all, folder);  // of a broken file they would be noise
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return all;
}

const tl::expected<Guidance, Diagnostics>& shipped_guidance() {
  static const tl::expected<Guidance, Diagnostics> shipped = read_shipped();
  return shipped;
}

}  // namespace stridelab
