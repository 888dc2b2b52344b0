#include "loads/quadriceps.h"

#include <algorithm>

#include "loads/patellofemoral.h"

namespace stridelab {

double quadriceps_moment_nm(const PatellofemoralModel::CoContraction& share, const JointMoments& moments) {
  return moments.knee_extension_nm + share.hamstrings * std::max(moments.hip_extension_nm, 0.0) +
         share.gastrocnemius * std::max(moments.ankle_plantarflexion_nm, 0.0);
}

double quadriceps_force_n(const PatellofemoralModel& model, const Body& body, const JointMoments& moments,
                          double knee_flexion_rad) {
  const double needed_nm = std::max(quadriceps_moment_nm(model.co_contraction, moments), 0.0);
  return needed_nm / quadriceps_lever_arm_m(model, body, knee_flexion_rad);
}

}  // namespace stridelab
