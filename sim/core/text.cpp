#include "core/text.h"

#include <fmt/format.h>

namespace stridelab {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Bytes of the code point that starts here, 0 if none does (overlong forms, surrogates and beyond U+10FFFF included).
std::size_t utf8_length(std::string_view s) {
  const auto at = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
  const unsigned first = at(0);
  if (first == 0) return 0;
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || s.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(static_cast<unsigned char>(s[i]))) return 0;
  }
  const unsigned second = at(1);
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  return length;
}

}  // namespace

std::string number_text(double value) { return fmt::format("{}", value); }

std::string printable(std::string_view text, bool keep_tabs) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const bool tab = keep_tabs && text[0] == '\t';
    const auto first = static_cast<unsigned char>(text[0]);
    const bool c1_control = length == 2 && first == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0;
    const bool control = length == 0 || first < 0x20 || first == 0x7F || c1_control;
    if ((first == '\n' || first == '\r' || first == '\t') && !tab) {
      if (!shown.ends_with(' ')) shown += ' ';  // a line break and what the next line begins with: one blank
    } else if (control && !tab) {
      shown += '?';
    } else {
      shown += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return shown;
}

std::string one_line(std::string_view lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] != '\n') {
      out += lines[i];
      continue;
    }
    while (i + 1 < lines.size() && lines[i + 1] == ' ') ++i;
    if (i + 1 < lines.size()) out += "; ";
  }
  return out;
}

std::size_t first_non_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = utf8_length(bytes.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (const char c : utf8) width += is_continuation(static_cast<unsigned char>(c)) ? 0U : 1U;
  return width;
}

std::string or_list(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

}  // namespace stridelab
