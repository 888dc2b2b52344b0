#include "scenario/scenario_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <tuple>
#include <vector>

#include "core/text.h"
#include "scenario/check_reader.h"
#include "scenario/toml_place.h"

namespace stridelab {
namespace {

/// All that may stand at the top of a file.
const std::vector<std::string_view>& top_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all{"question", "base", "check", "left", "right"};
    all.insert(all.end(), table_names().begin(), table_names().end());
    return all;
  }();
  return names;
}

/// "the tables are [form], ... and [run]"
std::string tables_text() {
  std::string text = "the tables are ";
  const auto names = table_names();
  for (const std::string_view name : names.first(names.size() - 1)) text += fmt::format("[{}], ", name);
  text.resize(text.size() - 2);
  return text + fmt::format(" and [{}]", names.back());
}

/// Text of several lines without anything that controls a terminal; blanks around it go.
std::string lines_of_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out += (out.empty() ? "" : "\n") + printable(line, true);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const std::size_t first = out.find_first_not_of(" \t\n");
  return first == std::string::npos ? std::string() : out.substr(first, out.find_last_not_of(" \t\n") - first + 1);
}

class FileReader {
 public:
  FileReader(ScenarioFile& file, const MetricNames& metrics, Diagnostics& faults)
      : file_(file), metrics_(metrics), faults_(faults) {}

  void read(const toml::table& root) {
    if (root.empty()) return fault({}, {"says nothing", "a scenario has a question, a base or a table such as [form]"});
    // Every other line of a plan would be a fault of its own.
    if (const toml::node* week = root.get("week"); week != nullptr && week->is_array_of_tables()) {
      return fault(place_of(*week),
                   {"this is a plan of weeks, not a scenario", fmt::format("stridelab plan {}", file_.source.shown)});
    }
    for (const auto& [key, node] : root) read_top(key, node);
    if (const auto contradiction = find_contradiction(file_.layer.assignments())) {
      fault(place_of_assignment(contradiction->key), {contradiction->message, contradiction->help});
    }
  }

 private:
  void fault(const Place& place, const Fault& what) { faults_.push_back(file_.source.at(place, what)); }

  void read_top(const toml::key& key, const toml::node& node) {
    const std::string_view name = key.str();
    if (name == "question") return read_question(key, node);
    if (name == "base") return read_base(key, node);
    if (name == "check") return read_check(key, node);
    if (name == "left" || name == "right") return read_side(key, node);
    const bool known = std::find(table_names().begin(), table_names().end(), name) != table_names().end();
    const auto* table = node.as_table();
    if (known && table != nullptr) return read_table(name, *table);
    // `shoe` is a table and a key: as a value at the top it is the key in the wrong place.
    if (known && table_of(name).empty()) {
      return fault(place_of(key, node),
                   {fmt::format("{} is a table", name), fmt::format("write [{}] on a line of its own", name)});
    }
    read_stray(key, node, table != nullptr || node.is_array_of_tables());
  }

  /// Something at the top that does not belong there: a parameter outside its table, or a name nobody knows.
  void read_stray(const toml::key& key, const toml::node& node, bool is_table) {
    const std::string_view name = key.str();
    const std::string_view home = table_of(name);
    if (is_table) {
      return fault(place_of(key, node),
                   {fmt::format("unknown table [{}]", name), spelling_help(name, top_names(), tables_text())});
    }
    if (!home.empty()) {
      return fault(place_of(key, node), {fmt::format("{} belongs in [{}], not at the top of the file", name, home),
                                         fmt::format("move the line below a line that reads [{}]", home)});
    }
    const bool top = nearest_spelling(name, top_names()).has_value();
    fault(place_of(key, node), {fmt::format("unknown key {}", name),
                                top ? spelling_help(name, top_names(), "")
                                    : spelling_help(name, all_keys(), "stridelab parameters lists all keys")});
  }

  void read_table(std::string_view name, const toml::table& table) {
    for (const auto& [key, node] : table) {
      const Place place = place_of(key, node);
      if (const auto wrong = take(file_.layer, name, key.str(), given_value(node), place)) fault(place, *wrong);
    }
  }

  /// What one leg has for itself.
  void read_side(const toml::key& key, const toml::node& node) {
    if (const auto* table = node.as_table()) return read_table(key.str(), *table);
    fault(place_of(key, node),
          {fmt::format("{} is a table", key.str()), fmt::format("write [{}] on a line of its own", key.str())});
  }

  void read_question(const toml::key& key, const toml::node& node) {
    if (const auto* text = node.as_string()) {
      file_.question = lines_of_text(text->get());
    } else {
      fault(place_of(key, node), {"question is not text", "write it in quotes: question = \"What if ...?\""});
    }
  }

  void read_base(const toml::key& key, const toml::node& node) {
    file_.base_place = place_of(key, node);
    if (const auto* text = node.as_string()) {
      file_.base = text->get();
    } else {
      fault(file_.base_place, {"base is not text", "write a file name in quotes: base = \"easy_run.toml\""});
    }
  }

  void read_check(const toml::key& key, const toml::node& node) {
    if (!node.is_array_of_tables()) {
      return fault(place_of(key, node), {"checks are written as [[check]]", "two brackets, one entry per check"});
    }
    file_.checks = read_checks(node, file_.source, metrics_, faults_);
  }

  [[nodiscard]] Place place_of_assignment(std::string_view key) const {
    for (const Layer::Entry& entry : file_.layer.parameters) {
      if (entry.assignment.key == key) return entry.place;
    }
    return {};
  }

  ScenarioFile& file_;
  const MetricNames& metrics_;
  Diagnostics& faults_;
};

Fault syntax_fault(std::string description) {
  constexpr std::string_view prefix = "Error while parsing ";
  if (description.starts_with(prefix)) description = "in " + description.substr(prefix.size());
  return {"not valid TOML: " + description,
          "a line reads key = value; text stands in quotes, a table name in [brackets]"};
}

}  // namespace

ScenarioFile read_scenario_file(SourceFile source, const MetricNames& metrics, Diagnostics& faults) {
  ScenarioFile file;
  file.source = std::move(source);
  const auto first = static_cast<std::ptrdiff_t>(faults.size());
  try {
    const toml::table root = toml::parse(file.source.text);
    FileReader(file, metrics, faults).read(root);
  } catch (const toml::parse_error& error) {
    const auto& begin = error.source().begin;
    faults.push_back(file.source.at({static_cast<int>(begin.line), static_cast<int>(begin.column), 1},
                                    syntax_fault(std::string(error.description()))));
  }
  std::stable_sort(faults.begin() + first, faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return file;
}

}  // namespace stridelab
