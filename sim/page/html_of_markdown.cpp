#include "page/html_of_markdown.h"

#include <fmt/format.h>

#include <vector>

#include "report/markup.h"

namespace stridelab {
namespace {

/// Text between a mark and the next one like it, taken out of `text`; empty where there is none.
std::string_view enclosed(std::string_view& text, std::string_view mark) {
  const std::size_t end = text.find(mark, mark.size());
  if (!text.starts_with(mark) || end == std::string_view::npos) return {};
  const std::string_view inside = text.substr(mark.size(), end - mark.size());
  text.remove_prefix(end + mark.size());
  return inside;
}

std::string inline_html(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text.front() == '\\' && text.size() > 1) {
      out += markup_text(text.substr(1, 1));
      text.remove_prefix(2);
    } else if (const std::string_view code = enclosed(text, "`"); !code.empty()) {
      out += "<code>" + markup_text(code) + "</code>";
    } else if (const std::string_view bold = enclosed(text, "**"); !bold.empty()) {
      out += "<strong>" + inline_html(bold) + "</strong>";
    } else if (const std::size_t close = text.find("]("); text.front() == '[' && close != std::string_view::npos &&
                                                          text.find(')', close) != std::string_view::npos) {
      out += inline_html(text.substr(1, close - 1));
      text.remove_prefix(text.find(')', close) + 1);
    } else {
      const std::size_t end = std::min(text.find_first_of("\\`*[", 1), text.size());
      out += markup_text(text.substr(0, end));
      text.remove_prefix(end);
    }
  }
  return out;
}

/// "| a | b |" into its cells; an escaped bar is text.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      cell += line.substr(i, 2);
      ++i;
    } else if (line[i] == '|') {
      const std::size_t first = cell.find_first_not_of(' '), last = cell.find_last_not_of(' ');
      cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

std::string row_html(std::string_view line, std::string_view element, const std::vector<bool>& numbers) {
  std::string out = "<tr>";
  const std::vector<std::string> cells = cells_of(line);
  for (std::size_t i = 0; i < cells.size(); ++i)
    out += fmt::format("<{}{}>{}</{}>", element, i < numbers.size() && numbers[i] ? "" : " class=\"words\"",
                       inline_html(cells[i]), element);
  return out + "</tr>\n";
}

std::string table_html(const std::vector<std::string_view>& lines) {
  std::vector<bool> numbers;
  for (const std::string& rule : cells_of(lines[1])) numbers.push_back(rule.ends_with(':'));
  std::string out = "<div class=\"table\"><table><thead>" + row_html(lines[0], "th", numbers) + "</thead><tbody>";
  for (std::size_t i = 2; i < lines.size(); ++i) out += row_html(lines[i], "td", numbers);
  return out + "</tbody></table></div>\n";
}

std::string list_html(const std::vector<std::string_view>& lines) {
  std::vector<std::string> items;
  for (const std::string_view line : lines) {
    if (line.starts_with("* ") || line.starts_with("- "))
      items.emplace_back(line.substr(2));
    else
      items.back() += " " + std::string(line.substr(line.find_first_not_of(' ')));
  }
  std::string out = "<ul>\n";
  for (const std::string& item : items) out += "<li>" + inline_html(item) + "</li>\n";
  return out + "</ul>\n";
}

/// Lines that stand together, without the empty ones around them.
std::string block_html(const std::vector<std::string_view>& lines) {
  const std::string_view first = lines.front();
  if (first.starts_with("# ")) return "<h1>" + inline_html(first.substr(2)) + "</h1>\n";
  if (first.starts_with("## ")) return "<h2>" + inline_html(first.substr(3)) + "</h2>\n";
  if (first.starts_with("|") && lines.size() > 1) return table_html(lines);
  if (first.starts_with("* ") || first.starts_with("- ")) return list_html(lines);
  std::string text;
  for (const std::string_view line : lines) text += (text.empty() ? "" : " ") + std::string(line);
  return "<p>" + inline_html(text) + "</p>\n";
}

}  // namespace

std::string html_of_markdown(std::string_view markdown) {
  std::string out;
  std::vector<std::string_view> block;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (!line.empty()) block.push_back(line);
    if ((line.empty() || markdown.empty()) && !block.empty()) {
      out += block_html(block);
      block.clear();
    }
  }
  return out;
}

}  // namespace stridelab
