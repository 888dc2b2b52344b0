#include "forward/bullet/bullet_carrier.h"

#include "forward/bullet/bullet_runner.h"
#include "forward/bullet/bullet_scalar.h"
#include "forward/bullet/bullet_stepper.h"

namespace stridelab {
namespace {

/// To world axes along the chain of links, as Bullet's localDirToWorld() does it. Ends at the translations, which turn
/// nothing.
btVector3 to_world(const btMultiBody& body, int link, btVector3 direction) {
  for (; link >= n_translations; link = body.getLink(link).m_parent)
    direction = quatRotate(body.getLink(link).m_cachedRotParentToThis.inverse(), direction);
  return direction;
}

class BulletCarrier final : public Carrier {
 public:
  BulletCarrier(const Skeleton& skeleton, const Vec3& gravity_m_s2)
      : stepper_(build_runner_body(skeleton), to_bullet(gravity_m_s2)) {
    set_state({});
  }

  [[nodiscard]] const FreeState& state() const override { return state_; }

  void set_state(const FreeState& state) override {
    btMultiBody& body = stepper_.body();
    stepper_.clear_forces();
    for (int i = 0; i < n_free; ++i) {
      body.setJointPos(i, state.q(i));
      body.setJointVel(i, state.u(i));
    }
    state_ = state;
  }

  void set_gravity(const Vec3& gravity_m_s2) override { stepper_.set_gravity(to_bullet(gravity_m_s2)); }

  void step(const AppliedForces& forces, double dt_s) override {
    btMultiBody& body = stepper_.body();
    for (int i = 0; i < n_coordinates; ++i) body.getLink(free_index(i)).m_jointTorque[0] = forces.torque_nm(i);
    apply(pelvis_rotation, forces.pelvis);
    for (std::size_t s = 0; s < n_ground_segments; ++s) apply(ground_segments[s], forces.ground[s]);
    stepper_.step(dt_s);
    read_state();
  }

 private:
  /// Our wrench acts at the segment's joint centre, Bullet's at its centre of mass.
  void apply(int segment, const Wrench& wrench) {
    if (wrench.force.isZero(0.0) && wrench.moment.isZero(0.0)) return;  // the foot in the air: saves the way to it
    const int i = free_index(segment);
    btMultibodyLink& link = stepper_.body().getLink(i);
    const btVector3 com = to_world(stepper_.body(), i, link.m_dVector);  // from the joint centre
    const btVector3 force = to_bullet(wrench.force);
    link.m_appliedForce += force;
    link.m_appliedTorque += to_bullet(wrench.moment) - com.cross(force);
  }

  void read_state() {
    const btMultiBody& body = stepper_.body();
    constexpr int base_velocities = 6;  // in front of the joints' own
    state_.u = Eigen::Map<const FreeVector>(body.getVelocityVector() + base_velocities);
    for (int i = 0; i < n_free; ++i) state_.q(i) = body.getLink(i).m_jointPos[0];
  }

  BulletStepper stepper_;
  FreeState state_;
};

}  // namespace

std::unique_ptr<Carrier> bullet_carrier(const Skeleton& skeleton, const Vec3& gravity_m_s2) {
  return std::make_unique<BulletCarrier>(skeleton, gravity_m_s2);
}

}  // namespace stridelab
