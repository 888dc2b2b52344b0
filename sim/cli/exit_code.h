#pragma once

#include <initializer_list>

namespace stridelab {

/// Exit codes of the program; public, see README.md beside this file.
enum class ExitCode : int {
  done = 0,
  check_failed = 1,
  invalid_input = 2,
  no_feasible_gait = 3,
  unwritable_output = 4,
  usage = 64,
  internal_error = 70,
  reader_left = 141,  ///< as of programs that the system stops for it
};

constexpr int to_int(ExitCode code) { return static_cast<int>(code); }

/// Of two outcomes the one to report: the first that occurs in the order 70, 4, 2, 3, 1.
constexpr ExitCode graver(ExitCode a, ExitCode b) {
  for (const ExitCode code : {ExitCode::usage, ExitCode::internal_error, ExitCode::unwritable_output,
                              ExitCode::invalid_input, ExitCode::no_feasible_gait, ExitCode::check_failed})
    if (a == code || b == code) return code;
  return ExitCode::done;
}

}  // namespace stridelab
