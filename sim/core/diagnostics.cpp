#include "core/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"

namespace stridelab {
namespace {

/// Spaces (tabs where the line has tabs) up to the caret, so that it stands under its column.
std::string caret_pad(std::string_view shown_line, int column) {
  std::string pad;
  int at = 0;
  for (const char c : shown_line) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;  // inside a code point
    if (++at >= column) break;
    pad += c == '\t' ? '\t' : ' ';
  }
  return pad;
}

std::string excerpt(const Diagnostic& d) {
  constexpr std::size_t longest_line = 200;  // beyond that the excerpt hides the message
  const std::string line = printable(d.source_line, true);
  if (line.empty() || line.size() > longest_line) return {};
  const std::string number = d.line > 0 ? fmt::format("{:>5}", d.line) : std::string(5, ' ');
  std::string text = fmt::format("{} | {}\n", number, line);
  if (d.column < 1) return text;
  const auto room = static_cast<int>(display_width(line)) - d.column + 1;
  const auto tail = static_cast<std::size_t>(std::max(0, std::min(d.length, room) - 1));
  return text + fmt::format("      | {}^{}\n", caret_pad(line, d.column), std::string(tail, '~'));
}

std::string indented(std::string_view help) {
  std::string text;
  while (!help.empty()) {
    const std::size_t end = std::min(help.find('\n'), help.size());
    text += "  " + printable(help.substr(0, end)) + "\n";
    help.remove_prefix(std::min(end + 1, help.size()));
  }
  return text;
}

}  // namespace

std::string to_text(const Diagnostic& d) {
  std::string place = printable(d.file);
  if (d.line > 0) place += fmt::format(":{}", d.line);
  if (d.line > 0 && d.column > 0) place += fmt::format(":{}", d.column);
  if (!place.empty()) place += ": ";
  return fmt::format("{}error: {}\n{}{}", place, printable(d.message), excerpt(d), indented(d.help));
}

std::string to_text(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) text += to_text(d);
  return text;
}

}  // namespace stridelab
