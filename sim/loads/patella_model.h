#pragma once

#include <string>

#include "gait/form.h"

namespace stridelab {

class ModelSection;

/// models/knee/patella.toml: tendons, frontal pull and facets of the kneecap.
struct PatellaModel {
  /// Force of the patellar tendon / force of the quadriceps = at_zero - fall_per_deg x flexion, not below smallest.
  struct TendonRatio {
    double at_zero, fall_per_deg, smallest;
  };
  /// What turns the patellar tendon in the frontal plane, against the sex norm.
  struct Deviation {
    double q_norm_male_rad, q_norm_female_rad;
    double q_share_bent,
        q_share_straight;                  ///< share of a Q angle difference that reaches the tendon, deep and at 0 deg
    double q_flexion_deg;                  ///< decay between the two
    double rotation_lever;                 ///< tilt of the tendon per rotation of the knee
    double rotation_gain, adduction_gain;  ///< share of hip rotation, adduction that the knee takes; size uncertain
    double usual_rotation_rad, usual_adduction_rad;  ///< of the easy run at the peak of the kneecap force
  };
  /// A weak quadriceps loses more of its vastus medialis than of the rest.
  struct VastusMedialis {
    double extra_loss;      ///< share of vastus medialis force lost beyond that of the whole, at zero strength
    double pull_angle_rad;  ///< mean line of pull, medial of the thigh
  };
  /// Share of the lateral force that ligaments carry: share at or below flexion_deg, decaying over decay_deg.
  struct Retinaculum {
    double share, flexion_deg, decay_deg;
  };
  struct Facets {
    double lateral_slope_rad, medial_slope_rad;  ///< of the groove against the mediolateral direction
  };
  /// Height of the contact on the patella: lowest + span x clamp((flexion - from) / over).
  struct Band {
    double lowest, span, from_deg, over_deg;
  };
  TendonRatio tendon;
  Deviation deviation;
  VastusMedialis vastus_medialis;
  Retinaculum retinaculum;
  Facets facets;
  Band band;
};

/// What a brace, tape or sleeve does to the kneecap.
struct KneeSupportEffect {
  double area_factor = 1.0, force_factor = 1.0;
  std::string evidence;  ///< how well this is known, one sentence
};

/// models/knee/supports.toml.
struct KneeSupportModel {
  KneeSupportEffect none, tape, brace, sleeve;
  [[nodiscard]] const KneeSupportEffect& effect(KneeSupport support) const;
};

PatellaModel read_patella(ModelSection in);
KneeSupportModel read_knee_supports(ModelSection in);

}  // namespace stridelab
