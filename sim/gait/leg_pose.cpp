#include "gait/leg_pose.h"

#include <cmath>

namespace stridelab {
namespace {

constexpr int hip_of[2] = {hip_flexion_r, hip_flexion_l};

/// Internal wrench through the joint of a link, about that joint's centre: what acts on everything outwards of it.
Wrench internal(const TreeState& t, int link, const Wrench& ground) {
  const auto i = static_cast<std::size_t>(link);
  const Wrench w = t.force[i] - ground;
  return {w.moment - t.point[i].cross(w.force), w.force};
}

}  // namespace

LegSample leg_pose(const Skeleton& skeleton, const TreeState& t, const Vec3& pelvis_m, int side, const Wrench& ground) {
  const int hip = hip_of[side];
  const auto femur = static_cast<std::size_t>(hip + 2), tibia = femur + 1, foot = femur + 3, toes = femur + 4;
  const FootGeometry& g = skeleton.foot;
  LegSample leg;
  leg.hip_m = pelvis_m + t.point[femur];
  leg.knee_m = pelvis_m + t.point[tibia];
  leg.ankle_m = pelvis_m + t.point[foot];
  leg.mtp_m = pelvis_m + t.point[toes];
  leg.heel_m = leg.ankle_m + t.rotation[foot] * g.heel_m;
  leg.ball_m = leg.ankle_m + t.rotation[foot] * g.ball_m;
  leg.toe_m = leg.mtp_m + t.rotation[toes] * g.toe_m;
  leg.femur = t.rotation[femur];
  leg.tibia = t.rotation[tibia];
  leg.foot = t.rotation[foot];
  leg.foot_pitch_rad = std::asin(leg.foot(1, 0));
  leg.grf_n = ground.force;
  leg.ground_power_w = 0.0;
  const Wrench knee = internal(t, hip + 3, ground);
  leg.knee_moment_nm = knee.moment;
  leg.knee_force_n = knee.force;
  leg.hip_moment_nm = internal(t, hip, ground).moment;
  return leg;
}

}  // namespace stridelab
