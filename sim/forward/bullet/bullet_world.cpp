#include "forward/bullet/bullet_world.h"

#include <BulletCollision/BroadphaseCollision/btSimpleBroadphase.h>
#include <BulletCollision/CollisionDispatch/btCollisionDispatcher.h>
#include <BulletCollision/CollisionDispatch/btDefaultCollisionConfiguration.h>
#include <BulletDynamics/Featherstone/btMultiBodyConstraintSolver.h>
#include <BulletDynamics/Featherstone/btMultiBodyDynamicsWorld.h>

#include <mutex>

#include "forward/bullet/bullet_scalar.h"

namespace stridelab {
namespace {

std::mutex& world_guard() {
  static std::mutex guard;
  return guard;
}

btDefaultCollisionConstructionInfo smallest_pools() {
  btDefaultCollisionConstructionInfo info;
  // 4096 by default, megabytes in every world, for contacts that we do not make.
  info.m_defaultMaxPersistentManifoldPoolSize = 1;
  info.m_defaultMaxCollisionAlgorithmPoolSize = 1;
  return info;
}

/// Leaves out the prediction of where shapes will be: there are none, and it costs 1.4 us of a step. It writes nothing
/// that the motion reads (tests/bullet holds it against the plain world, bit for bit).
class ShapelessWorld : public btMultiBodyDynamicsWorld {
 public:
  using btMultiBodyDynamicsWorld::btMultiBodyDynamicsWorld;

 protected:
  void predictUnconstraintMotion(btScalar /*dt*/) override {}
};

}  // namespace

struct BulletWorld::Parts {
  btDefaultCollisionConfiguration configuration{smallest_pools()};
  btCollisionDispatcher dispatcher{&configuration};
  btSimpleBroadphase broadphase{1};
  btMultiBodyConstraintSolver solver;
  ShapelessWorld world{&dispatcher, &broadphase, &solver, &configuration};
};

BulletWorld::BulletWorld(std::unique_ptr<btMultiBody> body, const btVector3& gravity_m_s2) : body_(std::move(body)) {
  const std::lock_guard lock(world_guard());
  parts_ = std::make_unique<Parts>();
  parts_->world.setGravity(gravity_m_s2);
  parts_->world.addMultiBody(body_.get());
}

BulletWorld::~BulletWorld() {
  const std::lock_guard lock(world_guard());
  parts_->world.removeMultiBody(body_.get());
  parts_.reset();
}

void BulletWorld::set_gravity(const btVector3& gravity_m_s2) { parts_->world.setGravity(gravity_m_s2); }

void BulletWorld::step(double dt_s) {
  constexpr int no_substeps = 0;  // with 0 the step is dt itself; otherwise Bullet would cut time into sixtieths
  parts_->world.stepSimulation(dt_s, no_substeps);
}

}  // namespace stridelab
