#pragma once

#include <vector>

#include "validation/validation.h"

namespace stridelab {

/// How predicted changes agree with published ones: over all rows that were predicted and have a published number, over
/// those in per cent, those that are differences (deltas), and each family; then the rows of both engines beside each
/// other. Nulls, plain values and rows that were calibrated or put in stay out of these; the last two have groups of
/// their own.
///
/// form_families  whose rows both engines answer
std::vector<EffectGroup> effect_groups(const std::vector<ValidatedEffect>& effects,
                                       const std::vector<std::string>& form_families);

}  // namespace stridelab
