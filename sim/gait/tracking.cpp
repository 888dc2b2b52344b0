#include "gait/tracking.h"

#include <cmath>

#include "gait/residual_scales.h"

namespace stridelab {

const CoordinateVector& tracking_weights() {
  static const CoordinateVector weights = residual_scales().tracking_rad.cwiseInverse();
  return weights;
}

CoordinateVector smoothness_weights(double period_s) {
  return 1.8e-5 * std::pow(period_s / 0.7, 3) * tracking_weights();
}

}  // namespace stridelab
