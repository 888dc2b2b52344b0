#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "guidance/guidance.h"
#include "scenario/layer.h"
#include "study/run_report.h"

namespace stridelab {

/// Whose form the levers are tried on.
struct LeverForm {
  std::filesystem::path path;
  std::vector<std::string> overrides;  ///< "key=value"
  const Layer* profile = nullptr;
};

/// What one step did to one place.
struct LeverResult {
  const Lever* lever = nullptr;
  double percent = 0.0;                ///< change of the place's main load; of forces in newtons, so that weight counts
  std::string pays;                    ///< the other load that rises most, with its per cent; empty below 1 %
  std::vector<double> method_percent;  ///< of the kneecap's peak force by its three ways to work it out; front alone
  std::string doubt;                   ///< how well it is supported: the first clause of what is known of the input
  std::vector<std::string> overrides;  ///< the form with this step, "key=value" as after `--set`
};

/// All that was tried, and on what.
struct LeverStudy {
  ParameterSet parameters;                   ///< of the form
  double load = 0.0;                         ///< of the place, in the unit of its metric
  std::vector<LeverResult> results;          ///< the most relieving first
  std::vector<const Lever*> without_stride;  ///< steps from which no stride was found
  double part = 0.0;                         ///< of the levers that were tried, 0 .. 1
};

/// Is told after each lever what is known so far. False: nobody waits for the rest any more.
using LeverWatch = std::function<bool(const LeverStudy& so_far)>;

/// Tries every lever of the guidance on a form, with the stride engine. Steps that change nothing or leave the range of
/// their input are left out.
///
/// watch     may be empty; a study that it ends is returned as it stands, with part below 1
/// errors    those of the form; that it has no stride
tl::expected<LeverStudy, Diagnostics> study_levers(const LeverForm& form, const Region& place, const Guidance& guidance,
                                                   RunCache& cache, const LeverWatch& watch);

}  // namespace stridelab
