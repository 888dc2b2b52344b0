#pragma once

#include <string>
#include <string_view>

#include "catalogue/people_units.h"

namespace stridelab {

/// How text for people is dressed: colour only where a terminal shows it, lines no longer than it is wide.
struct ConsoleStyle {
  bool colour = false;
  int columns = 100;
  bool every_row = false;       ///< tables hold every metric, not only the first ones
  Units units = Units::metric;  ///< of speed, height, mass and distance; tables of the field stay SI

  [[nodiscard]] std::string bold(std::string_view text) const { return dressed("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return dressed("2", text); }
  [[nodiscard]] std::string red(std::string_view text) const { return dressed("1;31", text); }
  [[nodiscard]] std::string green(std::string_view text) const { return dressed("32", text); }
  [[nodiscard]] std::string yellow(std::string_view text) const { return dressed("33", text); }

 private:
  [[nodiscard]] std::string dressed(std::string_view code, std::string_view text) const;
};

/// Style for an output: colour when it is a terminal (TERM not dumb) and NO_COLOR is unset or empty, its width, or COLUMNS, or 100.
/// file_descriptor: 1 stdout, 2 stderr.
ConsoleStyle console_style(int file_descriptor);

/// A terminal that understands control codes: with TERM=dumb none does.
bool takes_codes(int file_descriptor);

/// Text in lines of at most `columns`, broken at spaces (not between a number and its unit); every
/// line starts with `indent` spaces.
std::string wrapped(std::string_view text, int columns, int indent);

/// Text filled with spaces to a width in terminal columns, on the right (left-aligned) or on the left.
std::string pad_right(std::string_view text, int width);
std::string pad_left(std::string_view text, int width);

/// A number with a fixed count of decimals; a zero has no minus sign.
std::string fixed(double value, int decimals);

/// "+4.2 %", "-13 %": always signed; one decimal below ten, none above.
std::string signed_percent(double percent);

}  // namespace stridelab
