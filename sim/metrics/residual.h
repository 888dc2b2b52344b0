#pragma once

#include "metrics/stride_record.h"

namespace stridelab {

/// Largest force that nobody supplies: |m (a - g) - F|, with a from the centre of mass as reported and F the ground's
/// force on both feet, over all triples of neighbouring samples that lie between two events.
///
/// A second difference of positions is not the acceleration at the middle but its average with the weights
/// 1/12, 10/12, 1/12; the force is averaged alike, so that a consistent stride leaves only rounding and the sixth
/// derivative of its path: 0.002 to 0.06 % of body weight at 200 samples.
///
/// unit    N
/// valid   at least 8 samples per flight and stance; triples across touch-down or toe-off are left out
/// errors  none (pure function)
/// source  Numerov's second difference, error h^4 / 240 of the sixth derivative
double residual_force_peak_n(const StrideRecord& record);

}  // namespace stridelab
