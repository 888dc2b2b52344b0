#pragma once

#include "gait/form.h"
#include "parameters/parameter_set.h"
#include "runner/body.h"

namespace stridelab {

/// What the gait solver takes: SI units and radians.
struct RunInputs {
  Body body;
  Form form;
  bool operator==(const RunInputs&) const = default;
};

/// Contract units to SI: degrees to radians, hip_strength_percent to a fraction, slope_percent (rise over run) to the
/// angle of the surface. Pure; every ParameterSet has an answer.
RunInputs resolve(const ParameterSet& parameters);

}  // namespace stridelab
