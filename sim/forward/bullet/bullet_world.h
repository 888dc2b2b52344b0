#pragma once

#include <BulletDynamics/Featherstone/btMultiBody.h>

#include <memory>

namespace stridelab {

/// A Bullet world with one multibody in it, no shapes, no contacts and no constraints.
///
/// threads  building and taking down are guarded (in Bullet they are not thread-safe); a world serves one thread
class BulletWorld {
 public:
  /// gravity_m_s2 is the acceleration of free fall.
  BulletWorld(std::unique_ptr<btMultiBody> body, const btVector3& gravity_m_s2);
  ~BulletWorld();
  BulletWorld(const BulletWorld&) = delete;
  BulletWorld& operator=(const BulletWorld&) = delete;

  [[nodiscard]] btMultiBody& body() { return *body_; }
  void set_gravity(const btVector3& gravity_m_s2);
  /// Exactly one step of dt_s under gravity and the forces given to the body, which are cleared after it.
  void step(double dt_s);

 private:
  struct Parts;
  std::unique_ptr<btMultiBody> body_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stridelab
