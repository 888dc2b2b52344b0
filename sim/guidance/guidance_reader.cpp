#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "core/model_path.h"
#include "core/text.h"
#include "guidance/guidance.h"
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

GuidanceKind kind_of(ModelSection& in) {
  std::array<std::string_view, kinds.size()> words{};
  std::transform(kinds.begin(), kinds.end(), words.begin(), [](GuidanceKind k) { return to_text(k); });
  return kinds[in.word("kind", words)];
}

/// Advice says either what it acts on or that the model does not know it: a forgotten list is no answer.
std::vector<std::string> acts_on(ModelSection& in) {
  const bool modelled = !in.has("modelled") || in.flag("modelled");
  std::vector<std::string> keys;
  if (in.has("acts_on")) keys = in.texts("acts_on");
  if (modelled == keys.empty())
    in.refuse(modelled ? "neither acts_on nor modelled = false" : "modelled = false, but acts_on names keys");
  return keys;
}

GuidanceEntry read_entry(ModelSection in) {
  GuidanceEntry e;
  e.key = prose(in, "key");
  e.title = prose(in, "title");
  e.text = prose(in, "text");
  e.kind = kind_of(in);
  e.regions = in.texts("regions");
  e.acts_on = acts_on(in);
  e.evidence = prose(in, "evidence");
  if (in.has("source")) e.source = prose(in, "source");
  return e;
}

RegionNotes read_region(ModelSection in) { return {prose(in, "key"), prose(in, "text"), in.texts("advice")}; }

ParameterNotes read_parameter(ModelSection in) {
  return {in.key(), prose(in, "mechanism"), prose(in, "engines"), prose(in, "certainty"), in.texts("metrics")};
}

MetricNotes read_metric(ModelSection in) {
  return {in.key(), prose(in, "reading"), prose(in, "validity"), in.texts("regions"), in.texts("changed_by")};
}

/// Adds the rows of some tables, unless their key is taken.
template <typename Row, typename Read>
void add(std::vector<Row>& rows, const std::vector<ModelSection>& tables, Read read) {
  for (ModelSection in : tables) {
    Row row = read(in);
    const bool taken = std::any_of(rows.begin(), rows.end(), [&](const Row& r) { return r.key == row.key; });
    if (taken)
      in.refuse(fmt::format("'{}' is there already", row.key));
    else
      rows.push_back(std::move(row));
  }
}

void read_file(ModelSection root, Guidance& all) {
  if (root.has("entry")) add(all.entries, root.list("entry"), read_entry);
  if (root.has("region")) add(all.regions, root.list("region"), read_region);
  if (root.has("parameter")) add(all.parameters, root.table("parameter").tables(), read_parameter);
  if (root.has("metric")) add(all.metrics, root.table("metric").tables(), read_metric);
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
    ModelFile file(path);
    read_file(file.root(), all);
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
