#include "report/spread_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/forward_words.h"
#include "report/shown_rows.h"
#include "study/change.h"

namespace stridelab {
namespace {

// With the margin of two, either table fills at most 80 columns.
constexpr int label_width = 33;
constexpr int unit_width = 11;
constexpr int mean_width = 8, mean_sd_width = 7;  ///< one run: both legs
constexpr int side_width = 7, side_sd_width = 6;  ///< two runs: right leg
constexpr int change_width = 7, difference_width = 8;
constexpr int change_table = 2 + label_width + 2 * (side_width + side_sd_width) + 1 + unit_width + change_width;

std::string cell(const std::optional<double>& value, int decimals, int width) {
  return pad_left(value ? fixed(*value, decimals) : "-", width);
}

const MetricSpread* spread_entry(const ForwardResult* result, const MetricName& name) {
  if (result == nullptr || static_cast<std::size_t>(name.index) >= result->spread.size()) return nullptr;
  const auto& legs = result->spread[static_cast<std::size_t>(name.index)];
  // What belongs to both legs is measured on the right one, and on the left where the right has no step.
  if (!name.row->sided) return legs[0].n_steps > 0 ? &legs[0] : &legs[1];
  return &legs[static_cast<std::size_t>(index(name.side))];
}

/// In a forward run nobody but the assist supplies a residual force.
std::string label_of(const MetricRow& row) {
  return row.key == "residual_force_peak_percent_bw" ? "force that held the runner" : marked_label(row);
}

std::string trimmed_line(std::string line) {
  const std::size_t end = line.find_last_not_of(' ');
  return line.substr(0, end + 1) + "\n";
}

/// Walks the table: a heading above each group, then its rows.
template <class Heading, class Row>
std::string grouped(Heading&& heading, Row&& row_text, const std::vector<const MetricRow*>& rows) {
  std::string text;
  const MetricGroup* group = nullptr;
  for (const MetricRow* row : rows) {
    if (group == nullptr || *group != row->group)
      text += (text.empty() ? "" : "\n") + trimmed_line(heading(row->group));
    group = &row->group;
    text += trimmed_line(row_text(*row));
  }
  return text;
}

MetricName leg_name(const MetricRow& row, Side side) {
  MetricName name = *find_metric(row.key);
  name.side = side;
  return name;
}

std::string leg_cells(const RunReport& report, const MetricRow& row, Side side) {
  if (side == Side::left && !row.sided) return std::string(mean_width + mean_sd_width, ' ');
  const MetricName name = leg_name(row, side);
  const bool repeats = row.key != "solve_time_ms";
  return cell(report.metrics->of(name).value, row.decimals, mean_width) +
         (repeats ? cell(spread_of(report.forward.get(), name), row.decimals, mean_sd_width)
                  : std::string(mean_sd_width, ' '));
}

/// Metrics that some steps do not have, for example a landing without an impact peak.
std::string fewer_steps(const RunReport& report, const ConsoleStyle& style) {
  std::string text;
  for (const MetricRow* shown : shown_rows(style, false)) {
    const MetricRow& row = *shown;
    if (!row.sided) continue;
    const int right = steps_behind(report.forward.get(), leg_name(row, Side::right));
    const int left = steps_behind(report.forward.get(), leg_name(row, Side::left));
    if (right == averaged_steps(*report.forward, Side::right) && left == averaged_steps(*report.forward, Side::left))
      continue;
    text +=
        (text.empty() ? "Not in every step: " : ", ") + fmt::format("{} ({} right, {} left)", row.label, right, left);
  }
  return text.empty() ? text : "\n" + style.dim(wrapped(text + ".", style.columns, 2));
}

std::string change_or_difference(const MetricRow& row, const Change& change) {
  if (!change.change) return "-";
  if (change.change_percent) {
    const double percent = *change.change_percent;
    return percent > -0.05 && percent < 0.05 ? "same" : signed_percent(percent);
  }
  const std::string text = fixed(*change.change, row.decimals);
  return *change.change > 0.0 && text != fixed(0.0, row.decimals) ? "+" + text : text;
}

std::string difference_cell(const MetricRow& row, const Change& change) {
  Change absolute = change;
  absolute.change_percent.reset();
  return pad_left(change_or_difference(row, absolute), difference_width);
}

}  // namespace

std::optional<double> spread_of(const ForwardResult* result, const MetricName& name) {
  const MetricSpread* spread = spread_entry(result, name);
  const bool has_mean = result != nullptr && result->mean.of(name).value.has_value();
  if (spread == nullptr || spread->n_steps < 2 || !has_mean) return std::nullopt;
  return spread->sd;
}

int steps_behind(const ForwardResult* result, const MetricName& name) {
  if (result == nullptr) return 1;
  const MetricSpread* spread = spread_entry(result, name);
  return spread == nullptr ? 0 : spread->n_steps;
}

std::string spread_rows(const RunReport& report, const ConsoleStyle& style) {
  std::size_t longest = 0;
  for (const MetricRow* row : shown_rows(style, true)) longest = std::max(longest, row->key.size());
  constexpr int table = 2 + label_width + 2 * (mean_width + mean_sd_width) + 1 + unit_width;
  const bool keys = table + 2 + static_cast<int>(longest) <= style.columns;
  const auto heading = [&](MetricGroup group) {
    const std::string legs = pad_left("right", mean_width) + pad_left("SD", mean_sd_width) +
                             pad_left("left", mean_width) + pad_left("SD", mean_sd_width);
    const bool no_legs = group == MetricGroup::quality;
    return style.bold(pad_right(group_heading(group), label_width + 2)) + (no_legs ? "" : style.dim(legs));
  };
  const auto row_text = [&](const MetricRow& row) {
    return "  " + pad_right(label_of(row), label_width) + leg_cells(report, row, Side::right) +
           leg_cells(report, row, Side::left) + " " + pad_right(row.unit == "1" ? "" : row.unit, unit_width) +
           (keys ? "  " + style.dim(row.key) : "");
  };
  return grouped(heading, row_text, shown_rows(style, true)) + fewer_steps(report, style);
}

std::string spread_change_rows(const MetricValues& a, const ForwardResult* a_spread, const MetricValues& b,
                               const ForwardResult* b_spread, const ConsoleStyle& style) {
  const bool differences = change_table + difference_width <= style.columns;
  const auto heading = [&](MetricGroup group) {
    return style.bold(pad_right(group_heading(group), label_width + 2)) +
           style.dim(pad_left("A", side_width) + pad_left("SD", side_sd_width) + pad_left("B", side_width) +
                     pad_left("SD", side_sd_width) + " " + pad_right("", unit_width) +
                     (differences ? pad_left("B - A", difference_width) : "") + pad_left("change", change_width));
  };
  const auto row_text = [&](const MetricRow& row) {
    const MetricName name = *find_metric(row.key);
    const Change change = change_between(row, a.of(name).value, b.of(name).value);
    const std::string last = differences && !change.change_percent ? "" : change_or_difference(row, change);
    return "  " + pad_right(marked_label(row), label_width) + cell(change.a, row.decimals, side_width) +
           cell(spread_of(a_spread, name), row.decimals, side_sd_width) + cell(change.b, row.decimals, side_width) +
           cell(spread_of(b_spread, name), row.decimals, side_sd_width) + " " +
           pad_right(row.unit == "1" ? "" : row.unit, unit_width) + (differences ? difference_cell(row, change) : "") +
           pad_left(last, change_width);
  };
  return grouped(heading, row_text, shown_rows(style, false));
}

}  // namespace stridelab
