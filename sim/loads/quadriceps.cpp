#include "loads/quadriceps.h"

#include <algorithm>

#include "loads/patellofemoral.h"

namespace stridelab {

double quadriceps_force_n(const PatellofemoralModel& model, const Body& body, const JointMoments& moments,
                          double knee_flexion_rad) {
  const double needed_nm = std::max(moments.knee_extension_nm, 0.0);
  return needed_nm / quadriceps_lever_arm_m(model, body, knee_flexion_rad);
}

}  // namespace stridelab
