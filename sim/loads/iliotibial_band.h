#pragma once

#include "core/frames.h"
#include "loads/neighbour_models.h"

namespace stridelab {

/// Angles that stretch the iliotibial band, or their rates.
///
/// unit    rad (rad/s)
/// sign    anatomical, alike on both legs
struct BandAngles {
  double hip_flexion, hip_adduction, hip_rotation, knee_flexion;
};

/// Strain of the iliotibial band against standing, and how fast it grows.
///
/// unit    1 and 1/s (0.01 = 1 %)
/// sign    longer than standing positive
struct BandStrain {
  double strain, rate_s;
};

/// The band as a line from the iliac crest over the greater trochanter and the lateral epicondyle to Gerdy's tubercle.
/// The rate is the derivative of the strain along the motion, exactly.
///
/// valid   running; compare changes, not levels. The knee has no rotation in this model, so the tibia's own turning
///         does not stretch the band
/// errors  none (pure function)
/// source  skeleton of Rajagopal 2016; points judged, models/loads/iliotibial_band.toml
BandStrain iliotibial_strain(const IliotibialModel& model, const BandAngles& angle_rad, const BandAngles& rate_rad_s);

}  // namespace stridelab
