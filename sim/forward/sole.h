#pragma once

#include <array>

#include "dynamics/carrier.h"
#include "forward/contact_model.h"
#include "forward/frame.h"
#include "runner/skeleton.h"

namespace stridelab {

/// One point of the sole: heel and ball are carried by the foot, the toes' point by the toes.
struct SolePoint {
  int link;  ///< index of the segment in the skeleton
  SoleRegion region;
  Vec3 local_m;  ///< from the segment's joint centre, segment frame
};

/// The soles of both feet: heel, ball, toe, each medial and lateral at the foot's half width. 0 right, 1 left.
///
/// The toes' points lie 3/4 of the way to the tip and above the plane of heel and ball by the toe spring (12 mm), as
/// shoes turn up there; so the toes carry late in stance and let go at once.
/// source  geometry: Skeleton::foot; toe spring of running shoes, judged
std::array<std::array<SolePoint, sole_points_per_foot>, 2> sole_points(const Skeleton& skeleton);

}  // namespace stridelab
