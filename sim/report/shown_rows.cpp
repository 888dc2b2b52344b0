#include "report/shown_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace stridelab {

std::vector<const MetricRow*> shown_rows(const ConsoleStyle& style, bool with_clock) {
  std::vector<const MetricRow*> rows;
  for (const MetricRow& row : metric_table())
    if ((style.every_row || row.shown == Shown::first) && (with_clock || row.key != "solve_time_ms"))
      rows.push_back(&row);
  return rows;
}

std::string marked(std::string_view text, Confidence confidence) {
  return std::string(text) + (confidence == Confidence::direction ? " ~" : "");
}

std::string marked_label(const MetricRow& row) { return marked(row.label, row.confidence); }

std::string_view mark_meaning() {
  return "~ direction known, size uncertain: rests on judged numbers; compare, do not quote";
}

std::string window_edge_sentence(const MetricValues& values, const std::vector<RegionLoad>& regions, bool every_row) {
  const auto stands_for_a_place = [&](const MetricRow* row) {
    return std::any_of(regions.begin(), regions.end(), [row](const RegionLoad& r) { return r.main().row == row; });
  };
  std::string names;
  for (const MetricRow* row : rows_at_window_edge(values))
    if (every_row || row->shown == Shown::first || stands_for_a_place(row))
      names += (names.empty() ? "" : ", ") + std::string(row->label);
  return names.empty() ? names
                       : "no peak inside the window, the value is that of its edge (contact, toe-off): " + names;
}

std::string table_foot(const ConsoleStyle& style) {
  std::string text = style.dim(wrapped(mark_meaning(), style.columns, 2));
  const std::size_t hidden = metric_table().size() - shown_rows(style, true).size();
  if (hidden > 0) text += style.dim(wrapped(fmt::format("{} more numbers: --all", hidden), style.columns, 2));
  return text;
}

}  // namespace stridelab
