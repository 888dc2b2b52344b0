#pragma once

#include <string>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"

namespace stridelab {

/// What `stridelab lesson` was asked to do.
struct LessonOptions {
  std::string key;      ///< empty: list them
  std::string folder;   ///< of the scenarios; empty: the shipped ones
  bool answer = false;  ///< with the answer
  std::string html;     ///< a file, or "-" for stdout; empty: none
};

ExitCode lesson_command(const LessonOptions& options, const Console& console, const Engines& engines);

}  // namespace stridelab
