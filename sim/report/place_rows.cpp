#include "report/place_rows.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "report/plain_words.h"
#include "report/shown_rows.h"
#include "study/change.h"

namespace stridelab {
namespace {

constexpr int wide_columns = 80;
constexpr int place_width = static_cast<int>(region_label_columns) + 1;
constexpr int load_width = 24, number_width = 7, unit_width = 6, percent_width = 8, range_width = 14;
constexpr double same_percent = 0.05;  ///< smaller changes would print as zero

bool is_wide(const ConsoleStyle& style) { return style.columns >= wide_columns; }

/// The plain word, or the table's where it is too long for the column.
std::string load_name(const MetricLoad& load) {
  const std::string plain = plain_label(load.metric.key);
  const bool uncertain = load.row->confidence == Confidence::direction;
  const std::size_t room = static_cast<std::size_t>(load_width - (uncertain ? 2 : 0));
  return marked(display_width(plain) <= room ? plain : load.metric.name, load.row->confidence);
}

std::string number(const std::optional<double>& value, const MetricRow& row) {
  return pad_left(value ? fixed(*value, row.decimals) : "-", number_width);
}

std::string unit_cell(const MetricRow& row) { return " " + pad_right(row.unit, unit_width - 1); }

std::string percent_text(const Change& change) {
  if (!change.change_percent) return "-";
  return std::abs(*change.change_percent) < same_percent ? "same" : signed_percent(*change.change_percent);
}

std::string dressed(LoadLevel level, const std::string& text, const ConsoleStyle& style) {
  return level == LoadLevel::usual ? style.dim(text) : level == LoadLevel::high ? style.yellow(text) : text;
}

std::string level_text(LoadLevel level) {
  return level == LoadLevel::unknown ? "not shown" : std::string(to_text(level));
}

std::string first_cell(const RegionLoad& region, bool with_load) {
  const std::string place = "  " + pad_right(region.region.label, place_width);
  return with_load ? place + pad_right(load_name(region.main()), load_width) : place;
}

std::string head(const std::string& columns, bool with_load, const ConsoleStyle& style) {
  const int width = 2 + place_width + (with_load ? load_width : 0);
  return style.bold(pad_right(with_load ? "Where the load goes" : "Place", width)) + style.dim(columns) + "\n";
}

}  // namespace

std::string place_rows(const std::vector<RegionLoad>& run, const ConsoleStyle& style) {
  if (run.empty()) return {};
  const bool wide = is_wide(style);
  std::string text = head(pad_left("load", number_width) + std::string(unit_width, ' ') +
                              (wide ? pad_left("usual", range_width) : "  usual?"),
                          wide, style);
  for (const RegionLoad& region : run) {
    const MetricLoad& load = region.main();
    const int decimals = load.row->decimals;
    const std::string range = fixed(load.usual.low, decimals) + " to " + fixed(load.usual.high, decimals);
    text += first_cell(region, wide) + number(load.value, *load.row) + unit_cell(*load.row);
    if (wide) text += style.dim(pad_left(range, range_width));
    text += "  " + dressed(load.level, level_text(load.level), style) + "\n";
  }
  return text;
}

std::string place_change_rows(const std::vector<RegionLoad>& a, const std::vector<RegionLoad>& b,
                              const ConsoleStyle& style) {
  if (a.empty() || a.size() != b.size()) return {};
  const bool wide = is_wide(style);
  const std::string numbers =
      wide ? pad_left("before", number_width) + pad_left("now", number_width) + std::string(unit_width, ' ') : "";
  std::string text = head(numbers + pad_left("change", percent_width) + "  usual?", wide, style);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const MetricRow& row = *b[i].main().row;
    const Change change = change_between(row, a[i].main().value, b[i].main().value);
    const LoadLevel level = b[i].main().level;
    const bool shown = level != LoadLevel::unknown && a[i].main().level != LoadLevel::unknown;
    const std::string words =
        !shown ? "not shown" : (level != a[i].main().level ? "now " : "") + std::string(to_text(level));
    text += first_cell(b[i], wide);
    if (wide) text += number(change.a, row) + number(change.b, row) + unit_cell(row);
    text += pad_left(percent_text(change), percent_width) + "  " + dressed(level, words, style) + "\n";
  }
  return text;
}

std::string place_form_rows(const std::vector<const std::vector<RegionLoad>*>& forms, const ConsoleStyle& style) {
  const std::vector<RegionLoad>& first = *forms.front();
  if (first.empty()) return {};
  const int others = static_cast<int>(forms.size()) - 1;
  const bool wide = 2 + place_width + load_width + number_width + unit_width + others * percent_width <= style.columns;
  std::string letters = pad_left("A", number_width) + std::string(unit_width, ' ');
  for (int i = 1; i <= others; ++i) letters += pad_left(std::string(1, static_cast<char>('A' + i)), percent_width);
  std::string text = head(letters, wide, style);
  for (std::size_t place = 0; place < first.size(); ++place) {
    const MetricLoad& load = first[place].main();
    text += first_cell(first[place], wide) + number(load.value, *load.row) + unit_cell(*load.row);
    for (auto form = forms.begin() + 1; form != forms.end(); ++form)
      text +=
          pad_left(percent_text(change_between(*load.row, load.value, (**form)[place].main().value)), percent_width);
    text += "\n";
  }
  return text;
}

}  // namespace stridelab
