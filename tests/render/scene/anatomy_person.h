#pragma once

#include "gait/synthesise.h"
#include "render/scene/anatomy.h"

namespace stridelab::view {

/// The default person's bones and muscles, made once for all tests.
inline const Anatomy& person() {
  static const Anatomy anatomy = anatomy_of(Body{}).value();
  return anatomy;
}

/// The default runner's stride.
inline const Stride& running() {
  static const Stride stride = synthesise(Body{}, Form{}).value();
  return stride;
}

inline StrideSample upright() {
  StrideSample sample{};
  sample.q_rad.setZero();
  sample.pelvis_m.setZero();
  return sample;
}

}  // namespace stridelab::view
