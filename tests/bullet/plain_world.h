#pragma once

#include <BulletDynamics/Featherstone/btMultiBody.h>
#include <BulletDynamics/Featherstone/btMultiBodyConstraintSolver.h>
#include <BulletDynamics/Featherstone/btMultiBodyDynamicsWorld.h>
#include <btBulletCollisionCommon.h>

#include <memory>

#include "forward/bullet/bullet_runner.h"

namespace stridelab::test {

/// Bullet as it comes: its own world class, with one multibody. Ours (bullet_stepper.h) is held against it.
class PlainWorld {
 public:
  PlainWorld(std::unique_ptr<btMultiBody> body, const btVector3& gravity_m_s2) : body_(std::move(body)) {
    world_.setGravity(gravity_m_s2);
    world_.addMultiBody(body_.get());
  }
  ~PlainWorld() { world_.removeMultiBody(body_.get()); }
  PlainWorld(const PlainWorld&) = delete;
  PlainWorld& operator=(const PlainWorld&) = delete;

  btMultiBody& body() { return *body_; }
  btMultiBodyDynamicsWorld& world() { return world_; }
  void step(double dt_s) { world_.stepSimulation(dt_s, 0); }

 private:
  std::unique_ptr<btMultiBody> body_;
  btDefaultCollisionConfiguration configuration_;
  btCollisionDispatcher dispatcher_{&configuration_};
  btSimpleBroadphase broadphase_;
  btMultiBodyConstraintSolver solver_;
  btMultiBodyDynamicsWorld world_{&dispatcher_, &broadphase_, &solver_, &configuration_};
};

inline const btVector3 bullet_gravity(0.0, -9.81, 0.0);

/// What pins on Bullet itself swing or push: one link on a fixed base, 2 kg.
inline constexpr double link_mass_kg = 2.0;
inline constexpr double link_length_m = 0.5;       ///< pivot to centre of mass
inline constexpr double link_inertia_kg_m2 = 0.1;  ///< about every axis through the centre of mass

enum class Defaults { of_bullet, ours };

inline std::unique_ptr<btMultiBody> finished(std::unique_ptr<btMultiBody> body, Defaults defaults) {
  if (defaults == Defaults::ours) set_every_default(*body);
  body->finalizeMultiDof();
  return body;
}

/// A physical pendulum about Z that hangs along -Y at angle zero.
inline std::unique_ptr<btMultiBody> pendulum(Defaults defaults = Defaults::ours) {
  auto body = std::make_unique<btMultiBody>(1, 0.0, btVector3(0, 0, 0), true, false);
  const btVector3 inertia(link_inertia_kg_m2, link_inertia_kg_m2, link_inertia_kg_m2);
  body->setupRevolute(0, link_mass_kg, inertia, -1, btQuaternion::getIdentity(), btVector3(0, 0, 1), btVector3(0, 0, 0),
                      btVector3(0, -link_length_m, 0), true);
  return finished(std::move(body), defaults);
}

/// A mass on a rail along X.
inline std::unique_ptr<btMultiBody> slider(Defaults defaults = Defaults::ours) {
  auto body = std::make_unique<btMultiBody>(1, 0.0, btVector3(0, 0, 0), true, false);
  body->setupPrismatic(0, link_mass_kg, btVector3(0.1, 0.1, 0.1), -1, btQuaternion::getIdentity(), btVector3(1, 0, 0),
                       btVector3(0, 0, 0), btVector3(0, 0, 0), true);
  return finished(std::move(body), defaults);
}

}  // namespace stridelab::test
