#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/ui/plot.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// A curve that the knee panel can show: a quantity of the catalogue.
struct KneeCurve {
  std::string_view curve;  ///< of curve_table()
  std::string title;       ///< with its unit, for a plot of 260 design pixels
  std::string_view unit;
  int decimals;
  bool stance_only;  ///< means nothing while the leg is in the air
};

/// All that can be chosen; kneecap force and pressure are the first two and always shown.
const std::vector<KneeCurve>& knee_curves();

/// The row of a curve; the first one for a name that cannot be chosen.
const KneeCurve& knee_curve(std::string_view curve);

/// That curve of A, B and the last strides of the live run, with the band of real runners; needs model.b(). Pins,
/// name, title and marks are the panel's.
Plot plot_of(const KneeCurve& row, const ViewModel& model);

}  // namespace stridelab::view
