#pragma once

#include "core/frames.h"

namespace stridelab {

inline Mat3 skew(const Vec3& v) {
  Mat3 m;
  m << 0.0, -v.z(), v.y(), v.z(), 0.0, -v.x(), -v.y(), v.x(), 0.0;
  return m;
}

/// Spatial motion vector at the pelvis origin, world axes: angular part and linear part (Featherstone 2008 ch. 2).
struct Motion {
  Vec3 angular, linear;

  Motion operator+(const Motion& o) const { return {angular + o.angular, linear + o.linear}; }
  Motion operator*(double k) const { return {k * angular, k * linear}; }
  /// Motion cross product, this x o.
  [[nodiscard]] Motion cross(const Motion& o) const {
    return {angular.cross(o.angular), angular.cross(o.linear) + linear.cross(o.angular)};
  }
};

/// Spatial force vector at the pelvis origin, world axes: moment about that origin and force.
struct Wrench {
  Vec3 moment = Vec3::Zero(), force = Vec3::Zero();

  Wrench operator+(const Wrench& o) const { return {moment + o.moment, force + o.force}; }
  Wrench operator-(const Wrench& o) const { return {moment - o.moment, force - o.force}; }
  Wrench& operator+=(const Wrench& o) {
    moment += o.moment;
    force += o.force;
    return *this;
  }
};

/// Power of a wrench on a motion.
inline double dot(const Motion& m, const Wrench& f) { return m.angular.dot(f.moment) + m.linear.dot(f.force); }

/// Force cross product m x* f.
inline Wrench cross_force(const Motion& m, const Wrench& f) {
  return {m.angular.cross(f.moment) + m.linear.cross(f.force), m.angular.cross(f.force)};
}

/// Inertia of one or several rigid segments about the pelvis origin, world axes.
struct SpatialInertia {
  double mass = 0.0;
  Vec3 first_moment = Vec3::Zero();  ///< mass x centre of mass
  Mat3 rotational = Mat3::Zero();    ///< about the origin

  SpatialInertia& operator+=(const SpatialInertia& o) {
    mass += o.mass;
    first_moment += o.first_moment;
    rotational += o.rotational;
    return *this;
  }
  Wrench operator*(const Motion& m) const {
    return {rotational * m.angular + first_moment.cross(m.linear), mass * m.linear - first_moment.cross(m.angular)};
  }
};

}  // namespace stridelab
