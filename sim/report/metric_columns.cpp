#include "report/metric_columns.h"

#include <algorithm>
#include <cmath>

#include "report/shown_rows.h"

namespace stridelab {
namespace {

// Together with the margin of two these fill 80 columns.
constexpr int label_width = 33;
constexpr int number_width = 8;
constexpr int unit_width = 11;
constexpr int percent_width = 9;
constexpr double quiet_percent = 1.0;  ///< smaller changes step back visually
constexpr double same_percent = 0.05;  ///< smaller changes would print as zero

std::string number_or_dash(const std::optional<double>& value, int decimals) {
  return pad_left(value ? fixed(*value, decimals) : "-", number_width);
}

std::string percent_cell(const Change& change, const ConsoleStyle& style) {
  if (!change.change_percent) return pad_left("", percent_width);
  const double percent = *change.change_percent;
  if (std::abs(percent) < same_percent) return style.dim(pad_left("same", percent_width));
  const std::string text = pad_left(signed_percent(percent), percent_width);
  return std::abs(percent) < quiet_percent ? style.dim(text) : text;
}

std::string change_cell(const Change& change, const MetricRow& row) {
  if (!change.change) return pad_left("-", number_width);
  const std::string text = fixed(*change.change, row.decimals);
  return pad_left(*change.change > 0.0 && text != fixed(0.0, row.decimals) ? "+" + text : text, number_width);
}

std::string heading(MetricGroup group, bool compares, const ConsoleStyle& style) {
  std::string line = style.bold(pad_right(group_heading(group), label_width + 2));
  if (compares)
    line += style.dim(pad_left("A", number_width) + pad_left("B", number_width) + " " + pad_right("", unit_width) +
                      pad_left("B - A", number_width) + pad_left("change", percent_width));
  const std::size_t end = line.find_last_not_of(' ');
  return line.substr(0, end + 1) + "\n";
}

/// Keys stand beside the numbers when there is room for the longest of them: all or none, so that nothing is ragged.
bool room_for_keys(bool compares, const ConsoleStyle& style) {
  std::size_t longest = 0;
  for (const MetricRow* row : shown_rows(style, !compares)) longest = std::max(longest, row->key.size());
  const int numbers = compares ? 3 * number_width + percent_width : number_width;
  return 2 + label_width + 1 + unit_width + numbers + 2 + static_cast<int>(longest) <= style.columns;
}

std::string row_text(const MetricRow& row, const MetricValues* a, const MetricValues& b, bool keys,
                     const ConsoleStyle& style) {
  const MetricName name = *find_metric(row.key);
  const std::optional<double> value = b.of(name).value;
  std::string line = "  " + pad_right(marked_label(row), label_width);
  if (a != nullptr) line += number_or_dash(a->of(name).value, row.decimals);
  line += number_or_dash(value, row.decimals) + " " + pad_right(row.unit == "1" ? "" : row.unit, unit_width);
  if (a != nullptr) {
    const Change change = change_between(row, a->of(name).value, value);
    line += change_cell(change, row) + percent_cell(change, style);
  }
  if (keys) line += "  " + style.dim(row.key);
  if (line.back() == ' ') line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string metric_rows(const MetricValues* a, const MetricValues& b, const ConsoleStyle& style) {
  std::string text;
  const bool keys = room_for_keys(a != nullptr, style);
  const MetricGroup* group = nullptr;
  for (const MetricRow* row : shown_rows(style, a == nullptr)) {
    if (group == nullptr || *group != row->group)
      text += (text.empty() ? "" : "\n") + heading(row->group, a != nullptr, style);
    group = &row->group;
    text += row_text(*row, a, b, keys, style);
  }
  return text;
}

}  // namespace stridelab
