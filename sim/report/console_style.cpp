#include "report/console_style.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "core/text.h"

namespace stridelab {
namespace {

constexpr int narrowest = 40;  // the first answer still stands in so many; the tables of the field need 80
constexpr int widest = 120;    // beyond this lines are hard to follow
constexpr int unknown_width = 100;

/// A number keeps its unit and an arrow its target: a line does not break before or after these words.
bool clings_to_the_left(std::string_view word) {
  word = word.substr(0, word.find_first_of(",;.:)"));
  for (const std::string_view unit : {"%", "->", "..", "BW", "MPa", "N", "deg", "m", "kg", "m/s", "steps/min", "km"})
    if (word == unit) return true;
  return false;
}

std::string_view first_word(std::string_view text) { return text.substr(0, std::min(text.find(' '), text.size())); }

/// Cuts off the next words that have to stay on one line.
std::string_view take_unit(std::string_view& text) {
  std::size_t end = first_word(text).size();
  while (end < text.size()) {
    const std::string_view next = first_word(text.substr(end + 1));
    if (!clings_to_the_left(next) && !text.substr(0, end).ends_with("->") && !text.substr(0, end).ends_with("per km"))
      break;
    end += 1 + next.size();
  }
  const std::string_view words = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return words;
}

int environment_columns() {
  const char* text = std::getenv("COLUMNS");
  int columns = 0;
  if (text == nullptr) return 0;
  std::from_chars(text, text + std::strlen(text), columns);
  return columns;
}

int terminal_columns(int file_descriptor) {
  winsize size{};
  if (ioctl(file_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 0;
}

}  // namespace

// Line by line: a colour that runs over a line end spills into whatever the terminal prints next.
std::string ConsoleStyle::dressed(std::string_view code, std::string_view text) const {
  if (!colour) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) out += fmt::format("\033[{}m{}\033[0m", code, text.substr(0, end));
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

ConsoleStyle console_style(int file_descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool wanted = (no_colour == nullptr || *no_colour == '\0') && takes_codes(file_descriptor);
  int columns = terminal_columns(file_descriptor);
  if (columns == 0) columns = environment_columns();
  if (columns == 0) columns = unknown_width;
  return {wanted, std::clamp(columns, narrowest, widest)};
}

bool takes_codes(int file_descriptor) {
  const char* terminal = std::getenv("TERM");
  return isatty(file_descriptor) == 1 && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::string wrapped(std::string_view text, int columns, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string out;
  std::string line = margin;
  while (!text.empty()) {
    const std::string_view words = take_unit(text);
    const bool fits = display_width(line) + 1 + display_width(words) <= static_cast<std::size_t>(columns);
    if (line.size() > margin.size() && !fits) {
      out += line + "\n";
      line = margin;
    }
    if (line.size() > margin.size()) line += ' ';
    line += words;
  }
  return out + line + "\n";
}

std::string pad_right(std::string_view text, int width) {
  const int missing = width - static_cast<int>(display_width(text));
  return std::string(text) + std::string(static_cast<std::size_t>(std::max(missing, 0)), ' ');
}

std::string pad_left(std::string_view text, int width) {
  const int missing = width - static_cast<int>(display_width(text));
  return std::string(static_cast<std::size_t>(std::max(missing, 0)), ' ') + std::string(text);
}

std::string fixed(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
  return is_zero && text.front() == '-' ? text.substr(1) : text;
}

std::string signed_percent(double percent) {
  const std::string text = fixed(percent, std::abs(percent) < 9.95 ? 1 : 0);
  return (text.front() == '-' ? text : "+" + text) + " %";
}

}  // namespace stridelab
