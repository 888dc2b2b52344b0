#pragma once

#include "gait/form.h"
#include "loads/muscles/muscle_geometry.h"

namespace stridelab {

/// Strain of the Achilles tendon under the net ankle moment: (moment / calf capacity)^exponent, before sharing, so that
/// the sharing stays convex.
///
/// unit    1 = 100 %; 0 where the moment dorsiflexes, at most the strain at capacity
/// errors  none (pure function)
/// source  METHODS (muscles)
double achilles_strain(const MuscleModel& model, const Body& body, const MuscleGeometry& geometry,
                       double ankle_dorsiflexion_moment_nm);

/// Force along the tendon that each unit has at activation 1: maximal force for this body, what the limits leave of
/// it, force-length and pennation.
///
/// Limits reach abductors (gluteus medius and minimus), knee extensors (quadriceps), hip extensors (gluteus maximus and
/// hamstrings) and plantarflexors (gastrocnemius and soleus); a limit of 1 leaves every bit as it is.
///
/// unit    N, never negative; 0 where a unit is slack
/// errors  none (pure function, no allocation)
/// source  METHODS (muscles)
UnitVector unit_capacity_n(const MuscleModel& model, const Body& body, const StrengthLimits& limits,
                           const MuscleGeometry& geometry, double achilles_strain);

}  // namespace stridelab
