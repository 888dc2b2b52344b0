#pragma once

#include <BulletDynamics/Featherstone/btMultiBody.h>

#include <memory>

#include "dynamics/limb_matrix.h"
#include "runner/skeleton.h"

namespace stridelab {

/// The runner as Bullet knows him, in our own coordinates: a fixed base, three massless links that slide along X, Y and
/// Z, then one revolute link per rotational coordinate. Bullet's joint i is entry i of a FreeVector, bit for bit; no
/// conversion stands between the two states. Links of joints with several axes have no mass; Bullet's articulated-body
/// algorithm needs none.
///
/// frame  Bullet takes diagonal inertias alone, so a link whose inertia is not diagonal (trunk, arms, feet, toes) has
///        its frame along the principal axes; the origin of every link frame is its centre of mass
/// errors none
/// source Featherstone 2008, Rigid Body Dynamics Algorithms, ch. 7 (what Bullet computes)
std::unique_ptr<btMultiBody> build_runner_body(const Skeleton& skeleton);

/// Every setting of a btMultiBody that bears on its motion, by name, so that no default of a game engine decides.
void set_every_default(btMultiBody& body);

}  // namespace stridelab
