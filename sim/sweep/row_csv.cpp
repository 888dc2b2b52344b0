#include "sweep/row_csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/text.h"
#include "report/csv_text.h"

namespace stridelab {
namespace {

void trim(std::string& text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.pop_back();
  text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
}

/// Whether a quote is still open at the end.
bool is_open(const std::string& record) { return std::count(record.begin(), record.end(), '"') % 2 != 0; }

/// A number stays as it is, whatever text that begins with its sign would become.
std::string shown(const std::string& cell) {
  double number = 0.0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return error == std::errc() && end == cell.data() + cell.size() ? cell : csv_cell(cell);
}

std::vector<std::string> cells_of(const std::string& record) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    if (c == '"' && quoted && i + 1 < record.size() && record[i + 1] == '"')
      cells.back() += record[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  for (std::string& cell : cells) trim(cell);
  return cells;
}

}  // namespace

std::string csv_header(const RowColumns& columns) {
  std::string line = "index,status,reason";
  for (const auto* names : {&columns.inputs, &columns.outputs})
    for (const std::string& name : *names) line += "," + csv_cell(name);
  return line + "\n";
}

std::string csv_line(const RowResult& row, const RowColumns& columns) {
  std::string line = std::to_string(row.index);
  line += ",";
  line += to_text(row.answer.status);
  line += "," + csv_cell(row.answer.reason);
  for (const std::string& cell : row.inputs) line += "," + shown(cell);
  for (std::size_t i = 0; i < columns.outputs.size(); ++i) {
    line += ",";
    if (i < row.answer.outputs.size() && std::isfinite(row.answer.outputs[i]))
      line += number_text(row.answer.outputs[i]);
  }
  return line + "\n";
}

std::optional<std::vector<std::string>> CsvRecords::next() {
  std::string record, more;
  while (std::getline(in_, record)) {
    record_line_ = ++line_;
    while (is_open(record) && std::getline(in_, more)) {
      ++line_;
      record += "\n" + more;
    }
    if (line_ == 1 && record.starts_with("\xEF\xBB\xBF")) record.erase(0, 3);  // a spreadsheet's mark of UTF-8
    if (record.find_first_not_of(" \t\r") != std::string::npos) return cells_of(record);
  }
  return std::nullopt;
}

}  // namespace stridelab
