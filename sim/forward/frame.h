#pragma once

#include <array>
#include <cstdint>

#include "catalogue/leg_values.h"
#include "gait/stride.h"
#include "ground/contact_model.h"

namespace stridelab {

/// Heel, ball (heads of the metatarsals, then the pad behind them) and toes, each medial and lateral.
inline constexpr std::array<SoleRegion, 8> sole_regions = {SoleRegion::heel, SoleRegion::heel, SoleRegion::ball,
                                                           SoleRegion::ball, SoleRegion::ball, SoleRegion::ball,
                                                           SoleRegion::toe,  SoleRegion::toe};
inline constexpr int sole_points_per_foot = static_cast<int>(sole_regions.size());

/// The sole of one foot: where its points are and what the ground does to them. World frame.
struct FootContact {
  std::array<Vec3, sole_points_per_foot> point_m;
  std::array<Vec3, sole_points_per_foot> force_n;
};

/// What the plan wanted at the instant of a frame.
struct PlanSample {
  CoordinateVector q_rad;
  double pelvis_height_m;
  double vertical_force_n;
};

/// One instant of a forward run: a self-contained value. The viewer, the recording and the metrics read it; nobody
/// reads the simulation.
///
/// frame  world: X along the surface, Y normal to it, Z right; overground, so X grows with the distance run (on a belt
///        it does not)
struct Frame {
  double time_s = 0.0;
  std::int64_t index = 0;              ///< number of integration steps before this instant
  double stride_phase = 0.0;           ///< of the plan's clock, 0 .. 1, 0 = planned right foot contact
  std::int64_t stride_index = 0;       ///< full strides of the plan's clock so far
  StrideSample motion;                 ///< pose, ground reaction, joint moments by inverse dynamics of this very motion
  std::array<FootContact, 2> contact;  ///< 0 right, 1 left
  CoordinateVector actuator_torque_nm;  ///< what the muscles of each joint supplied, passive tissue included
  std::array<LegValues, 2> leg;         ///< quantities of both legs: loads, angles, forces
  PlanSample plan;
  std::uint32_t saturated = 0;  ///< bit i: coordinate i ran at its strength limit
  bool settling = false;        ///< the first strides, a change of plan, the strides after a push: not averaged
};

}  // namespace stridelab
