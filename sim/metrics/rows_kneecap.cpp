#include "metrics/metric_rows.h"

namespace stridelab {

using enum MetricGroup;
using namespace row_source;

std::vector<MetricRow> kneecap_rows() {
  return {
      {"pfj_force_peak_bw", "peak kneecap force", "BW", kneecap, true, 2,
       "largest force pressing the kneecap against the thigh bone", "compression positive",
       "maximum over stance of k(knee flexion) x quadriceps force; the quadriceps force is that of the net knee moment "
       "plus a fixed share of hip extension and calf moment for the muscles that bend the knee at the same time",
       van_eijden, Shown::first},
      {"pfj_force_net_at_peak_bw", "of it for the knee moment alone", "BW", kneecap, true, 2,
       "what the net knee moment alone takes of the peak kneecap force; the rest is co-contraction",
       "compression positive", "k(knee flexion) x net knee extension moment / lever arm, at the peak", van_eijden},
      {"pfj_force_static_opt_peak_bw", "peak kneecap force, muscle model", "BW", kneecap, true, 2,
       "the same force when a muscle model shares out the work of calf, hamstrings and quadriceps",
       "compression positive", "maximum over stance of k(knee flexion) x quadriceps force by static optimisation",
       row_source::muscles, Shown::first},
      {"pfj_stress_peak_mpa", "peak kneecap pressure", "MPa", kneecap, true, 2,
       "largest mean pressure behind the kneecap", "compression positive",
       "maximum over stance of force / loaded contact area", besier, Shown::first},
      {"pfj_lateral_stress_peak_mpa", "pressure, outer side of it", "MPa", kneecap, true, 2,
       "largest pressure on the outer facet of the kneecap", "compression positive",
       "maximum over stance; the kneecap as a wedge between two facets, pushed outward by what Q angle, thigh rotation "
       "and dynamic valgus add to the usual run of the patellar tendon (judged gains)",
       wedge, Shown::first, Confidence::direction},
      {"pfj_medial_stress_peak_mpa", "pressure, inner side of it", "MPa", kneecap, true, 2,
       "largest pressure on the inner facet of the kneecap", "compression positive",
       "maximum over stance; the same wedge (judged gains)", wedge, Shown::all, Confidence::direction},
      {"pfj_lateral_force_peak_bw", "sideways pull on the kneecap", "BW", kneecap, true, 2,
       "largest force that pulls the kneecap outward", "outward positive",
       "maximum over stance of patellar tendon force x sine of its angle in the frontal plane (Q angle as far as the "
       "bent knee shows it, femoral rotation, adduction), less what the retinaculum holds (judged gains)",
       wedge, Shown::all, Confidence::direction},
      {"pfj_force_impulse_bw_s", "kneecap force x time, per step", "BW s", kneecap, true, 3,
       "kneecap force added up over one step", "compression positive", "integral of the force over stance", van_eijden},
      {"pfj_stress_impulse_mpa_s", "kneecap pressure x time, per step", "MPa s", kneecap, true, 3,
       "kneecap pressure added up over one step", "compression positive", "integral of the stress over stance", besier},
      {"pfj_force_impulse_per_km_bw_s", "kneecap force x time, per km", "BW s/km", kneecap, true, 1,
       "kneecap force added up over a kilometre, one leg", "compression positive",
       "impulse per step x 1000 / stride_length_m", van_eijden, Shown::first},
      {"pfj_stress_impulse_per_km_mpa_s", "kneecap pressure x time, per km", "MPa s/km", kneecap, true, 1,
       "kneecap pressure added up over a kilometre, one leg", "compression positive",
       "impulse per step x 1000 / stride_length_m", besier},
      {"pfj_contact_area_at_peak_mm2", "contact area at the peak", "mm2", kneecap, true, 0,
       "kneecap contact area when its force peaks", "",
       "Besier's area by sex at that knee flexion, loaded, x (height / group mean)^2, x (force / reference)^p", besier},
      {"pfj_contact_band_at_peak_percent", "contact height on the kneecap", "%", kneecap, true, 0,
       "where on the kneecap the contact lies when its force peaks", "0 lower tip, 100 upper edge",
       "moves up with knee flexion", "Goodfellow 1976, J Bone Joint Surg Br 58:287; METHODS (loads)"},
      {"quadriceps_force_peak_bw", "peak quadriceps pull", "BW", kneecap, true, 2,
       "largest pull of the thigh's front muscles", "pull positive",
       "maximum over stance of (net knee extension moment plus a fixed share of hip extension and calf moment) / "
       "effective lever arm",
       van_eijden},
  };
}

}  // namespace stridelab
