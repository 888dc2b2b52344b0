#include "validation/text_table.h"

#include <algorithm>

#include "core/text.h"
#include "report/console_style.h"

namespace stridelab {
namespace {

std::string console_line(const std::vector<std::string>& cells, const std::vector<bool>& left,
                         const std::vector<int>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i)
    line += "  " + (left[i] ? pad_right(cells[i], widths[i]) : pad_left(cells[i], widths[i]));
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string markdown_line(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + cell + " |";
  return line + "\n";
}

}  // namespace

std::string console_table(const TextTable& table) {
  std::vector<int> widths;
  for (std::size_t i = 0; i < table.headings.size(); ++i) {
    std::size_t width = display_width(table.headings[i]);
    for (const auto& row : table.rows) width = std::max(width, display_width(row[i]));
    widths.push_back(static_cast<int>(width));
  }
  std::string text = console_line(table.headings, table.left, widths);
  for (const auto& row : table.rows) text += console_line(row, table.left, widths);
  return text;
}

std::string markdown_table(const TextTable& table) {
  std::string text = markdown_line(table.headings) + "|";
  for (const bool left : table.left) text += left ? "---|" : "---:|";
  text += "\n";
  for (const auto& row : table.rows) text += markdown_line(row);
  return text;
}

}  // namespace stridelab
