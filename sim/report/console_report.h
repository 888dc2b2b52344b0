#pragma once

#include <array>
#include <string>
#include <vector>

#include "report/console_style.h"
#include "study/comparison.h"
#include "study/how_sure.h"

namespace stridelab {

/// One run for people: the question, the answer in a sentence, the table of metrics, the checks, and what it is not.
std::string run_text(const RunReport& report, const ConsoleStyle& style);

/// Several runs: for each its question, its answer and its checks; a summary at the end.
std::string runs_text(const std::vector<RunReport>& reports, const ConsoleStyle& style);

/// The same in parts, for results that are shown as they come.
struct RunTally {
  std::array<std::size_t, 3> count{};  ///< passed, failed, without an answer
  bool any_forward = false;
  void add(const RunReport& report);
};
std::string entry_text(const RunReport& report, const ConsoleStyle& style);
std::string tally_text(const RunTally& tally, const ConsoleStyle& style);

/// What `--quiet` leaves of a run: one line per failed check or for a run without a gait, nothing when all is well.
std::string quiet_text(const RunReport& report, const ConsoleStyle& style);

/// Two runs side by side: what changed, the answer in words, the table, and what it is not.
///
/// sure  of that change; null where nobody drew
std::string comparison_text(const Comparison& compared, const ConsoleStyle& style, const HowSure* sure = nullptr);

/// What the numbers are, and what they are not: stands under every result for people.
std::string_view footer_of(const RunReport& report);

}  // namespace stridelab
