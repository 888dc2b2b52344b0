#include "report/sureness_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "report/shown_rows.h"
#include "study/change.h"

namespace stridelab {
namespace {

constexpr int label_width = 34, number_width = 8, interval_width = 22, change_width = 17;

const SureValue* find(const std::vector<SureValue>& values, std::string_view key) {
  const auto found = std::ranges::find(values, key, &SureValue::metric);
  return found == values.end() ? nullptr : &*found;
}

bool in_percent(const MetricRow& row) { return row.zero != Zero::convention; }

/// The change of a metric as it is said: per cent, but an angle has none.
const SureValue* change_of(const HowSure& sure, const MetricRow& row) {
  return find(in_percent(row) ? sure.change_percent : sure.change, row.key);
}

std::string_view unit_of(const MetricRow& row) { return row.unit == "1" ? std::string_view() : row.unit; }

/// A change without its unit: "-15", "+2.4".
std::string change_number(const MetricRow& row, double value) {
  if (!in_percent(row)) return fmt::format("{:+.1f}", value);
  std::string text = signed_percent(value);
  text.resize(text.size() - 2);  // " %" is said once
  return text;
}

/// One metric with what is known of how sure it is.
struct Line {
  std::string label, unit, value, interval, change, change_interval, most_by;
};

std::string most_by(const SureValue& value) {
  std::string text;
  for (const Contributor& one : value.largest) text += (text.empty() ? "" : ", ") + one.label;
  return text;
}

std::optional<Line> line_of(const HowSure& sure, const MetricRow& row, const MetricValues* a, const MetricValues& b) {
  const SureValue* level = find(a == nullptr ? sure.a : sure.b, row.key);
  const auto value = b.value(row.key);
  if (level == nullptr || !value) return std::nullopt;
  const auto number = [&](double v) { return fixed(v, row.decimals); };
  Line line{marked_label(row),
            std::string(unit_of(row)),
            number(*value),
            fmt::format("{} .. {}", number(level->interval.low_90), number(level->interval.high_90)),
            "",
            "",
            most_by(*level)};
  const SureValue* change = a == nullptr ? nullptr : change_of(sure, row);
  if (change == nullptr) return line;
  const Change now = change_between(row, a->value(row.key), value);
  const auto shown = in_percent(row) ? now.change_percent : now.change;
  const std::string_view unit = in_percent(row) ? "%" : row.unit;
  line.change = shown ? fmt::format("{} {}", change_number(row, *shown), unit) : "-";
  line.change_interval = fmt::format("{} .. {}", change_number(row, change->interval.low_90),
                                     change_number(row, change->interval.high_90));
  if (change->interval.spans_zero() && change->interval.low_90 < change->interval.high_90)
    line.change_interval += ", cannot tell";
  line.most_by = most_by(*change);
  return line;
}

std::string draws_text(const HowSure& sure) {
  return fmt::format("5 to 95 % of {} draws of the model's constants{}", sure.draws,
                     sure.without_stride > 0 ? fmt::format("; {} more found no stride", sure.without_stride) : "");
}

std::string level_cells(const std::string& label, const std::string& value, const std::string& interval) {
  return "  " + pad_right(label, label_width) + pad_left(value, number_width) + "  " +
         pad_right(interval, interval_width);
}

nlohmann::ordered_json value_json(const SureValue& value) {
  const auto& [low_90, low_50, high_50, high_90] = value.interval;
  nlohmann::ordered_json out{{"interval_90", {low_90, high_90}}, {"interval_50", {low_50, high_50}}};
  for (const Contributor& one : value.largest) out["largest"].push_back({{"what", one.label}, {"swing", one.swing}});
  return out;
}

}  // namespace

std::string interval_words(const HowSure* sure, std::string_view key) {
  if (sure == nullptr) return {};
  const MetricRow& row = *metric(key).row;
  const SureValue* value = change_of(*sure, row);
  if (value == nullptr) return {};
  const double low = value->interval.low_90, high = value->interval.high_90;
  const std::string_view unit = in_percent(row) ? "%" : row.unit;
  if (value->interval.spans_zero())
    return fmt::format(" (cannot tell: {} to {} {})", change_number(row, low), change_number(row, high), unit);
  // The end that lies nearer to nothing first.
  const bool rises = high > 0.0;
  return fmt::format(" ({} to {} {})", change_number(row, rises ? low : high), change_number(row, rises ? high : low),
                     unit);
}

std::string sure_sentence(const HowSure* sure, const std::vector<std::string>& asked) {
  if (sure == nullptr) return {};
  const SureValue* value = nullptr;
  for (const std::string& key : asked)
    if (value == nullptr) value = sure->percent_of(key);
  if (value == nullptr) value = sure->percent_of("pfj_force_peak_bw");
  std::string text = fmt::format(
      "In brackets: what the model's own constants leave open (9 in 10 of {} draws{}); studies scatter further",
      sure->draws, sure->without_stride > 0 ? fmt::format(", {} more found no stride", sure->without_stride) : "");
  for (std::size_t i = 0; value != nullptr && i < value->largest.size(); ++i)
    text += (i == 0 ? "; most by " : ", ") + value->largest[i].label;
  return text + ".";
}

std::string sureness_rows(const HowSure& sure, const MetricValues* a, const MetricValues& b,
                          const ConsoleStyle& style) {
  std::string text = style.bold("How sure") + style.dim(": " + draws_text(sure)) + "\n";
  text += style.dim(level_cells("", "result", "5 .. 95 %"));
  if (a != nullptr) text += style.dim(pad_left("change", change_width - 7) + "  5 .. 95 %");
  text += "\n";
  for (const MetricRow* row : shown_rows(style, false)) {
    const auto line = line_of(sure, *row, a, b);
    if (!line) continue;
    std::string cells = level_cells(line->label, line->value, line->interval + " " + line->unit);
    if (!line->change.empty()) cells += pad_left(line->change, change_width - 7) + "  " + line->change_interval;
    text += cells.substr(0, cells.find_last_not_of(' ') + 1) + "\n";
    if (!line->most_by.empty()) text += style.dim(wrapped("most by " + line->most_by, style.columns, 4));
  }
  return text;
}

std::string sureness_markdown(const HowSure& sure, const MetricValues* a, const MetricValues& b) {
  std::string text = fmt::format("\n## How sure\n\n{}{}. Studies scatter further.\n\n", draws_text(sure),
                                 a != nullptr ? ", the same draw for both" : "");
  text += a == nullptr
              ? "| | unit | result | 5 .. 95 % | most by |\n|---|---|---:|---:|---|\n"
              : "| | unit | B | 5 .. 95 % | change | 5 .. 95 % | most by |\n|---|---|---:|---:|---:|---:|---|\n";
  for (const MetricRow& row : metric_table()) {
    if (row.key == "solve_time_ms") continue;
    const auto line = line_of(sure, row, a, b);
    if (!line) continue;
    text += fmt::format("| {} | {} | {} | {} |", line->label, line->unit, line->value, line->interval);
    if (a != nullptr) text += fmt::format(" {} | {} |", line->change, line->change_interval);
    text += fmt::format(" {} |\n", line->most_by);
  }
  return text;
}

nlohmann::ordered_json sureness_json(const HowSure& sure, SideNames names) {
  nlohmann::ordered_json out{{"draws", sure.draws}, {"without_stride", sure.without_stride}};
  const auto add = [&](const char* name, const std::vector<SureValue>& values) {
    for (const SureValue& value : values) out["metrics"][value.metric][name] = value_json(value);
  };
  add(names.a, sure.a);
  add(names.b, sure.b);
  add("change", sure.change);
  add("change_percent", sure.change_percent);
  return out;
}

}  // namespace stridelab
