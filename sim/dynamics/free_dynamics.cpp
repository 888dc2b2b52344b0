#include "dynamics/free_dynamics.h"

namespace stridelab {
namespace {

constexpr int leg_first[2] = {hip_flexion_r, hip_flexion_l};
constexpr int arm_at[2] = {arm_flex_r, arm_flex_l};

/// S of an ancestor against the momentum that one rad/s of an outer joint gives its subtree.
double entry(const TreeState& t, int ancestor, const Wrench& momentum) {
  return dot(t.axis[static_cast<std::size_t>(ancestor)], momentum);
}

Wrench subtree_momentum(const TreeState& t, int i) {
  const auto k = static_cast<std::size_t>(i);
  return t.composite[k] * t.axis[k];
}

/// The row of one joint against the pelvis: three translations, then tilt, list, rotation.
template <class Row>
void couple_with_pelvis(const TreeState& t, const Wrench& momentum, Row row) {
  row.template head<3>() = momentum.force.transpose();
  for (int j = 0; j < 3; ++j) row(n_translations + j) = entry(t, j, momentum);
}

void fill_base(const TreeState& t, LimbMatrix& m) {
  m.base.topLeftCorner<3, 3>() = t.composite[0].mass * Mat3::Identity();
  for (int i = 0; i < 3; ++i) {
    const Wrench momentum = subtree_momentum(t, i);
    m.base.block<1, 3>(n_translations + i, 0) = momentum.force.transpose();
    m.base.block<3, 1>(0, n_translations + i) = momentum.force;
    for (int j = 0; j <= i; ++j)
      m.base(n_translations + i, n_translations + j) = m.base(n_translations + j, n_translations + i) =
          entry(t, j, momentum);
  }
}

void fill_leg(const TreeState& t, int side, LimbMatrix& m) {
  const auto s = static_cast<std::size_t>(side);
  for (int i = 0; i < LimbMatrix::leg_size; ++i) {
    const Wrench momentum = subtree_momentum(t, leg_first[side] + i);
    couple_with_pelvis(t, momentum, m.leg_base[s].row(i));
    for (int j = 0; j <= i; ++j) m.leg[s](i, j) = m.leg[s](j, i) = entry(t, leg_first[side] + j, momentum);
  }
}

void fill_upper(const TreeState& t, LimbMatrix& m) {
  for (int i = 0; i < LimbMatrix::upper_size; ++i) {
    const int joint = i < 3 ? lumbar_extension + i : arm_at[i - 3];
    const Wrench momentum = subtree_momentum(t, joint);
    couple_with_pelvis(t, momentum, m.upper_base.row(i));
    for (int j = 0; j <= std::min(i, 2); ++j) m.upper(i, j) = m.upper(j, i) = entry(t, lumbar_extension + j, momentum);
    if (i >= 3) m.upper(i, i) = entry(t, joint, momentum);
  }
  m.upper(3, 4) = m.upper(4, 3) = 0.0;  // one arm does not carry the other
}

}  // namespace

void free_dynamics(const Skeleton& skeleton, const FreeState& state, const Vec3& gravity_m_s2, FreeDynamics& out) {
  evaluate_on_base(skeleton, state.q.tail<n_coordinates>(), state.u.tail<n_coordinates>(), CoordinateVector::Zero(),
                   -gravity_m_s2, out.tree);
  fill_base(out.tree, out.mass_matrix);
  for (int side = 0; side < 2; ++side) fill_leg(out.tree, side, out.mass_matrix);
  fill_upper(out.tree, out.mass_matrix);
  out.bias << out.tree.root.force, generalised_forces(out.tree);
}

}  // namespace stridelab
