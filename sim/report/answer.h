#pragma once

#include <string>
#include <vector>

#include "report/console_report.h"
#include "report/console_style.h"
#include "study/comparison.h"
#include "study/how_sure.h"

namespace stridelab {

// The first answer, in plain words, on one screen: the question, a headline with the quantity that was asked about, the
// places, why, and how sure. The tables of the field are those of console_report.h (`--more`).

/// Of one run; against its base where it has one. Checks are said where one failed.
///
/// why  short_why() of that change, or empty
std::string answer_text(const RunReport& report, const std::string& why, const ConsoleStyle& style);

/// Of one of many: question, headline, the checks that failed; and under the last, how many there are.
std::string answer_entry_text(const RunReport& report, const ConsoleStyle& style);
std::string answer_tally_text(const RunTally& tally, const ConsoleStyle& style);

/// Of two runs. Different bodies are said first.
///
/// why          short_why() of the change
/// attribution  what each of several inputs does alone, a sentence; empty where one differs
/// sure         of that change; null where nobody asked
std::string comparison_answer_text(const RunReport& a, const RunReport& b, const std::string& why,
                                   const std::string& attribution, const ConsoleStyle& style,
                                   const HowSure* sure = nullptr);

/// The headline alone: of one run, and of a change ("10 % more steps: force on the kneecap falls by 15 %, from ...").
std::string run_sentence(const RunReport& report, Units units);
std::string change_sentence(const std::string& change, const EngineRun& a, const EngineRun& b, Units units,
                            const HowSure* sure = nullptr);

/// Of three runs and more: every form against the first, place by place.
std::string forms_answer_text(const std::vector<RunReport>& forms, const ConsoleStyle& style);

}  // namespace stridelab
