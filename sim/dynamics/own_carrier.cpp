#include "dynamics/carrier.h"

namespace stridelab {
namespace {

/// Adds a wrench on a segment, about its joint centre, to the generalised forces: along the chain of joints that carry
/// the segment, S . f, and the force itself on the pelvis translations.
void add_wrench(const TreeState& tree, int segment, const Wrench& wrench, FreeVector& force) {
  const Vec3& point = tree.point[static_cast<std::size_t>(segment)];
  const Wrench at_pelvis{wrench.moment + point.cross(wrench.force), wrench.force};
  force.head<n_translations>() += wrench.force;
  const Chain& chain = chain_to(segment);
  for (int k = 0; k < chain.length; ++k) {
    const int joint = chain.link[static_cast<std::size_t>(k)];
    force(free_index(joint)) += dot(tree.axis[static_cast<std::size_t>(joint)], at_pelvis);
  }
}

class OwnCarrier final : public Carrier {
 public:
  OwnCarrier(const Skeleton& skeleton, const Vec3& gravity_m_s2) : skeleton_(skeleton), gravity_m_s2_(gravity_m_s2) {}

  [[nodiscard]] const FreeState& state() const override { return state_; }
  void set_state(const FreeState& state) override { state_ = state; }
  void set_gravity(const Vec3& gravity_m_s2) override { gravity_m_s2_ = gravity_m_s2; }

  void step(const AppliedForces& forces, double dt_s) override {
    free_dynamics(skeleton_, state_, gravity_m_s2_, dynamics_);
    FreeVector force = -dynamics_.bias;
    force.tail<n_coordinates>() += forces.torque_nm;
    add_wrench(dynamics_.tree, pelvis_rotation, forces.pelvis, force);
    for (std::size_t s = 0; s < n_ground_segments; ++s)
      add_wrench(dynamics_.tree, ground_segments[s], forces.ground[s], force);
    // Fails only where the state is not finite any more; then it stays, so that the caller can name it.
    if (!factor_.compute(dynamics_.mass_matrix)) return;
    state_.u += dt_s * factor_.solve(force);
    state_.q += dt_s * state_.u;
  }

 private:
  Skeleton skeleton_;
  Vec3 gravity_m_s2_;
  FreeState state_;
  FreeDynamics dynamics_;
  LimbFactor factor_;
};

}  // namespace

std::unique_ptr<Carrier> own_carrier(const Skeleton& skeleton, const Vec3& gravity_m_s2) {
  return std::make_unique<OwnCarrier>(skeleton, gravity_m_s2);
}

}  // namespace stridelab
