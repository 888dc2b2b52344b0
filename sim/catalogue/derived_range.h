#pragma once

#include <optional>
#include <span>
#include <vector>

#include "catalogue/parameter_builder.h"

namespace stridelab {

/// Of speed, cadence and stride length, what the others and the relative changes have led out of its range.
///
/// set      all layers resolved
/// layers   the assignments it was built from, the newest layer first
/// returns  the assignment to point at ("" where nobody gave any), the arithmetic in the keys that were given, and how
///          far one of them may go; empty when all three are inside
std::optional<Contradiction> find_derived_fault(const ParameterSet& set,
                                                std::span<const std::vector<Assignment>> layers);

/// Whether a number is outside a range by no more than rounding: 0.1 + 0.2 is not outside 0 .. 0.3.
bool is_rounding(double number, double lo, double hi);

}  // namespace stridelab
