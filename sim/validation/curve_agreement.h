#pragma once

#include <vector>

#include "validation/agreement_statistics.h"
#include "validation/reference_catalogue.h"
#include "validation/signals.h"

namespace stridelab {

/// One curve of one engine beside its reference, sample by sample, and what that comes to.
struct CurveAgreement {
  /// percent: of stance, or of the gait cycle in swing. model: low-passed like the reference, what is judged.
  std::vector<double> percent, model, model_unfiltered, mean, sd;
  double share_inside_percent = 0.0;  ///< of samples inside one SD; without the offset where the zeros differ
  double rms = 0.0;                   ///< of model - mean, without the offset where the zeros differ
  double offset = 0.0;                ///< mean of model - mean
  Extremum peak, reference_peak;      ///< as they are, offset included; percent as above
};

/// Reads the reference where the model has the same percent of stance (or of the gait cycle) and compares.
///
/// valid  signals that hold the curve's own
CurveAgreement compare_curve(const CataloguedCurve& curve, const SignalStride& model,
                             const ValidationConditions& conditions);

}  // namespace stridelab
