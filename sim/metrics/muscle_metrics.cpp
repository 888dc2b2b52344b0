#include <algorithm>

#include "loads/tibia.h"
#include "metrics/leg_writer.h"

namespace stridelab {
namespace {

using enum Channel;

double itself(double x) { return x; }

void set_calf(LegWriter w) {
  const double impulse_bw_s = w.per_bw() * stance_integral(w.leg, achilles_force_n, w.record.period_s, itself);
  w.peak("achilles_force_peak_bw", achilles_force_n, w.per_bw());
  w.set("achilles_force_impulse_bw_s", impulse_bw_s);
  w.set("achilles_force_impulse_per_km_bw_s", impulse_bw_s * w.steps_per_km());
  w.peak("gastrocnemius_force_peak_bw", gastrocnemius_force_n, w.per_bw());
  w.peak("soleus_force_peak_bw", soleus_force_n, w.per_bw());
}

void set_thigh_and_hip(LegWriter w) {
  w.peak("quadriceps_force_static_opt_peak_bw", quadriceps_static_opt_force_n, w.per_bw());
  w.peak("hamstrings_force_peak_bw", hamstrings_force_n, w.per_bw());
  w.set("hamstrings_force_swing_peak_bw", swing_maximum(w.leg, hamstrings_force_n), w.per_bw());
  w.peak("popliteal_force_peak_bw", popliteal_force_n, w.per_bw());
  w.peak("gluteus_medius_force_peak_bw", gluteus_medius_force_n, w.per_bw());
  w.peak("gluteus_medius_use_peak_percent", gluteus_medius_use, 100.0);
  // A parabola through samples at the limit may pass it; an activation cannot.
  const double busiest = stance_maximum(w.leg, gluteus_medius_activation).value;
  w.set("gluteus_medius_activation_peak_percent", 100.0 * std::min(busiest, 1.0));
}

void set_shin(LegWriter w) {
  if (const auto limit = tibial_bending_limit(w.models.tibia, w.record.form)) {
    w.missing("tibial_bending_moment_peak_nm", *limit);
    w.missing("tibial_bending_moment_peak_nm_kg", *limit);
    return;
  }
  w.peak("tibial_bending_moment_peak_nm", tibial_bending_moment_nm, 1.0);
  w.peak("tibial_bending_moment_peak_nm_kg", tibial_bending_moment_nm, 1.0 / w.record.body.mass_kg);
}

}  // namespace

void set_muscles(LegWriter w) {
  w.peak("quadriceps_tendon_force_peak_bw", quadriceps_tendon_force_n, w.per_bw());
  w.peak("patellar_tendon_force_peak_bw", patellar_tendon_force_n, w.per_bw());
  set_calf(w);
  set_thigh_and_hip(w);
  w.peak("itb_strain_peak_percent", itb_strain, 100.0);
  w.peak("itb_strain_rate_peak_percent_s", itb_strain_rate_s, 100.0);
  w.peak("tibiofemoral_force_peak_bw", Channel::tibiofemoral_force_n, w.per_bw());
  w.peak("knee_medial_contact_force_peak_bw", Channel::medial_contact_force_n, w.per_bw());
  set_shin(w);
  w.peak("muscle_reserve_peak_nm", muscle_reserve_nm, 1.0);
}

}  // namespace stridelab
