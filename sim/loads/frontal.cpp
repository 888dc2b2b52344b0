#include "loads/frontal.h"

#include <cmath>

namespace stridelab {
namespace {

Mat3 rotation_zxy(double z_rad, double x_rad, double y_rad) {
  return (Eigen::AngleAxisd(z_rad, Vec3::UnitZ()) * Eigen::AngleAxisd(x_rad, Vec3::UnitX()) *
          Eigen::AngleAxisd(y_rad, Vec3::UnitY()))
      .toRotationMatrix();
}

}  // namespace

double frontal_plane_projection_rad(const Vec3& hip_m, const Vec3& knee_m, const Vec3& ankle_m, Side side) {
  const Vec3 thigh = knee_m - hip_m;
  const Vec3 shank = ankle_m - knee_m;
  const double along = thigh.y() * shank.y() + thigh.z() * shank.z();
  const double across = thigh.y() * shank.z() - thigh.z() * shank.y();
  return std::atan2(-mirror(side) * across, along);
}

double lateral_trunk_lean_rad(const CoordinateVector& q_rad, double slope_rad, Side stance_side) {
  const Vec3 in_pelvis = rotation_zxy(q_rad[lumbar_extension], q_rad[lumbar_bending], q_rad[lumbar_rotation]).col(1);
  const Vec3 trunk = rotation_zxy(q_rad[pelvis_tilt], q_rad[pelvis_list], q_rad[pelvis_rotation]) * in_pelvis;
  const Vec3 up(std::sin(slope_rad), std::cos(slope_rad), 0.0);
  return mirror(stance_side) * std::atan2(trunk.z(), trunk.dot(up));
}

}  // namespace stridelab
