#pragma once

#include <string>
#include <vector>

namespace stridelab {

/// Rows of short texts under headings, for a terminal and for Markdown alike.
struct TextTable {
  std::vector<std::string> headings;
  std::vector<bool> left;  ///< per column: texts stand left, numbers right
  std::vector<std::vector<std::string>> rows;
};

/// Columns two spaces apart, as wide as their widest cell, every line indented by two; no spaces at line ends.
std::string console_table(const TextTable& table);

/// The same as a Markdown table.
std::string markdown_table(const TextTable& table);

}  // namespace stridelab
