#include "forward/bullet/bullet_runner.h"

#include <Eigen/Eigenvalues>
#include <limits>

#include "forward/bullet/bullet_scalar.h"

namespace stridelab {
namespace {

/// A link's inertia as Bullet wants it: three moments, and the frame (columns, in the segment frame) they belong to.
struct PrincipalFrame {
  Mat3 axes;
  Vec3 moments_kg_m2;
};

/// Moments about the axes, summed in a written order: the solver's own eigenvalues differ in the last bit between levels of
/// optimisation.
Vec3 moments_about(const Mat3& axes, const Mat3& inertia) {
  Vec3 moments = Vec3::Zero();
  for (int k = 0; k < 3; ++k)
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j) moments(k) += axes(i, k) * inertia(i, j) * axes(j, k);
  return moments;
}

PrincipalFrame principal_frame(const Mat3& inertia) {
  const Mat3 off_diagonal = inertia - Mat3(inertia.diagonal().asDiagonal());
  // A limb's frame is principal already; left alone, no rounding enters its joint axis.
  if (off_diagonal.isZero(0.0)) return {Mat3::Identity(), inertia.diagonal()};
  const Eigen::SelfAdjointEigenSolver<Mat3> solver(inertia);
  Mat3 axes = solver.eigenvectors();
  if (axes.determinant() < 0.0) axes.col(0) = -axes.col(0);  // a rotation, not a mirror
  return {axes, moments_about(axes, inertia)};
}

btQuaternion rotation_of(const Mat3& m) {
  const Eigen::Quaterniond q(m);
  return {q.x(), q.y(), q.z(), q.w()};
}

void add_translations(btMultiBody& body) {
  const btVector3 none(0.0, 0.0, 0.0);
  for (int i = 0; i < n_translations; ++i) {
    const btVector3 axis = to_bullet(Vec3::Unit(i));
    body.setupPrismatic(i, 0.0, none, i - 1, btQuaternion::getIdentity(), axis, none, none, true);
  }
}

void add_segments(const Skeleton& skeleton, btMultiBody& body) {
  std::array<PrincipalFrame, n_coordinates> frame;
  for (int i = 0; i < n_coordinates; ++i) {
    const auto k = static_cast<std::size_t>(i);
    const Link& link = skeleton.link[k];
    frame[k] = principal_frame(link.inertia_kg_m2);
    Mat3 parent_axes = Mat3::Identity();  // of the last translation, which has no size either
    Vec3 parent_com = Vec3::Zero();
    if (link.parent >= 0) {
      parent_axes = frame[static_cast<std::size_t>(link.parent)].axes;
      parent_com = skeleton.link[static_cast<std::size_t>(link.parent)].com_m;
    }
    // Segment frames of parent and child agree at q = 0, and an axis has the same components on both sides of its joint.
    const Mat3 to_frame = frame[k].axes.transpose();
    body.setupRevolute(free_index(i), link.mass_kg, to_bullet(frame[k].moments_kg_m2), free_index(link.parent),
                       rotation_of(to_frame * parent_axes), to_bullet(to_frame * link.axis),
                       to_bullet(parent_axes.transpose() * (link.offset_m - parent_com)),
                       to_bullet(to_frame * link.com_m), true);
  }
}

}  // namespace

void set_every_default(btMultiBody& body) {
  constexpr double no_limit = std::numeric_limits<double>::infinity();
  // 0.04 by default: a drag on every link, linear plus quadratic, that takes a tenth of the speed in half a second.
  body.setLinearDamping(0.0);
  body.setAngularDamping(0.0);
  // A runner at rest is still simulated. Bullet ignores setCanSleep unless waking up is allowed.
  body.setCanWakeup(true);
  body.setCanSleep(false);
  body.wakeUp();
  body.setSleepThreshold(0.0);
  body.setSleepTimeout(no_limit);
  // Without w x I w the angular momentum of a spinning segment would not be conserved.
  body.setUseGyroTerm(true);
  // 100 by default, m/s and rad/s alike: a clamp nobody is told of. A run that diverges must be seen to diverge.
  body.setMaxCoordinateVelocity(no_limit);
  // 1000 Ns by default; bears on Bullet's own constraints, of which there are none.
  body.setMaxAppliedImpulse(no_limit);
  // Contact is our own law; Bullet knows no shapes at all.
  body.setHasSelfCollision(false);
  body.setBaseCollider(nullptr);
  // Semi-implicit Euler, as our own carrier: one evaluation of the forces per step, which the implicit contact expects.
  body.useRK4Integration(false);
  // Link velocities follow from the joint velocities at every step instead of being a second state beside them.
  body.useGlobalVelocities(false);
  for (int i = 0; i < body.getNumLinks(); ++i) {
    btMultibodyLink& link = body.getLink(i);
    link.m_collider = nullptr;
    link.m_jointFeedback = nullptr;  // wrong in 3.24 (tests/bullet); joint loads are our own inverse dynamics
    link.m_jointDamping = link.m_jointFriction = 0.0;
    link.m_jointLowerLimit = -no_limit;
    link.m_jointUpperLimit = no_limit;
    link.m_jointMaxForce = link.m_jointMaxVelocity = no_limit;
  }
}

std::unique_ptr<btMultiBody> build_runner_body(const Skeleton& skeleton) {
  constexpr bool fixed_base = true, can_sleep = false;
  auto body = std::make_unique<btMultiBody>(n_free, 0.0, btVector3(0.0, 0.0, 0.0), fixed_base, can_sleep);
  add_translations(*body);
  add_segments(skeleton, *body);
  set_every_default(*body);
  body->finalizeMultiDof();
  return body;
}

}  // namespace stridelab
