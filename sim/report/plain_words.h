#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/people_units.h"
#include "metrics/metrics.h"
#include "study/run_report.h"

namespace stridelab {

// Words for a runner: what models/guidance calls a result, what people ask for when they change an input, how sure the
// answer is. All of these throw InvalidModelFiles where that folder is broken.

/// What a first answer calls a metric: its plain word, or its label in the table.
std::string plain_label(std::string_view metric);

/// The results that people ask for when these inputs differ, the headline's first, at most three. Inputs that merely
/// follow from others (the cadence of a shoe) ask for nothing. The kneecap's force where nobody says otherwise.
std::vector<std::string> asked_metrics(const ParameterSet& a, const ParameterSet& b);

/// The inputs that somebody changed: not those that follow from others.
std::vector<const ParameterValue*> changed_inputs(const ParameterSet& a, const ParameterSet& b);

/// "force on the kneecap falls by 15 %, from 5.57 to 4.76 BW". A joint angle has no per cent and its level is a
/// convention: "inward lean of the thigh grows by 2.4 deg". A force in body weights between bodies of different mass is
/// said in newtons. Of an impulse the per cent alone. Empty where a value is missing.
///
/// range  what is left open of it, behind the change: " (-14 to -16 %)"; empty where nobody asked
std::string plain_change(std::string_view metric, const EngineRun& a, const EngineRun& b, Units units,
                         const std::string& range = {});

/// Where else something changed by more than 2 %, outside the table of places and the headline: at most two, the
/// largest first. Empty if there is nothing.
std::string plain_elsewhere(const EngineRun& a, const EngineRun& b, const std::vector<std::string>& headline);

/// How sure a change is: the first clause of what is known of the changed input, and what the ways to work the kneecap's
/// force out give where they disagree.
std::string doubt_of_change(const EngineRun& a, const EngineRun& b);

/// The same of a level: the ways to work it out.
std::string doubt_of_run(const EngineRun& run);

/// Who runs how: "3.3 m/s (5:03/km), 170 steps/min; man, 70 kg, 1.75 m; foot strike 8 deg".
std::string runner_text(const ParameterSet& parameters, Units units);

/// "from A to B" for "A -> B": an arrow is no word.
std::string without_arrows(std::string text);

}  // namespace stridelab
