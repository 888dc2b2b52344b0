#include "model_files/model_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/decimal.h"
#include "core/text.h"

namespace stridelab {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(',', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

std::optional<double> number_of(std::string_view cell) {
  double value = 0.0;
  const auto [end, fault] = read_decimal(cell.data(), cell.data() + cell.size(), value);
  if (fault != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

}  // namespace

ModelTable::ModelTable(const std::filesystem::path& file) : source_(file) {
  if (!source_.faults().empty()) return;
  std::string_view rest = source_.text();
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!text.empty() && text.front() != '#') add_row(line, text);
    if (end == std::string_view::npos) source_.fault(line, 0, 1, "the last line has no end: the file was cut");
  }
  if (rows_.empty()) source_.fault(0, 0, 1, "there are no rows of numbers");
  select({}, {});
}

void ModelTable::add_row(int line, std::string_view text) {
  Row row{line, cells_of(text)};
  if (header_.empty()) {
    header_ = std::move(row.cells);
    header_line_ = line;
  } else if (row.cells.size() != header_.size()) {
    source_.fault(line, 1, static_cast<int>(text.size()),
                  fmt::format("the row has {} cells, the header {}", row.cells.size(), header_.size()));
  } else {
    rows_.push_back(std::move(row));
  }
}

std::optional<std::size_t> ModelTable::place_of(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

void ModelTable::select(std::string_view text_column, std::string_view text, std::string_view number_column,
                        double number) {
  const auto of_text = place_of(text_column), of_number = place_of(number_column);
  for (const std::string_view name : {text_column, number_column})
    if (!name.empty()) require(name);
  selected_.clear();
  for (const Row& row : rows_) {
    const bool same_text = !of_text || row.cells[*of_text] == text;
    if (same_text && (!of_number || std::abs(number_of(row.cells[*of_number]).value_or(NAN) - number) < 1e-9))
      selected_.push_back(&row);
  }
  if (selected_.empty() && !rows_.empty())
    source_.fault(0, 0, 1, fmt::format("no rows of '{}' at {}", text, number_text(number)));
}

std::optional<std::size_t> ModelTable::require(std::string_view name) {
  const auto place = place_of(name);
  if (!place && !header_.empty() && missed_.insert(std::string(name)).second) {
    const auto near = nearest_spelling(name, header_);
    source_.fault(header_line_, 1, 1, fmt::format("there is no column '{}'", name),
                  near ? fmt::format("is it {}?", *near) : std::string());
  }
  return place;
}

std::vector<std::string> ModelTable::texts(std::string_view name) const {
  std::vector<std::string> out;
  const auto place = place_of(name);
  for (const Row* row : selected_)
    if (place && std::find(out.begin(), out.end(), row->cells[*place]) == out.end())
      out.emplace_back(row->cells[*place]);
  return out;
}

std::vector<double> ModelTable::column(std::string_view name, const ModelRange& range,
                                       std::optional<double> most_step) {
  const auto place = require(name);
  if (!place) return {};
  std::vector<double> out;
  for (const Row* row : selected_) {
    const auto value = number_of(row->cells[*place]);
    if (!value)
      fault(*row, *place, fmt::format("{} = '{}' is not a number", name, printable(row->cells[*place])));
    else if (!range.holds(*value))
      fault(*row, *place, fmt::format("{} = {} is outside {}", name, number_text(*value), range.text()));
    else if (most_step && !out.empty() && std::abs(*value - out.back()) > *most_step)
      fault(*row, *place,
            fmt::format("{} = {} is more than {} {} from the row before", name, number_text(*value),
                        number_text(*most_step), range.unit));
    out.push_back(value.value_or(0.0));
  }
  return out;
}

std::vector<double> ModelTable::percents(Percents which) {
  std::vector<double> percent = column("percent", any_percent);
  const bool equal = which == Percents::all;
  for (std::size_t i = 0; i < percent.size(); ++i) {
    const bool rises = i == 0 || percent[i] > percent[i - 1];
    // Against the step before: the fault names the row after a gap, not all that follow.
    const double wanted = i < 2 || !equal ? percent[i] : 2.0 * percent[i - 1] - percent[i - 2];
    if (rises && std::abs(percent[i] - wanted) < 1e-9) continue;
    fault(*selected_[i], *place_of("percent"), "the percents do not rise in equal steps: a row is missing");
    return percent;
  }
  if (equal && !percent.empty() && (percent.front() != 0.0 || percent.back() != 100.0))
    fault(percent.front() != 0.0 ? *selected_.front() : *selected_.back(), *place_of("percent"),
          "the percents do not go from 0 to 100");
  return percent;
}

void ModelTable::fault(const Row& row, std::size_t column, std::string message) {
  std::size_t before = 1;
  for (std::size_t i = 0; i < column; ++i) before += row.cells[i].size() + 1;
  source_.fault(row.line, static_cast<int>(before), static_cast<int>(row.cells[column].size()), std::move(message));
}

}  // namespace stridelab
