#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "scenario/layer.h"
#include "study/run_cache.h"
#include "study/run_report.h"

namespace stridelab {

/// A form as somebody asked for it.
struct AskedForm {
  std::filesystem::path path;
  const Layer& profile;                    ///< of the runner; an empty one: the usual runner
  std::span<const std::string> overrides;  ///< "key=value" as after `--set`
};

/// A refusal in one line with its way out: the smallest change of one value that a person gave, in the key they gave it
/// by, with which this very form runs; or that no single one of them does. Every value it names was tried.
///
/// thread  deterministic: tries a fixed number of strides, whatever they take
std::string with_way_out(Infeasible reason, const AskedForm& asked, RunCache& cache);

/// Puts it into a report without a stride. A report with an answer, or of a run that has a stride, stays as it is.
void add_way_out(RunReport& report, const AskedForm& asked, RunCache& cache);

}  // namespace stridelab
