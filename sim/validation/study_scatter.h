#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "study/how_sure.h"
#include "study/run_report.h"
#include "uncertainty/ranges.h"
#include "validation/published_effects.h"

namespace stridelab {

/// How changes differ between the runners of a study: models/uncertainty/studies.toml.
struct StudyScatter {
  double change_percent = 0.0, change_deg = 0.0;  ///< standard deviation over runners, where a study's own is not known
  double runners = 1.0;                           ///< of a study whose number is not known
};

/// errors  every fault of the file
tl::expected<StudyScatter, Diagnostics> read_study_scatter();

/// The standard error of a study's mean change, in the unit of the effect.
///
/// level  of the result before the change, for units that are neither per cent nor an angle
double sampling_error(const PublishedEffect& effect, const StudyScatter& scatter, double level);

/// How to draw studies.
struct StudyDraws {
  const std::vector<UncertainInput>& inputs;  ///< of the model and of the runner
  const StudyScatter& scatter;
  int draws = 0;
  int jobs = 1;  ///< threads; the answer is the same bits for any number
};

/// What one study would find: draws of the model's constants and of the runner together, each with an error of its own sample
/// (normal, one of as many equal shares as there are draws). Nothing where most draws have no answer.
std::optional<Interval> one_study(const PublishedEffect& effect, const EngineRun& a, const EngineRun& b,
                                  const LoadModels& models, const StudyDraws& how);

}  // namespace stridelab
