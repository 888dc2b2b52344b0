#pragma once

#include <array>

#include "dynamics/carrier.h"
#include "forward/frame.h"
#include "ground/contact_model.h"
#include "runner/skeleton.h"

namespace stridelab {

/// One point of the sole: heel and ball are carried by the foot, the toes' points by the toes.
struct SolePoint {
  int link;  ///< index of the segment in the skeleton
  SoleRegion region;
  Vec3 local_m;  ///< from the segment's joint centre, segment frame
};

/// The soles of both feet, 0 right, 1 left, in the order of sole_regions.
///
/// Ball: the first metatarsal head lies at Skeleton's ball point, the fifth 25 mm behind it, and the pad of the forefoot
/// goes on 40 mm further back; so the pressure moves forward gradually while the heel rises. Toes: their points lie
/// 3/4 of the way to the tip and 8 mm above the plane of heel and ball, as shoes turn up there (toe spring); so they
/// carry late in stance and let go at once. Lengths scale with the foot.
/// source  geometry: Skeleton::foot; obliquity of the metatarsal heads, pad and toe spring judged
std::array<std::array<SolePoint, sole_points_per_foot>, 2> sole_points(const Skeleton& skeleton);

/// Share of its region's stiffness that one point has.
double point_share(SoleRegion region);

}  // namespace stridelab
