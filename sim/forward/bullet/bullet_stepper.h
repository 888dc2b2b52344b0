#pragma once

#include <BulletDynamics/Featherstone/btMultiBody.h>

#include <memory>

namespace stridelab {

/// Bullet's own passes for one multibody, without the world that Bullet calls them from: no shapes, no contacts, no
/// constraints, nothing to sort, to put to sleep or to look up. Bit for bit what btMultiBodyDynamicsWorld does with such
/// a body (tests/bullet); the world's own sweeps over the links cost a quarter of its step.
///
/// threads  shares nothing; each object serves one thread
class BulletStepper {
 public:
  /// gravity_m_s2 is the acceleration of free fall.
  BulletStepper(std::unique_ptr<btMultiBody> body, const btVector3& gravity_m_s2);

  [[nodiscard]] btMultiBody& body() { return *body_; }
  /// Also takes back what was given to the body since the last step.
  void set_gravity(const btVector3& gravity_m_s2);
  /// Takes back the forces and torques that the body was given since the last step.
  void clear_forces();
  /// Exactly one step of dt_s > 0 (s) under gravity and the forces given to the body, which are cleared after it.
  void step(double dt_s);

 private:
  std::unique_ptr<btMultiBody> body_;
  btVector3 gravity_m_s2_;
  // Bullet's working memory, kept from step to step.
  btAlignedObjectArray<btScalar> scalars_;
  btAlignedObjectArray<btVector3> vectors_;
  btAlignedObjectArray<btMatrix3x3> matrices_;
};

}  // namespace stridelab
