#pragma once

#include "gait/stride.h"
#include "loads/load_models.h"
#include "loads/patellofemoral.h"
#include "loads/side.h"

namespace stridelab {

/// What muscles, kneecap and neighbouring tissues of one leg carry at one instant. Forces pull or press positive.
struct LegLoads {
  // Kneecap and the tendons that hold it, by the method of the form: the headline.
  KneecapLoad kneecap;
  double pfj_lateral_force_n = 0.0;  ///< pulls the patella outward beyond what the retinaculum holds
  double pfj_lateral_stress_mpa = 0.0, pfj_medial_stress_mpa = 0.0;  ///< on the facets
  double patellar_deviation_rad = 0.0;  ///< patellar tendon in the frontal plane against the sex norm, lateral positive
  double knee_abduction_rad = 0.0;  ///< static alignment plus dynamic valgus as the kneecap takes it, valgus positive
  double contact_band = 0.0;        ///< height of the contact on the patella, 0 apex .. 1 base
  double patellar_tendon_force_n = 0.0, quadriceps_tendon_force_n = 0.0;

  // Its joint force by each method, whichever is the headline.
  double pfj_net_force_n = 0.0, pfj_willson_force_n = 0.0, pfj_static_opt_force_n = 0.0;

  // By static optimisation.
  double quadriceps_static_opt_force_n = 0.0;
  double gastrocnemius_force_n = 0.0, soleus_force_n = 0.0, achilles_force_n = 0.0;
  double hamstrings_force_n = 0.0;
  double gluteus_medius_force_n = 0.0;
  double gluteus_medius_activation = 0.0;  ///< demand / capacity, 0 .. 1, largest of its three parts
  double gluteus_medius_use = 0.0;         ///< force / capacity of the whole muscle, 0 .. 1
  double muscle_reserve_nm = 0.0;          ///< largest moment that no muscle could supply
  double muscle_shortfall_nm = 0.0;        ///< the same without hip rotation
  bool muscles_shared = true;              ///< false: the sharing did not converge, the forces are not the optimum
  bool muscles_extrapolated = false;       ///< a joint bends beyond the postures muscle lengths were fitted to

  // Neighbours.
  double itb_strain = 0.0;         ///< of the iliotibial band against standing, 1 = 100 %
  double itb_strain_rate_s = 0.0;  ///< 1/s
  double tibiofemoral_force_n = 0.0, medial_contact_force_n = 0.0;
  double tibial_bending_moment_nm = 0.0;
};

/// All loads of one leg, from pose and net moments alone: the one function both engines use.
///
/// frame   any sample of a stride or of a forward run
/// valid   knee flexion 0 .. 100 deg for the kneecap (held outside and flagged)
/// errors  none (pure function)
/// source  METHODS (loads)
LegLoads leg_loads(const StrideSample& sample, Side side, const Body& body, const Form& form, const LoadModels& models);

}  // namespace stridelab
