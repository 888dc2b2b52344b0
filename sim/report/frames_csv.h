#pragma once

#include <string>

#include "forward/frame.h"

namespace stridelab {

/// The frames of forward runs, one row per frame, as they come; a header before the first.
///
/// Columns, each with its unit at the end:
///   scenario            path as the user wrote it
///   time_s              since the start of the run
///   stride_phase        of the plan, 0 .. 1, 0 = planned right foot contact
///   settling            1 while the run settles: steps here are not averaged; else 0
///   pelvis_*_m, com_*_m, com_v*_m_s   mid-hip point and centre of mass; X along the surface (overground), Y normal to
///                       it, Z to the right
///   <coordinate>_deg, <coordinate>_plan_deg, <coordinate>_actuator_nm   pose, what the plan wanted at this phase, and
///                       what the muscles of the joint supplied (the pelvis has none); names and signs as in OpenSim's
///                       Rajagopal 2016 model
///   right_*, left_*     per leg: force of the ground on the foot; on heel, ball and toes normal to the surface;
///                       internal joint moments by inverse dynamics (extension, abduction, plantarflexion positive);
///                       quadriceps, kneecap force and pressure; by static optimisation kneecap, Achilles, hamstrings,
///                       gluteus medius and knee joint force; strain of the outer thigh band (1 = 100 %)
///   residual_*_n        what held the runner: zero without assist
///   at_strength_limit   coordinates whose muscles could not give more, separated by spaces
/// Numbers have seven digits; time_s has all.
class FramesText {
 public:
  std::string add(const std::string& scenario, const Frame& frame);
  [[nodiscard]] bool empty() const { return empty_; }

 private:
  bool empty_ = true;
};

/// Where the frames go that belong to a CSV of steps: "runs/a.csv" -> "runs/a_frames.csv".
std::string frames_csv_path(const std::string& csv_path);

}  // namespace stridelab
