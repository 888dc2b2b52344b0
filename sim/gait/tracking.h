#pragma once

#include "runner/coordinates.h"

namespace stridelab {

/// Reciprocal standard deviations with which each coordinate keeps to the normative posture, 1/rad.
const CoordinateVector& tracking_weights();

/// Weights of the third derivative, s^3/rad: small, they only keep what nothing else determines from ringing.
CoordinateVector smoothness_weights(double period_s);

/// The coordinate values of the mirrored runner: legs exchanged, list, rotation, bending and lumbar rotation reversed.
CoordinateVector mirrored(const CoordinateVector& v);

}  // namespace stridelab
