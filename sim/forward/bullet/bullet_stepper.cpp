#include "forward/bullet/bullet_stepper.h"

namespace stridelab {

BulletStepper::BulletStepper(std::unique_ptr<btMultiBody> body, const btVector3& gravity_m_s2)
    : body_(std::move(body)) {
  set_gravity(gravity_m_s2);
}

void BulletStepper::set_gravity(const btVector3& gravity_m_s2) {
  gravity_m_s2_ = gravity_m_s2;
  clear_forces();
}

/// Cleared means gravity alone: added first or last, a link's sum of two forces has the same bits. The links' fields
/// themselves, because Bullet's functions for them lie behind the library's boundary, a call per number.
void BulletStepper::clear_forces() {
  const btVector3 none(0.0, 0.0, 0.0);
  for (int i = 0; i < body_->getNumLinks(); ++i) {
    btMultibodyLink& link = body_->getLink(i);
    link.m_appliedForce = none + gravity_m_s2_ * link.m_mass;
    link.m_appliedTorque = none;
    link.m_jointTorque[0] = 0.0;
  }
}

void BulletStepper::step(double dt_s) {
  constexpr bool constraint_pass = false, feedback_in_world = false, feedback_in_joint = false;
  body_->computeAccelerationsArticulatedBodyAlgorithmMultiDof(dt_s, scalars_, vectors_, matrices_, constraint_pass,
                                                              feedback_in_world, feedback_in_joint);
  body_->stepPositionsMultiDof(dt_s);
  clear_forces();
}

}  // namespace stridelab
