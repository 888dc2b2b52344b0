#include "report/region_rows.h"

#include <cmath>

#include "report/shown_rows.h"
#include "study/change.h"

namespace stridelab {
namespace {

// Either table fills at most 80 columns.
constexpr int region_width = static_cast<int>(region_label_columns) + 1;
constexpr int load_width = static_cast<int>(load_name_columns) + 3;  // the mark of an uncertain size and a blank
constexpr int number_width = 7;
constexpr int unit_width = 6;
constexpr int band_width = 15;
constexpr int percent_width = 8;
constexpr double same_percent = 0.05;  ///< smaller changes would print as zero

std::string number(const std::optional<double>& value, const MetricRow& row) {
  return pad_left(value ? fixed(*value, row.decimals) : "-", number_width);
}

std::string level_text(LoadLevel level, const std::string& text, const ConsoleStyle& style) {
  return level == LoadLevel::usual ? style.dim(text) : level == LoadLevel::high ? style.yellow(text) : text;
}

std::string head(std::string_view title, const std::string& columns, const ConsoleStyle& style) {
  return style.bold(pad_right(title, 2 + region_width + load_width)) + style.dim(columns) + "\n";
}

std::string first_cells(const RegionLoad& region) {
  const MetricLoad& load = region.main();
  return "  " + pad_right(region.region.label, region_width) +
         pad_right(marked(load.metric.name, load.row->confidence), load_width);
}

std::string unit_cell(const MetricRow& row) { return " " + pad_right(row.unit, unit_width - 1); }

std::string row_text(const RegionLoad& region, const ConsoleStyle& style) {
  const MetricLoad& load = region.main();
  const std::string band =
      fixed(load.usual.low, load.row->decimals) + " .. " + fixed(load.usual.high, load.row->decimals);
  return first_cells(region) + number(load.value, *load.row) + unit_cell(*load.row) +
         style.dim(pad_left(band, band_width)) + "  " +
         level_text(load.level, std::string(load.value ? to_text(load.level) : "not shown"), style) + "\n";
}

std::string percent_text(const Change& change) {
  if (!change.change_percent) return "-";
  return std::abs(*change.change_percent) < same_percent ? "same" : signed_percent(*change.change_percent);
}

std::string change_row_text(const RegionLoad& a, const RegionLoad& b, const ConsoleStyle& style) {
  const MetricRow& row = *b.main().row;
  const Change change = change_between(row, a.main().value, b.main().value);
  const std::string level = level_change(a.main().level, b.main().level);
  return first_cells(b) + number(change.a, row) + number(change.b, row) + unit_cell(row) +
         pad_left(percent_text(change), percent_width) + "  " + level_text(b.main().level, level, style) + "\n";
}

}  // namespace

std::string level_change(LoadLevel a, LoadLevel b) {
  if (a == LoadLevel::unknown || b == LoadLevel::unknown) return "not shown";
  return a == b ? std::string(to_text(b)) : std::string(to_text(a)) + " -> " + std::string(to_text(b));
}

std::string region_rows(const std::vector<RegionLoad>& run, const ConsoleStyle& style) {
  if (run.empty()) return {};
  const std::string columns =
      pad_left("load", number_width) + std::string(unit_width, ' ') + pad_left("usual", band_width);
  std::string text = head("Where the load goes", columns, style);
  for (const RegionLoad& region : run) text += row_text(region, style);
  return text + "\n";
}

std::string region_change_rows(const std::vector<RegionLoad>& a, const std::vector<RegionLoad>& b,
                               const ConsoleStyle& style) {
  if (a.empty() || a.size() != b.size()) return {};
  const std::string columns = pad_left("A", number_width) + pad_left("B", number_width) + std::string(unit_width, ' ') +
                              pad_left("change", percent_width);
  std::string text = head("Where the load goes", columns, style);
  for (std::size_t i = 0; i < a.size(); ++i) text += change_row_text(a[i], b[i], style);
  return text + "\n";
}

}  // namespace stridelab
