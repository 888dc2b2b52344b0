#include "report/csv_text.h"

namespace stridelab {

std::string csv_cell(const std::string& content) {
  // Spreadsheets run what begins so; an apostrophe makes it text.
  const bool is_formula = content.find_first_of("=+-@\t\r") == 0;
  const std::string text = is_formula ? "'" + content : content;
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace stridelab
