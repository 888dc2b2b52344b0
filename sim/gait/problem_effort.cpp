// What a solved stride asks of the muscles, from which the second solve takes its limits. The rest is in problem.cpp.
#include <algorithm>

#include "gait/muscle_capacity.h"
#include "gait/problem.h"
#include "gait/terms.h"

namespace stridelab {

Effort Problem::effort(const Eigen::VectorXd& x, std::span<const MomentLimit> limits, std::size_t step) {
  const Duties duty = duties(x);
  Effort effort;
  effort.peak_nm.resize(limits.size());
  for (const Node& node : nodes_for(duty)) {
    if (node.step != step) continue;
    const NodeContext c = context(node, x, duty, false);
    effort.trunk.push_back({1.0, joint_moment(c, lumbar_bending), q_(lumbar_bending)});
    if (!node.stance) continue;
    const double adduction = q_(hip_adduction_r);
    const double passive_nm = passive_abduction_nm(skeleton().mass_kg, adduction);
    effort.stance.push_back({c.sole.point.r.x() - c.tree.com.x(), c.com.force_n.x()});
    effort.abductors.push_back({1.0, -joint_moment(c, hip_adduction_r) - passive_nm, adduction});
    for (std::size_t k = 0; k < limits.size(); ++k)
      effort.peak_nm[k] = std::max(effort.peak_nm[k], limits[k].sign * joint_moment(c, limits[k].coordinate));
  }
  return effort;
}

}  // namespace stridelab
