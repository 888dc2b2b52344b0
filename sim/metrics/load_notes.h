#pragma once

#include <string>
#include <vector>

#include "metrics/metrics.h"

namespace stridelab {

/// What a person should know of one leg's loads beside the numbers, a sentence each: a loaded knee outside the range of
/// the published fits, moments that muscles could not supply or share out. Empty when all is well.
/// The sentences hold no numbers, so that the steps of a run say the same thing once.
/// errors  none (pure function)
std::vector<std::string> load_notes(const LegRecord& leg, const LoadModels& models);

/// Values that are not the runner's: beyond anything published, or of a sign that nobody runs with; a sentence each, with
/// the limit and where it comes from.
std::vector<std::string> published_limit_notes(const MetricValues& values, const PublishedLimits& limits,
                                               Side side = Side::right);

/// Muscle groups whose demand reaches their capacity, a sentence each: their limit changes the motion.
std::vector<std::string> strength_notes(const StrengthLimits& limits);

}  // namespace stridelab
