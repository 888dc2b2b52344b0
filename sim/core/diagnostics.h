#pragma once

#include <string>
#include <vector>

namespace stridelab {

/// One fault in something a person wrote: a scenario file, a model file, a `--set` or the command line.
///
/// `file` is the path as the user gave it, or "--set" for the command line; line and column count from 1,
/// 0 means the place has no line. `message` is one sentence, for example
/// "cadence_spm = 410 is outside 130 .. 220 steps/min". `help` holds the meaning and a way out.
struct Diagnostic {
  std::string file;
  int line = 0;
  int column = 0;
  std::string message;
  std::string source_line;  ///< the line of the file the fault is on, empty if there is none
  int length = 1;           ///< how many columns the caret underlines
  std::string help;
};

/// All faults of one pass, in file order. Never empty when used as an error value.
using Diagnostics = std::vector<Diagnostic>;

/// The text of one diagnostic as the style guide shows it (`file:line:col: error: ...`, the line, a caret, help).
std::string to_text(const Diagnostic& diagnostic);

/// The text of all diagnostics, each ending in a newline.
std::string to_text(const Diagnostics& diagnostics);

}  // namespace stridelab
