#pragma once

#include <string>
#include <string_view>

#include "catalogue/people_units.h"
#include "study/run_report.h"

namespace stridelab {

/// What differs between two parameter sets, as a runner would say it: "same speed, 10 % more steps",
/// "foot strike 12 -> -8 deg". "nothing" when they are equal. Values that merely follow from others are left out.
std::string what_changed(const ParameterSet& a, const ParameterSet& b, Units units = Units::metric);

/// The same of what somebody gave, in either of them: without the habits that follow from a shoe or a slope.
std::string what_was_changed(const ParameterSet& a, const ParameterSet& b, Units units);

/// The conditions of a run in one line: speed, cadence, stride, person, and every input that is not the default.
std::string conditions(const ParameterSet& parameters, Units units = Units::metric);

/// Every input and derived value that differs: "cadence 169.9 -> 186.9 steps/min, stride length 2.331 -> 2.119 m".
std::string differences(const ParameterSet& a, const ParameterSet& b, Units units = Units::metric);

/// The answer in one sentence: "peak kneecap force 5.65 -> 4.91 BW (-13 %), per km -7.0 %; ...".
/// Both runs must have metrics.
std::string answer_of_change(const MetricValues& a, const MetricValues& b);

/// Where else the load went: the largest changes of joint effort and ground force beyond 2 %. Empty if there are none.
std::string elsewhere(const MetricValues& a, const MetricValues& b);

/// What the headline force of the kneecap was made of: "by the knee moment alone".
std::string_view method_words(const ParameterSet& parameters);

/// The kneecap's peak by every method, the headline's first, and what they differ by.
std::string kneecap_forces(const ParameterSet& parameters, const MetricValues& metrics);

/// The same for a change, and whether they agree within 3 points. `parameters` are those of B.
std::string kneecap_changes(const ParameterSet& parameters, const MetricValues& a, const MetricValues& b);

/// The answer of a single run: peak force and pressure at the kneecap, and per kilometre.
std::string answer_of_run(const RunReport& report);

/// A check in words: "peak kneecap force, change in %: -13.9 %, expected -22 .. -8 %".
std::string check_sentence(const CheckResult& result);

/// A key or name as one says it: "foot_strike_deg" -> "foot strike"; the unit is said with the value.
std::string spoken(std::string_view key);

/// The first letter in upper case.
std::string capitalised(std::string text);

}  // namespace stridelab
