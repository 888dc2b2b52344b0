#include "loads/quadriceps.h"

#include <algorithm>

#include "loads/patellofemoral.h"

namespace stridelab {

double quadriceps_moment_nm(const PatellofemoralModel::CoContraction& share, const JointMoments& moments) {
  return moments.knee_extension_nm + share.hamstrings * std::max(moments.hip_extension_nm, 0.0) +
         share.gastrocnemius * std::max(moments.ankle_plantarflexion_nm, 0.0);
}

double quadriceps_force_n(const PatellofemoralModel& model, const Body& body, KneecapMethod method,
                          const QuadricepsDemand& demand) {
  const auto pull_n = [&](double moment_nm) {
    return std::max(moment_nm, 0.0) / quadriceps_lever_arm_m(model, body, demand.knee_flexion_rad);
  };
  switch (method) {
    case KneecapMethod::willson_2015:
      return pull_n(quadriceps_moment_nm(model.willson, demand.active));
    case KneecapMethod::static_optimisation:
      return demand.shared_n;
    case KneecapMethod::net:
      break;
  }
  return pull_n(demand.active.knee_extension_nm);
}

}  // namespace stridelab
