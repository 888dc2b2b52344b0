#pragma once

#include <cmath>

#include "core/frames.h"
#include "runner/coordinates.h"

namespace stridelab {

/// What a stride is allowed to miss by, and the targets of rows that have no other: models/gait/residual_scales.toml, where
/// each is defined.
struct ResidualScales {
  struct Compression {
    double depth_m, at_force_bw, most;
  };
  struct Pressure {
    double usual_m, inside_m;
  };
  struct GroundWork {
    double loss_j_kg, scale_j_kg;  ///< of a step, per body mass
  };
  struct EarlyForce {
    double fore_aft_bw, until, over;  ///< shares of stance
  };
  struct RestingFoot {
    double height_m, speed_m_s, sinking_m_s, loaded_bw;
    double pitch_rad, heel_up_pitch_rad, heel_up_below_rad, toe_pitch_rad, roll_rad, toe_out_rad;
    double fades_to;
  };
  struct LandingFoot {
    double height_m, pitch_rad, toe_out_rad, placement_m;
  };
  struct SwingClearance {
    double clearance_m, scale_m;
  };
  struct Trunk {
    double fore_aft_rad, sideways_rad, stance_lean_rad, mean_lean_rad, held_lean_rad, usual_lean_rad;
  };
  struct Weakness {
    double recruits_nm_kg_deg, moment_nm_kg;
  };
  struct WeakHip {
    double lets_go_at, adduction_hold, toe_out_rad, sideways_rad;

    /// How far a hip with the share S of its usual moment lets go of the habits of a strong one, 0 .. 1.
    [[nodiscard]] double weakness(double share) const { return std::tanh((1.0 - share) / lets_go_at); }
  };
  struct WeakGroup {
    double hinge_nm_kg, hinge_scale;
  };
  struct Duty {
    double weight, duty_factor, placed_duty_factor;
  };
  double flight_moment_bw_m;
  Vec3 stance_moment_bw_m, force_bw;  ///< world axes
  Pressure pressure;
  GroundWork ground_work;
  EarlyForce early_force;
  Compression compression;
  RestingFoot resting_foot;
  double foot_line_m;
  LandingFoot landing_foot;
  SwingClearance swing_clearance;
  Trunk trunk;
  double effort_share;
  Weakness weak_abductors, weak_trunk;
  WeakHip weak_hip;
  WeakGroup weak_groups;
  Duty duty;
  CoordinateVector tracking_rad;
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const ResidualScales& residual_scales();

}  // namespace stridelab
