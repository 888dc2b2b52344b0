#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "report/console_style.h"

namespace stridelab {

/// What `--units` says; the parser lets no other word through.
inline Units units_of(const std::string& word) { return word == "imperial" ? Units::imperial : Units::metric; }

/// Where a command writes: results to `out`, faults and everything for people beside a result to `err`.
struct Console {
  std::ostream& out;
  std::ostream& err;
  ConsoleStyle out_style;
  ConsoleStyle err_style;
  bool err_is_terminal = false;  ///< a progress line may be drawn there
  /// Says whether whoever read stdout has closed it (`| head`); empty: nobody does.
  std::function<bool()> reader_left = {};
};

}  // namespace stridelab
