#pragma once

#include "core/frames.h"
#include "runner/body.h"

namespace stridelab {

/// One row of de Leva 1996 Table 4: fractions of body mass and of segment length.
struct SegmentFigures {
  double mass_fraction;
  double com_fraction;   ///< from the proximal end
  Vec3 radius_fraction;  ///< radii of gyration about x antero-posterior, y longitudinal, z medio-lateral
  double length_m;       ///< for the reference height
};

/// The figures of one sex, as the model file gives them.
/// source  de Leva 1996 (segments), Rajagopal 2016 (joint centres): models/runners/de_leva_1996.toml
struct Anthropometry {
  double reference_height_m;
  SegmentFigures head, upper_trunk, mid_trunk, lower_trunk, upper_arm, forearm, hand, thigh, shank, foot_segment;
  double vertex_above_hip_m;

  double joints_reference_height_m, hip_half_width_m;
  double womens_hip_width;    ///< of men's of the same height
  double trunk_behind_hip_m;  ///< long axis of the trunk's centres of mass, upright, behind the mid-hip point
  Vec3 lumbar_m, shoulder_from_lumbar_m, subtalar_axis;

  double foot_reference_height_m, sole_below_ankle_m, heel_m, ball_m, toe_m, mtp_above_sole_m, toe_mass_fraction,
      foot_half_width_m;

  /// Whole body, both sides counted.
  [[nodiscard]] double mass_fraction_sum() const;
};

/// Read once per process from models/runners/de_leva_1996.toml.
/// errors  InvalidModelFiles if the file is missing or broken
const Anthropometry& anthropometry(Sex sex);

}  // namespace stridelab
