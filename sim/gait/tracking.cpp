#include "gait/tracking.h"

#include <cmath>

#include "core/frames.h"

namespace stridelab {
namespace {

CoordinateVector standard_deviations_rad() {
  Eigen::Matrix<double, 6, 1> root;
  root << 2.4, 3.0, 3.5,  // pelvis: close to the data, the frame of everything else
      8.0, 3.5, 5.0;      // lumbar: the trunk rows hold the posture, these only the share of the spine
  Eigen::Matrix<double, n_leg_coordinates, 1> leg;
  leg << 3.9, 1.5, 4.0,    // hip
      7.8,                 // knee: loose, so that the form decides how far it bends; the baseline does not move
      3.0, 6.0, 6.0, 7.0;  // ankle, subtalar, toes, arm
  CoordinateVector sd;
  sd << root, leg, leg;
  return sd * rad_per_deg;
}

}  // namespace

const CoordinateVector& tracking_weights() {
  static const CoordinateVector weights = standard_deviations_rad().cwiseInverse();
  return weights;
}

CoordinateVector smoothness_weights(double period_s) {
  return 1.8e-5 * std::pow(period_s / 0.7, 3) * tracking_weights();
}

}  // namespace stridelab
