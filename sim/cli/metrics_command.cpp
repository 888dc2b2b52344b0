#include "cli/metrics_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "catalogue/metric_table.h"
#include "cli/exit_code.h"
#include "guidance/guidance.h"
#include "metrics/curves.h"
#include "model_files/models_origin.h"

namespace stridelab {
namespace {

void write_json(std::ostream& out, const Guidance& words) {
  nlohmann::ordered_json metrics = nlohmann::ordered_json::array();
  for (const MetricRow& row : metric_table())
    metrics.push_back({{"key", row.key},
                       {"unit", row.unit},
                       {"group", group_heading(row.group)},
                       {"sided", row.sided},
                       {"meaning", words.metric(row.key)->meaning},
                       {"sign", row.sign},
                       {"definition", row.definition},
                       {"source", row.source},
                       {"confidence", to_text(row.confidence)}});
  nlohmann::ordered_json curves = nlohmann::ordered_json::array();
  for (const std::string& name : curve_names()) curves.push_back(name);
  nlohmann::ordered_json document{{"metrics", metrics}, {"curves", curves}};
  if (const std::string note = models_origin().note(); !note.empty()) document["note"] = note;
  out << document.dump(1) << "\n";
}

void write_row(const MetricRow& row, const Guidance& words, const Console& console) {
  const ConsoleStyle& style = console.out_style;
  console.out << "  " << style.bold(row.key) << "  [" << row.unit << "]\n";
  const std::string& meaning = words.metric(row.key)->meaning;
  const bool is_sized = row.confidence == Confidence::size;
  console.out << wrapped(is_sized ? meaning : fmt::format("{}; {}", meaning, to_text(row.confidence)), style.columns,
                         6);
  const std::string sign = row.sign.empty() ? "" : fmt::format("; {}", row.sign);
  console.out << style.dim(wrapped(fmt::format("{}{}. {}", row.definition, sign, row.source), style.columns, 6));
}

void write_table(const Guidance& words, const Console& console) {
  const MetricGroup* group = nullptr;
  for (const MetricRow& row : metric_table()) {
    if (group == nullptr || *group != row.group)
      console.out << "\n" << console.out_style.bold(group_heading(row.group)) << "\n";
    group = &row.group;
    write_row(row, words, console);
  }
  const int columns = console.out_style.columns;
  console.out << "\n"
              << wrapped(
                     "Right leg unless _left or _right is appended to a key that has one value per leg. Peaks are over "
                     "stance, per step. BW is mass_kg x 9.81 N.",
                     columns, 0);
  if (const std::string note = models_origin().note(); !note.empty())
    console.out << wrapped("note: " + note, columns, 0);
}

}  // namespace

int metrics_command(bool json, const Console& console) {
  const auto& words = shipped_guidance();
  if (!words) {
    console.err << to_text(words.error());
    return to_int(ExitCode::invalid_input);
  }
  if (json)
    write_json(console.out, *words);
  else
    write_table(*words, console);
  return to_int(ExitCode::done);
}

}  // namespace stridelab
