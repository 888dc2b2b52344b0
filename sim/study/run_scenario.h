#pragma once

#include <functional>

#include "study/run_report.h"

namespace stridelab {

/// Whether the checks of a scenario are looked at: a comparison that overrides values leaves them out, because they
/// belong to the scenario as it was written.
enum class ChecksOf { scenario, nobody };

/// What a report is for: tables need no curves, files do.
enum class Detail { tables, curves };

/// Solves a scenario (and its base, where it has one or a check needs it) and gathers the report.
///
/// progress  called with the part that is done, 0 .. 1, where it takes time; may be empty
/// frames    takes the frames of its own forward run, not those of the base; may be empty
RunReport run_scenario(const Scenario& scenario, RunCache& cache, ChecksOf checks = ChecksOf::scenario,
                       const std::function<void(double)>& progress = {}, Detail detail = Detail::curves,
                       const FrameSink& frames = {});

}  // namespace stridelab
