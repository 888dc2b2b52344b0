#include "dynamics/tree.h"

#include <cmath>

namespace stridelab {
namespace {

// Topology is the same for every body (skeleton.cpp builds it); the table keeps the hot loops free of searches.
constexpr std::array<int, n_coordinates> parents = {-1, 0,  1, 2, 3,  4,  2,  6,  7,  8,  9,
                                                    10, 11, 5, 2, 14, 15, 16, 17, 18, 19, 5};

std::array<Chain, n_coordinates> build_chains() {
  std::array<Chain, n_coordinates> chains{};
  for (int i = 0; i < n_coordinates; ++i) {
    Chain chain{};
    const int parent = parents[static_cast<std::size_t>(i)];
    if (parent >= 0) chain = chains[static_cast<std::size_t>(parent)];
    chain.link[static_cast<std::size_t>(chain.length++)] = i;
    chains[static_cast<std::size_t>(i)] = chain;
  }
  return chains;
}

Mat3 turn(const Vec3& axis, double angle_rad) {
  const double s = std::sin(angle_rad);
  const double c = std::cos(angle_rad);
  return c * Mat3::Identity() + s * skew(axis) + (1.0 - c) * (axis * axis.transpose());
}

void place(const Skeleton& skeleton, std::size_t i, double q, TreeState& t) {
  const Link& link = skeleton.link[i];
  const Mat3 parent_rotation =
      link.parent < 0 ? Mat3(Mat3::Identity()) : t.rotation[static_cast<std::size_t>(link.parent)];
  const Vec3 parent_point = link.parent < 0 ? Vec3(Vec3::Zero()) : t.point[static_cast<std::size_t>(link.parent)];
  const Vec3 axis = parent_rotation * link.axis;
  t.rotation[i] = parent_rotation * turn(link.axis, q);
  t.point[i] = parent_point + parent_rotation * link.offset_m;
  t.axis[i] = {axis, t.point[i].cross(axis)};
  if (link.mass_kg == 0.0) {
    t.inertia[i] = {};
    return;
  }
  const Vec3 com = t.point[i] + t.rotation[i] * link.com_m;
  const Mat3 about_com = t.rotation[i] * link.inertia_kg_m2 * t.rotation[i].transpose();
  t.inertia[i] = {link.mass_kg, link.mass_kg * com,
                  about_com + link.mass_kg * (com.squaredNorm() * Mat3::Identity() - com * com.transpose())};
}

void accelerate(const Skeleton& skeleton, std::size_t i, double qd, double qdd, TreeState& t) {
  const int parent = skeleton.link[i].parent;
  const Motion rest{Vec3::Zero(), Vec3::Zero()};
  const Motion& a = parent < 0 ? rest : t.acceleration[static_cast<std::size_t>(parent)];
  t.acceleration[i] = a + t.axis[i] * qdd + t.axis_rate[i] * qd;
}

void move(const Skeleton& skeleton, std::size_t i, double qd, double qdd, TreeState& t) {
  const int parent = skeleton.link[i].parent;
  const Motion rest{Vec3::Zero(), Vec3::Zero()};
  const Motion& v = parent < 0 ? rest : t.velocity[static_cast<std::size_t>(parent)];
  t.axis_rate[i] = v.cross(t.axis[i]);
  t.velocity[i] = v + t.axis[i] * qd;
  accelerate(skeleton, i, qd, qdd, t);
}

/// Kinematics and the force that each segment needs, the pelvis origin not accelerating.
void outwards(const Skeleton& skeleton, const CoordinateVector& q, const CoordinateVector& qd,
              const CoordinateVector& qdd, TreeState& t) {
  for (std::size_t i = 0; i < n_coordinates; ++i) {
    const auto k = static_cast<Eigen::Index>(i);
    place(skeleton, i, q(k), t);
    move(skeleton, i, qd(k), qdd(k), t);
    t.composite[i] = t.inertia[i];
    if (skeleton.link[i].mass_kg == 0.0) {
      t.force[i] = t.momentum[i] = {Vec3::Zero(), Vec3::Zero()};
      continue;
    }
    t.momentum[i] = t.inertia[i] * t.velocity[i];
    t.force[i] = t.inertia[i] * t.acceleration[i] + cross_force(t.velocity[i], t.momentum[i]);
  }
}

/// What outwards() does with q'', where q and q' have been done.
void outwards_again(const Skeleton& skeleton, const CoordinateVector& qd, const CoordinateVector& qdd, TreeState& t) {
  for (std::size_t i = 0; i < n_coordinates; ++i) {
    const auto k = static_cast<Eigen::Index>(i);
    accelerate(skeleton, i, qd(k), qdd(k), t);
    t.force[i] = {Vec3::Zero(), Vec3::Zero()};
    if (skeleton.link[i].mass_kg == 0.0) continue;
    t.force[i] = t.inertia[i] * t.acceleration[i] + cross_force(t.velocity[i], t.inertia[i] * t.velocity[i]);
  }
}

void inwards_again(const Skeleton& skeleton, TreeState& t) {
  for (std::size_t i = n_coordinates; i-- > 1;)
    t.force[static_cast<std::size_t>(skeleton.link[i].parent)] += t.force[i];
  t.com_acceleration = t.force[0].force / t.composite[0].mass;
}

/// A uniform acceleration of the base adds m u to every subtree, at its centre of mass.
void accelerate_base(const Vec3& acceleration, TreeState& t) {
  t.base_acceleration = acceleration;
  for (std::size_t i = 0; i < n_coordinates; ++i) {
    t.acceleration[i].linear += acceleration;
    t.force[i] += {t.composite[i].first_moment.cross(acceleration), t.composite[i].mass * acceleration};
  }
  t.root = t.force[0];
}

void inwards(const Skeleton& skeleton, TreeState& t) {
  for (std::size_t i = n_coordinates; i-- > 0;) {
    const int parent = skeleton.link[i].parent;
    if (parent < 0) continue;
    const auto p = static_cast<std::size_t>(parent);
    t.composite[p] += t.composite[i];
    t.force[p] += t.force[i];
    t.momentum[p] += t.momentum[i];
  }
  const double mass = t.composite[0].mass;
  t.com = t.composite[0].first_moment / mass;
  t.com_velocity = t.momentum[0].force / mass;
  t.com_acceleration = t.force[0].force / mass;
}

}  // namespace

const Chain& chain_to(int link) {
  static const std::array<Chain, n_coordinates> chains = build_chains();
  return chains[static_cast<std::size_t>(link)];
}

void evaluate(const Skeleton& skeleton, const CoordinateVector& q_rad, const CoordinateVector& qd_rad_s,
              const CoordinateVector& qdd_rad_s2, const Vec3& total_force_n, TreeState& t) {
  outwards(skeleton, q_rad, qd_rad_s, qdd_rad_s2, t);
  inwards(skeleton, t);
  accelerate_base(total_force_n / t.composite[0].mass - t.com_acceleration, t);
}

void evaluate_on_base(const Skeleton& skeleton, const CoordinateVector& q_rad, const CoordinateVector& qd_rad_s,
                      const CoordinateVector& qdd_rad_s2, const Vec3& base_acceleration_m_s2, TreeState& t) {
  outwards(skeleton, q_rad, qd_rad_s, qdd_rad_s2, t);
  inwards(skeleton, t);
  accelerate_base(base_acceleration_m_s2, t);
}

void evaluate_again(const Skeleton& skeleton, const CoordinateVector& qd_rad_s, const CoordinateVector& qdd_rad_s2,
                    const Vec3& base_acceleration_m_s2, TreeState& t) {
  outwards_again(skeleton, qd_rad_s, qdd_rad_s2, t);
  inwards_again(skeleton, t);
  accelerate_base(base_acceleration_m_s2, t);
}

CoordinateVector generalised_forces(const TreeState& t) {
  CoordinateVector tau;
  for (std::size_t i = 0; i < n_coordinates; ++i) tau(static_cast<Eigen::Index>(i)) = dot(t.axis[i], t.force[i]);
  return tau;
}

}  // namespace stridelab
