#pragma once

#include "core/frames.h"

namespace stridelab {

class ModelSection;

/// models/loads/passive_tissue.toml: what tight muscles resist.
struct PassiveTissueModel {
  /// exp(constant + per_deg . angles), Nm; angles in degrees: plantarflexion, knee flexion, hip flexion positive.
  struct Exponential {
    double constant, plantarflexion_per_deg, knee_per_deg, hip_per_deg;
  };
  /// Angles are held inside the measured range.
  struct Range {
    double lowest_deg, highest_deg;
  };
  Exponential ankle;          ///< plantarflexion moment of the stretched calf
  Exponential knee;           ///< flexion moment of calf and hamstrings together
  Exponential hip;            ///< extension moment of the stretched hamstrings
  double calf_share_of_knee;  ///< the rest of the knee's is the hamstrings'
  Range plantarflexion, knee_flexion, hip_flexion;
  double reference_mass_kg, reference_height_m;  ///< moments grow with mass x height
};

/// models/loads/iliotibial_band.toml: points of the generic skeleton, metres. Only their proportions matter.
struct IliotibialModel {
  Vec3 crest_m;       ///< on the pelvis, from the hip centre
  Vec3 trochanter_m;  ///< on the femur, from the hip centre
  Vec3 epicondyle_m;  ///< on the femur, from the hip centre
  Vec3 knee_m;        ///< knee centre, from the hip centre
  Vec3 gerdy_m;       ///< on the tibia, from the knee centre
};

/// models/loads/tibia.toml.
struct TibiaModel {
  double reference_height_m;                             ///< lengths grow with height
  double tendon_tilt_straight_deg, tendon_tilt_per_deg;  ///< of the patellar tendon against the shank
  double hamstrings_tilt_per_deg;
  double gastrocnemius_share;                      ///< cosine of the calf's line to the shank
  double condyle_distance_m;                       ///< between the contact points of the two plateaus
  double section_above_ankle_m;                    ///< where bending is told
  double soleus_behind_m, gastrocnemius_behind_m;  ///< lines of pull behind the tibia's axis at the section
  double centroid_ahead_m;                         ///< centre of the bone's section from that axis, forward
  double slope_limit_rad;                          ///< steeper than this, bending is not told
};

PassiveTissueModel read_passive_tissue(ModelSection in);
IliotibialModel read_iliotibial(ModelSection in);
TibiaModel read_tibia(ModelSection in);

}  // namespace stridelab
