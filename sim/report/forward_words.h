#pragma once

#include <string>

#include "study/run_report.h"

namespace stridelab {

/// How a run was made: "run forward for 10 s, nothing holds the runner; mean and SD of 12 right and 12 left steps".
/// Assist and noise are left to interference().
std::string engine_sentence(const RunReport& report);

/// What differs between two runs, engine and run settings included; "the two runs are the same" when nothing does.
std::string what_differs(const RunReport& a, const RunReport& b);

/// Steps of one leg that are averaged.
int averaged_steps(const ForwardResult& result, Side side);

/// How many steps stand behind the numbers and which are left out: "mean and SD of 12 right and 12 left steps; left
/// out: 4 settling, 1 cut off by the end".
std::string steps_sentence(const ForwardResult& result);

/// How well the run kept to its plan: "worst joint ankle_angle_r 2.1 deg RMS from the plan, ...".
std::string quality_sentence(const RunningQuality& quality);

}  // namespace stridelab
