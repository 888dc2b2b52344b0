#pragma once

#include <string>
#include <vector>

#include "training/plan_report.h"

namespace stridelab {

/// "1.2-1.9", rounded outwards; one number only where both ends are exactly it.
std::string band_text(const Band& band);

/// "speed -15 %, slope -8 %": what is different in a run, by key and value; "the usual run" for nothing.
std::string changes_text(const std::vector<Assignment>& changes);

/// Sentences for the weeks: jumps of distance, the four-week ratio, weeks without a rest day, tissues beyond their
/// tolerance. Put into the weeks.
void add_warnings(PlanReport& report);

/// What the rest days between runs do, for the tissue they help most; empty where they do nothing.
std::string rest_day_sentence(const PlanReport& report);

/// What the strengthening gains and rests on; empty without one.
std::string strengthening_sentence(const PlanReport& report);

/// What the rules of thumb rest on, one sentence each.
std::vector<std::string> rule_sentences(const PlanReport& report);

/// A check in words: "distance_peak_km: 45, expected 0 .. 40".
std::string plan_check_sentence(const CheckResult& result);

}  // namespace stridelab
