#include "report/markup.h"

#include "core/text.h"

namespace stridelab {
namespace {

/// XML 1.0 has no U+FFFE and no U+FFFF, written in any way.
std::string without_noncharacters(std::string text) {
  for (const std::string_view forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (std::size_t at = text.find(forbidden); at != std::string::npos; at = text.find(forbidden, at))
      text.replace(at, forbidden.size(), "?");
  return text;
}

}  // namespace

std::string markup_text(std::string_view text) {
  std::string out;
  for (const char c : without_noncharacters(printable(text))) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return first_non_utf8(out) == std::string_view::npos ? out : "text that is not UTF-8";
}

}  // namespace stridelab
