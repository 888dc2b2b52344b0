#pragma once

#include <optional>
#include <string>

#include "gait/form.h"
#include "parameters/parameter_set.h"
#include "runner/body.h"

namespace stridelab {

/// What the engines take: SI units and radians.
struct RunInputs {
  Body body;
  Form form;
  std::string shoe = "cushioned";   ///< a file of models/shoes; forward engine only
  std::string surface = "asphalt";  ///< a file of models/surfaces; forward engine only
  bool operator==(const RunInputs&) const = default;
};

/// Contract units to SI: degrees to radians, hip_strength_percent to a fraction, slope_percent (rise over run) to the
/// angle of the surface. Pure; every ParameterSet has an answer.
RunInputs resolve(const ParameterSet& parameters);

/// What a run of the stride engine has to say about inputs it does not use; none for the usual shoe and surface.
std::optional<std::string> stride_engine_note(const RunInputs& inputs);

}  // namespace stridelab
