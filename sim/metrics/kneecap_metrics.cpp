#include "metrics/leg_writer.h"

namespace stridelab {
namespace {

using enum Channel;

double itself(double x) { return x; }

void set_impulses(LegWriter w) {
  const double force_bw_s = w.per_bw() * stance_integral(w.leg, pfj_force_n, w.record.period_s, itself);
  const double stress_mpa_s = stance_integral(w.leg, pfj_stress_mpa, w.record.period_s, itself);
  w.set("pfj_force_impulse_bw_s", force_bw_s);
  w.set("pfj_stress_impulse_mpa_s", stress_mpa_s);
  w.set("pfj_force_impulse_per_km_bw_s", force_bw_s * w.steps_per_km());
  w.set("pfj_stress_impulse_per_km_mpa_s", stress_mpa_s * w.steps_per_km());
}

}  // namespace

void set_kneecap(LegWriter w) {
  const StancePeak force = stance_maximum(w.leg, pfj_force_n);
  w.set("pfj_force_peak_bw", force, w.per_bw());
  w.set("pfj_force_net_at_peak_bw", w.per_bw() * value_near(w.leg, pfj_net_force_n, force.phase));
  w.peak("pfj_force_static_opt_peak_bw", pfj_static_opt_force_n, w.per_bw());
  w.peak("pfj_stress_peak_mpa", pfj_stress_mpa, 1.0);
  set_impulses(w);
  w.set("pfj_contact_area_at_peak_mm2", value_near(w.leg, pfj_contact_area_mm2, force.phase));
  w.set("pfj_contact_band_at_peak_percent", 100.0 * value_near(w.leg, contact_band, force.phase));
  w.peak("pfj_lateral_force_peak_bw", pfj_lateral_force_n, w.per_bw());
  w.peak("pfj_lateral_stress_peak_mpa", pfj_lateral_stress_mpa, 1.0);
  w.peak("pfj_medial_stress_peak_mpa", pfj_medial_stress_mpa, 1.0);
  w.peak("quadriceps_force_peak_bw", quadriceps_force_n, w.per_bw());
}

}  // namespace stridelab
