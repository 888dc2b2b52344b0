#include "cli/metrics_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "catalogue/metric_table.h"
#include "cli/exit_code.h"
#include "metrics/curves.h"

namespace stridelab {
namespace {

void write_json(std::ostream& out) {
  nlohmann::ordered_json metrics = nlohmann::ordered_json::array();
  for (const MetricRow& row : metric_table())
    metrics.push_back({{"key", row.key},
                       {"unit", row.unit},
                       {"group", group_heading(row.group)},
                       {"sided", row.sided},
                       {"meaning", row.meaning},
                       {"sign", row.sign},
                       {"definition", row.definition},
                       {"source", row.source},
                       {"confidence", to_text(row.confidence)}});
  nlohmann::ordered_json curves = nlohmann::ordered_json::array();
  for (const std::string& name : curve_names()) curves.push_back(name);
  out << nlohmann::ordered_json{{"metrics", metrics}, {"curves", curves}}.dump(1) << "\n";
}

void write_row(const MetricRow& row, const Console& console) {
  const ConsoleStyle& style = console.out_style;
  console.out << "  " << style.bold(row.key) << "  [" << row.unit << "]\n";
  const std::string meaning = row.confidence == Confidence::size
                                  ? std::string(row.meaning)
                                  : fmt::format("{}; {}", row.meaning, to_text(row.confidence));
  console.out << wrapped(meaning, style.columns, 6);
  const std::string sign = row.sign.empty() ? "" : fmt::format("; {}", row.sign);
  console.out << style.dim(wrapped(fmt::format("{}{}. {}", row.definition, sign, row.source), style.columns, 6));
}

}  // namespace

int metrics_command(bool json, const Console& console) {
  if (json) {
    write_json(console.out);
    return to_int(ExitCode::done);
  }
  const MetricGroup* group = nullptr;
  for (const MetricRow& row : metric_table()) {
    if (group == nullptr || *group != row.group)
      console.out << "\n" << console.out_style.bold(group_heading(row.group)) << "\n";
    group = &row.group;
    write_row(row, console);
  }
  console.out << "\n"
              << wrapped(
                     "Right leg unless _left or _right is appended to a key that has one value per leg. Peaks are over "
                     "stance, per step. BW is mass_kg x 9.81 N.",
                     console.out_style.columns, 0);
  return to_int(ExitCode::done);
}

}  // namespace stridelab
