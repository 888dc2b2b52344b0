#include "gait/foot_point.h"

namespace stridelab {

void FootPoint::add(const TreeState& t, int link, const Vec3& local_m, double weight, bool derivatives) {
  const auto l = static_cast<std::size_t>(link);
  const Vec3 at = t.point[l] + t.rotation[l] * local_m;
  const Vec3 speed = t.velocity[l].linear + t.velocity[l].angular.cross(at);
  r += weight * at;
  v += weight * speed;
  if (!derivatives) return;
  const Chain& chain = chain_to(link);
  for (int n = 0; n < chain.length; ++n) {
    const int k = chain.link[static_cast<std::size_t>(n)];
    const auto j = static_cast<std::size_t>(k);
    const Vec3& axis = t.axis[j].angular;
    const Vec3 arm = at - t.point[j];
    const Vec3 joint_speed = t.velocity[j].linear + t.velocity[j].angular.cross(t.point[j]);
    r_q.col(k) += weight * axis.cross(arm);
    v_q.col(k) += weight * (t.axis_rate[j].angular.cross(arm) + axis.cross(speed - joint_speed));
  }
}

Rows::Row position_row(const FootPoint& p, const TreeDerivatives& d, int axis) {
  Rows::Row row = Rows::Row::Zero();
  row.head<n_coordinates>() = p.r_q.row(axis) - d.com.row(axis).head<n_coordinates>();
  row(position_input + axis) = 1.0;
  return row;
}

Rows::Row velocity_row(const FootPoint& p, const TreeDerivatives& d, int axis) {
  Rows::Row row = Rows::Row::Zero();
  row.head<n_coordinates>() = p.v_q.row(axis) - d.com_velocity.row(axis).head<n_coordinates>();
  row.segment<n_coordinates>(n_coordinates) =
      p.r_q.row(axis) - d.com_velocity.row(axis).segment<n_coordinates>(n_coordinates);
  row(velocity_input + axis) = 1.0;
  return row;
}

}  // namespace stridelab
