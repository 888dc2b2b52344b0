#pragma once

#include <optional>
#include <string>

#include "gait/form.h"
#include "gait/stride.h"
#include "loads/neighbour_models.h"
#include "loads/side.h"
#include "runner/body.h"

namespace stridelab {

/// What muscles pull on the tibia along the shank.
///
/// unit    N, pull positive
struct KneePulls {
  double patellar_tendon_n, hamstrings_n, gastrocnemius_n;
  double along_shank_n;  ///< of muscles that run along the shank (tensor fasciae latae, stretched tissue)
};

/// Contact force of the knee along the shank: the balance of the shank at the knee centre.
///
/// unit    N
/// sign    compression positive; a knee cannot pull, so never negative
/// frame   along the line from ankle to knee centre
/// valid   running; directions of the muscles are judged
/// errors  none (pure function)
/// source  statics: contact = - intersegmental force along the shank + muscles' shares along it; METHODS (tibia)
double tibiofemoral_force_n(const TibiaModel& model, const LegSample& leg, double knee_flexion_rad,
                            const KneePulls& pulls);

/// Share of it on the medial plateau: half plus what the frontal moment adds.
///
/// unit    N
/// sign    internal knee abduction moment (external adduction) loads the medial side; between 0 and the whole force
/// valid   an upper bound: muscles and ligaments carry no frontal moment here
double medial_contact_force_n(const TibiaModel& model, const Body& body, double tibiofemoral_force_n,
                              double knee_abduction_nm);

/// Sagittal bending moment of the tibia at its distal third.
///
/// unit    Nm
/// sign    positive where the ground pushes the ankle backward against the shank
/// valid   level ground (tibial_bending_limit); compare changes, not levels
/// source  METHODS (tibia); models/loads/tibia.toml
double tibial_bending_nm(const TibiaModel& model, const Body& body, const LegSample& leg, double soleus_n,
                         double gastrocnemius_n);

/// Why the bending moment of a form must not be told, or nothing where it may.
std::optional<std::string> tibial_bending_limit(const TibiaModel& model, const Form& form);

}  // namespace stridelab
