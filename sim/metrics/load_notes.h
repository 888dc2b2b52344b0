#pragma once

#include <string>
#include <vector>

#include "metrics/stride_record.h"

namespace stridelab {

/// A joint moment that no muscle could supply is worth a note above this, or above 10 % of the largest joint moment.
inline constexpr double noted_reserve_nm = 10.0;
inline constexpr double noted_reserve_share = 0.10;

/// What a person should know of one leg's loads beside the numbers, a sentence each: a loaded knee outside the range of
/// the published fits, moments that muscles could not supply or share out. Empty when all is well.
/// The sentences hold no numbers, so that the steps of a run say the same thing once.
/// errors  none (pure function)
std::vector<std::string> load_notes(const LegRecord& leg, const LoadModels& models);

/// Muscle groups whose demand reaches their capacity, a sentence each: their limit changes the motion.
std::vector<std::string> strength_notes(const StrengthLimits& limits);

}  // namespace stridelab
