#include "forward/bullet/bullet_carrier.h"

#include "forward/bullet/bullet_runner.h"
#include "forward/bullet/bullet_scalar.h"
#include "forward/bullet/bullet_world.h"

namespace stridelab {
namespace {

class BulletCarrier final : public Carrier {
 public:
  BulletCarrier(const Skeleton& skeleton, const Vec3& gravity_m_s2)
      : world_(build_runner_body(skeleton), to_bullet(gravity_m_s2)) {
    set_state({});
  }

  [[nodiscard]] const FreeState& state() const override { return state_; }

  void set_state(const FreeState& state) override {
    btMultiBody& body = world_.body();
    body.clearForcesAndTorques();
    for (int i = 0; i < n_free; ++i) {
      body.setJointPos(i, state.q(i));
      body.setJointVel(i, state.u(i));
    }
    state_ = state;
  }

  void set_gravity(const Vec3& gravity_m_s2) override { world_.set_gravity(to_bullet(gravity_m_s2)); }

  void step(const AppliedForces& forces, double dt_s) override {
    btMultiBody& body = world_.body();
    for (int i = 0; i < n_coordinates; ++i) body.addJointTorque(free_index(i), forces.torque_nm(i));
    apply(pelvis_rotation, forces.pelvis);
    for (std::size_t s = 0; s < n_ground_segments; ++s) apply(ground_segments[s], forces.ground[s]);
    world_.step(dt_s);
    for (int i = 0; i < n_free; ++i) {
      state_.q(i) = body.getJointPos(i);
      state_.u(i) = body.getJointVel(i);
    }
  }

 private:
  /// Our wrench acts at the segment's joint centre, Bullet's at its centre of mass.
  void apply(int segment, const Wrench& wrench) {
    if (wrench.force.isZero(0.0) && wrench.moment.isZero(0.0)) return;  // the foot in the air: saves the way to it
    btMultiBody& body = world_.body();
    const int link = free_index(segment);
    const btVector3 com = body.localDirToWorld(link, body.getLink(link).m_dVector);  // from the joint centre
    const btVector3 force = to_bullet(wrench.force);
    body.addLinkForce(link, force);
    body.addLinkTorque(link, to_bullet(wrench.moment) - com.cross(force));
  }

  BulletWorld world_;
  FreeState state_;
};

}  // namespace

std::unique_ptr<Carrier> bullet_carrier(const Skeleton& skeleton, const Vec3& gravity_m_s2) {
  return std::make_unique<BulletCarrier>(skeleton, gravity_m_s2);
}

}  // namespace stridelab
