#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "scenario/layer.h"
#include "study/run_report.h"

namespace stridelab {

/// Gives a report without a stride its way out: the smallest change of one value that a person gave, in the key they
/// gave it by, with which this very scenario runs; or that no single one of them does. Every value it names was tried.
/// A report with an answer, or of a run that has a stride, stays as it is.
///
/// path, profile, overrides  of the scenario, as for read_scenario_for(); an empty profile: the usual runner
/// thread           deterministic: tries a fixed number of strides, whatever they take
void add_way_out(RunReport& report, const std::filesystem::path& path, const Layer& profile,
                 std::span<const std::string> overrides, RunCache& cache);

}  // namespace stridelab
