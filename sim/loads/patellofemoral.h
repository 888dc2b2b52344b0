#pragma once

#include "loads/load_models.h"
#include "runner/body.h"

namespace stridelab {

/// Knee flexion as the published fits take it: degrees, held inside their range.
struct FitFlexion {
  double deg;
  bool extrapolated;  ///< the knee was outside the range of the fits
};
FitFlexion fit_flexion(const PatellofemoralModel& model, double knee_flexion_rad);

/// Effective lever arm of the quadriceps: net knee extension moment / quadriceps force.
///
/// unit    m
/// valid   0 .. 100 deg of knee flexion and where its source measured, held outside; grows with body height (assumption)
/// errors  none (pure function)
/// source  the one that models/knee/patellofemoral.toml names: van Eijden 1986, J Biomech 19:219
double quadriceps_lever_arm_m(const PatellofemoralModel& model, const Body& body, double knee_flexion_rad);

/// Patellofemoral joint force / quadriceps force (compression positive, dimensionless).
///
/// valid   0 .. 100 deg of knee flexion, held outside
/// errors  none (pure function)
/// source  van Eijden 1986, J Biomech 19:219
double pfj_force_ratio(const PatellofemoralModel& model, double knee_flexion_rad);

/// Contact area of the kneecap at the reference force: Besier's loaded area by sex, times height squared.
///
/// unit    mm2
/// valid   0 .. 100 deg of knee flexion, held outside; peaks at 60 deg, falls 10 % until 90 deg (judged)
/// errors  none (pure function)
/// source  Besier 2005, J Orthop Res 23:345
double reference_contact_area_mm2(const PatellofemoralModel& model, const Body& body, double knee_flexion_rad);

/// Contact area under a load: the reference area times a bounded power of the force.
///
/// unit    mm2, force in N (compression positive; zero or less gives the smallest area, that of an unloaded knee)
/// source  Besier 2005 (+24 % under load); exponent at running loads judged, models/knee/patellofemoral.toml
double contact_area_mm2(const PatellofemoralModel& model, const Body& body, double knee_flexion_rad,
                        double pfj_force_n);

/// What presses on the kneecap at one instant.
struct KneecapLoad {
  double quadriceps_force_n = 0.0;  ///< pull positive
  double pfj_force_n = 0.0;         ///< compression positive
  double contact_area_mm2 = 0.0;
  double stress_mpa = 0.0;    ///< mean over the contact area
  bool extrapolated = false;  ///< knee flexion outside the range of the published fits
};

/// The chain quadriceps force -> joint force -> contact area -> stress (N / mm2 = MPa).
///
/// valid   quadriceps force >= 0
/// errors  none (pure function)
/// source  METHODS (15)-(18)
KneecapLoad kneecap_load(const PatellofemoralModel& model, const Body& body, double quadriceps_force_n,
                         double knee_flexion_rad);

}  // namespace stridelab
