#include "forward/ground_contact.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

constexpr int leg_first[2] = {hip_flexion_r, hip_flexion_l};
constexpr double reach_m = 0.05;  // a point this far above the ground cannot touch it within one step

using Columns = Eigen::Matrix<double, 6, LimbMatrix::base_size + LimbMatrix::leg_size>;
using Spatial = Eigen::Matrix<double, 6, 1>;
using Impedance = Eigen::Matrix<double, 6, 6>;

Spatial column(const Motion& m) {
  Spatial c;
  c << m.angular, m.linear;
  return c;
}

/// Motion of the foot for each coordinate it hangs on: pelvis translations, pelvis rotations, leg.
Columns chain_columns(const TreeState& t, int side) {
  Columns c;
  c.leftCols<3>() << Mat3::Zero(), Mat3::Identity();
  for (int k = 0; k < 3; ++k) c.col(3 + k) = column(t.axis[static_cast<std::size_t>(k)]);
  for (int k = 0; k < LimbMatrix::leg_size; ++k)
    c.col(LimbMatrix::base_size + k) = column(t.axis[static_cast<std::size_t>(leg_first[side] + k)]);
  return c;
}

/// X' A X and X' f for a point, X its velocity map from the spatial velocity at the pelvis origin.
void gather(const PointLaw& law, Impedance& impedance, Spatial& force) {
  const Vec3& p = law.position_m;
  const Mat3 cross = skew(p);  // v = linear - [p] angular
  const Mat3 scaled = law.slope_ns_m.asDiagonal() * cross;
  impedance.topLeftCorner<3, 3>().noalias() += cross.transpose() * scaled;
  impedance.bottomLeftCorner<3, 3>() -= scaled;
  impedance.topRightCorner<3, 3>() -= scaled.transpose();
  impedance.bottomRightCorner<3, 3>().diagonal() += law.slope_ns_m;
  force.head<3>() += p.cross(law.f0_n);
  force.tail<3>() += law.f0_n;
}

}  // namespace

GroundContact::GroundContact(const Skeleton& skeleton, const ContactModel& model, double belt_speed_m_s)
    : sole_(sole_points(skeleton)), model_(model), belt_speed_m_s_(belt_speed_m_s) {
  for (auto& foot : force_) foot.fill(Vec3::Zero());
  wrench_.fill({Vec3::Zero(), Vec3::Zero()});
}

Vec3 GroundContact::velocity(const TreeState& tree, const FreeVector& u, const SolePoint& point, const Vec3& at) const {
  // Along the chain with this u, not the tree's own velocity: the velocity at the end of the step is asked for too.
  Motion m{Vec3::Zero(), u.head<3>() + Vec3(belt_speed_m_s_, 0.0, 0.0)};
  const Chain& chain = chain_to(point.link);
  for (int n = 0; n < chain.length; ++n) {
    const int k = chain.link[static_cast<std::size_t>(n)];
    m = m + tree.axis[static_cast<std::size_t>(k)] * u(free_index(k));
  }
  return m.linear + m.angular.cross(at);
}

void GroundContact::begin(const TreeState& tree, const FreeState& state, double dt_s) {
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t k = 0; k < sole_points_per_foot; ++k) {
      const SolePoint& point = sole_[side][k];
      const auto link = static_cast<std::size_t>(point.link);
      PointLaw& law = law_[side][k];
      law.position_m = tree.point[link] + tree.rotation[link] * point.local_m;
      law.active = false;
      law.f0_n = law.slope_ns_m = Vec3::Zero();
      const double depth = -(state.q(1) + law.position_m.y());
      if (depth < -reach_m) continue;
      const Motion& moving = tree.velocity[link];
      const Vec3 v =
          moving.linear + moving.angular.cross(law.position_m) + state.u.head<3>() + Vec3(belt_speed_m_s_, 0.0, 0.0);
      const auto region = static_cast<std::size_t>(point.region);
      const double stiffness = point_share(point.region) * model_.stiffness_n_m[region];
      const double slope = stiffness * (dt_s + model_.damping_s_m[region] * std::max(depth, 0.0));
      const double normal = stiffness * depth - slope * v.y();
      if (normal <= 0.0) continue;
      law.active = true;
      law.friction = model_.friction;
      const double grip = model_.friction * normal / std::hypot(v.x(), v.z(), model_.creep_speed_m_s);
      law.f0_n = Vec3(-grip * belt_speed_m_s_, stiffness * depth, 0.0);
      law.slope_ns_m = Vec3(grip, slope, grip);
    }
  }
}

void GroundContact::add(const TreeState& tree, double dt_s, LimbMatrix& matrix, FreeVector& right_side) const {
  for (int side = 0; side < 2; ++side) {
    const auto s = static_cast<std::size_t>(side);
    if (std::none_of(law_[s].begin(), law_[s].end(), [](const PointLaw& law) { return law.active; })) continue;
    Impedance foot = Impedance::Zero(), toes = Impedance::Zero();
    Spatial foot_force = Spatial::Zero(), toe_force = Spatial::Zero();
    for (std::size_t k = 0; k < sole_points_per_foot; ++k) {
      if (!law_[s][k].active) continue;
      const bool toe = sole_[s][k].region == SoleRegion::toe;
      gather(law_[s][k], toe ? toes : foot, toe ? toe_force : foot_force);
    }
    const Columns c = chain_columns(tree, side);
    constexpr int last = Columns::ColsAtCompileTime - 1;  // the toe joint carries the toes alone
    const Impedance both = foot + toes;
    Columns p = both.lazyProduct(c);
    p.col(last) = toes.lazyProduct(c.col(last));
    Eigen::Matrix<double, last + 1, last + 1> block = c.transpose().lazyProduct(p);
    block.row(last) = block.col(last).transpose();
    constexpr int base = LimbMatrix::base_size;
    matrix.base += dt_s * block.topLeftCorner<base, base>();
    matrix.leg_base[s] += dt_s * block.bottomLeftCorner<LimbMatrix::leg_size, base>();
    matrix.leg[s] += dt_s * block.bottomRightCorner<LimbMatrix::leg_size, LimbMatrix::leg_size>();
    Eigen::Matrix<double, last + 1, 1> f = c.transpose() * (foot_force + toe_force);
    f(last) = c.col(last).dot(toe_force);
    right_side.head<base>() += dt_s * f.head<base>();
    right_side.segment<LimbMatrix::leg_size>(free_index(leg_first[side])) += dt_s * f.tail<LimbMatrix::leg_size>();
  }
}

int GroundContact::settle(const TreeState& tree, const FreeVector& u_end) {
  int changed = 0;
  wrench_.fill({Vec3::Zero(), Vec3::Zero()});
  const Vec3 belt(belt_speed_m_s_, 0.0, 0.0);
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t k = 0; k < sole_points_per_foot; ++k) {
      PointLaw& law = law_[side][k];
      force_[side][k].setZero();
      if (!law.active) continue;
      const SolePoint& point = sole_[side][k];
      const Vec3 v = velocity(tree, u_end, point, law.position_m) - belt;
      Vec3 f = law.f0_n - law.slope_ns_m.cwiseProduct(v);
      if (f.y() < 0.0) {
        law.active = false;
        ++changed;
        continue;
      }
      const double limit = law.friction * f.y();
      const double grip = std::hypot(f.x(), f.z());
      if (grip > 1.02 * limit + 1.0) {
        const double scale = limit / grip;
        law.slope_ns_m.x() *= scale;
        law.slope_ns_m.z() *= scale;
        law.f0_n.x() *= scale;
        ++changed;
      }
      force_[side][k] = f;
      const std::size_t segment = 2 * side + (point.region == SoleRegion::toe ? 1 : 0);
      wrench_[segment] += {law.position_m.cross(f), f};
    }
  }
  return changed;
}

}  // namespace stridelab
