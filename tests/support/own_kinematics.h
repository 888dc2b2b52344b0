#pragma once

#include <Eigen/Geometry>
#include <array>

#include "runner/skeleton.h"

namespace stridelab::test {

/// Where the segments are, from the skeleton alone: the tests' own forward kinematics, which shares nothing with
/// sim/dynamics. Pelvis origin at zero, world axes.
struct OwnPose {
  std::array<Mat3, n_coordinates> rotation;  ///< segment to world
  std::array<Vec3, n_coordinates> joint;     ///< joint centre

  [[nodiscard]] Vec3 point(int link, const Vec3& local) const {
    const auto i = static_cast<std::size_t>(link);
    return joint[i] + rotation[i] * local;
  }
};

inline OwnPose own_pose(const Skeleton& skeleton, const CoordinateVector& q_rad) {
  OwnPose pose;
  for (std::size_t i = 0; i < n_coordinates; ++i) {
    const Link& link = skeleton.link[i];
    const bool root = link.parent < 0;
    const Eigen::Quaterniond parent(root ? Mat3(Mat3::Identity())
                                         : pose.rotation[static_cast<std::size_t>(link.parent)]);
    const Eigen::Quaterniond turn(Eigen::AngleAxisd(q_rad(static_cast<Eigen::Index>(i)), link.axis));
    pose.rotation[i] = (parent * turn).toRotationMatrix();
    pose.joint[i] = root ? link.offset_m : pose.point(link.parent, link.offset_m);
  }
  return pose;
}

/// Centre of mass of the whole runner, from the pelvis origin.
inline Vec3 own_com(const Skeleton& skeleton, const OwnPose& pose) {
  Vec3 sum = Vec3::Zero();
  double mass = 0.0;
  for (int i = 0; i < n_coordinates; ++i) {
    const Link& link = skeleton.link[static_cast<std::size_t>(i)];
    sum += link.mass_kg * pose.point(i, link.com_m);
    mass += link.mass_kg;
  }
  return sum / mass;
}

/// True when a link hangs below a joint (or is that joint's own segment).
inline bool below(const Skeleton& skeleton, int link, int joint) {
  for (; link >= 0; link = skeleton.link[static_cast<std::size_t>(link)].parent) {
    if (link == joint) return true;
  }
  return false;
}

}  // namespace stridelab::test
