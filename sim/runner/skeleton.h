#pragma once

#include <array>

#include "core/frames.h"
#include "runner/body.h"
#include "runner/coordinates.h"

namespace stridelab {

/// One revolute joint and the rigid segment it carries. In the neutral posture (all coordinates zero, standing) every
/// segment frame is aligned with the world: X forward, Y up, Z right.
struct Link {
  int parent;          ///< index of the joint below which this one hangs, -1 for the pelvis origin
  Vec3 axis;           ///< unit, in the parent segment's frame; sign makes the coordinate anatomical
  Vec3 offset_m;       ///< joint centre from the parent's joint centre, in the parent segment's frame
  double mass_kg;      ///< 0 for the intermediate links of a joint with several axes
  Vec3 com_m;          ///< from the joint centre, segment frame
  Mat3 inertia_kg_m2;  ///< about the centre of mass, segment frame
};

/// Sole points of one foot, from the ankle centre, foot frame (toe: from the toe joint, toe frame).
struct FootGeometry {
  Vec3 heel_m, ball_m;  ///< carried by the foot
  Vec3 mtp_m;           ///< toe joint centre, carried by the foot
  Vec3 toe_m;           ///< tip of the toes, from the toe joint, carried by the toes
  double half_width_m;
};

/// The runner as a tree of 22 revolute joints with the pelvis origin (mid-hip) as its root: pelvis orientation 3,
/// lumbar 3, and per side hip 3, knee, ankle, subtalar, toe joint and shoulder. Immutable.
/// A knock knee (knee_alignment positive) tilts the long axis of the shank outward against the thigh; the segment's frame
/// keeps the thigh's axes, so that the knee coordinate stays pure flexion.
/// source  de Leva 1996 (inertia), Rajagopal 2016 (joint centres); models/runners/de_leva_1996.toml
struct Skeleton {
  Body body;
  std::array<Link, n_coordinates> link;
  FootGeometry foot;    ///< right; the left mirrors z
  double leg_length_m;  ///< hip centre to sole, standing
  double thigh_m, shank_m;
  double mass_kg;  ///< sum of the links: the body mass
};

/// Builds the skeleton of a body. Reads the model file once per process.
/// errors  throws InvalidModelFiles if models/runners/de_leva_1996.toml is missing or broken
Skeleton build_skeleton(const Body& body);

/// The same with what is a leg's own (its length, alignment of the knee, shoe) from `left` for the left leg.
Skeleton build_skeleton(const Body& body, const Body& left);

}  // namespace stridelab
