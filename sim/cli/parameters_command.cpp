#include "cli/parameters_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "catalogue/parameter_table.h"
#include "catalogue/people_units.h"
#include "core/text.h"

namespace stridelab {
namespace {

using Json = nlohmann::ordered_json;

std::string default_shown(const ParameterInfo& info) {
  return info.default_number ? number_text(*info.default_number) : std::string(info.default_text);
}

Json row_json(const ParameterInfo& info) {
  Json row{{"key", info.key}, {"table", info.table}, {"unit", info.unit}};
  if (info.default_number) {
    row["default"] = *info.default_number;
  } else if (info.kind == ParameterKind::text) {
    row["default"] = info.default_text;
  } else {
    row["default"] = nullptr;
    row["default_is"] = info.default_text;
  }
  if (info.kind == ParameterKind::text) {
    row["choices"] = std::vector<std::string_view>(info.choices.begin(), info.choices.end());
  } else {
    row["min"] = info.lo;
    row["max"] = info.hi;
  }
  row["meaning"] = info.meaning;
  row["source"] = info.source;
  return row;
}

Json all_json() {
  Json all{{"schema", "stridelab.parameters/1"}};
  for (const ParameterInfo& info : parameter_table()) all["parameters"].push_back(row_json(info));
  for (const RelativeInfo& info : relative_table()) {
    all["relative"].push_back({{"key", info.key},
                               {"table", table_of(info.key)},
                               {"unit", "%"},
                               {"changes", info.target},
                               {"min", info.lo},
                               {"max", info.hi},
                               {"meaning", info.meaning}});
  }
  for (const SpokenInfo& info : spoken_table())
    all["spoken"].push_back({{"key", info.key},
                             {"table", table_of(info.key)},
                             {"gives", info.target},
                             {"forms", info.forms},
                             {"meaning", info.meaning}});
  for (const ParameterInfo& info : run_table()) all["run"].push_back(row_json(info));
  return all;
}

/// Breaks a sentence into lines of at most `width` columns.
std::vector<std::string> wrapped(std::string_view sentence, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!sentence.empty()) {
    const std::size_t end = std::min(sentence.find(' '), sentence.size());
    const std::string_view word = sentence.substr(0, end);
    if (!lines.back().empty() && display_width(lines.back()) + 1 + display_width(word) > width) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
    sentence.remove_prefix(std::min(end + 1, sentence.size()));
  }
  return lines;
}

constexpr std::size_t meaning_column = 80, meaning_width = 50;

void print_row(std::ostream& out, std::string_view key, std::string_view standard, std::string_view range,
               std::string_view meaning) {
  std::string head = fmt::format("  {:<30} {:<23} {:<22} ", key, standard, range);
  if (display_width(head) > meaning_column) {  // long choices: the meaning begins a line of its own
    out << head << '\n';
    head.clear();
  }
  for (const std::string& line : wrapped(meaning, meaning_width)) {
    out << fmt::format("{:<{}}{}\n", head, meaning_column, line);
    head.clear();
  }
}

void print_rows(std::ostream& out, std::span<const ParameterInfo> rows, std::string_view table) {
  for (const ParameterInfo& info : rows) {
    if (info.table == table) print_row(out, info.key, default_shown(info), range_text(info), info.meaning);
  }
}

void print_all(std::ostream& out) {
  out << "What a scenario file or --set key=value can say. Units are part of the key.\n\n";
  print_row(out, "key", "default", "range", "meaning");
  for (const std::string_view table : table_names()) {
    out << fmt::format("\n[{}]\n", table);
    print_rows(out, parameter_table(), table);
    for (const SpokenInfo& info : spoken_table())
      if (table_of(info.key) == table) print_row(out, info.key, "", info.forms, info.meaning);
    for (const RelativeInfo& info : relative_table())
      if (table_of(info.key) == table) print_row(out, info.key, "", range_text(info.lo, info.hi, "%"), info.meaning);
    print_rows(out, run_table(), table);
  }
  out << "\nDefaults and their sources: stridelab parameters --json\n";
}

}  // namespace

int parameters_command(bool json, std::ostream& out) {
  if (json) {
    out << all_json().dump(2) << '\n';
  } else {
    print_all(out);
  }
  return 0;
}

}  // namespace stridelab
