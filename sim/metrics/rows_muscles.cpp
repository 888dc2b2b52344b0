#include "metrics/metric_rows.h"

namespace stridelab {

using enum MetricGroup;
using namespace row_source;

std::vector<MetricRow> muscles_rows() {
  return {
      {"quadriceps_tendon_force_peak_bw", "quadriceps tendon", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the tendon above the kneecap", "pull positive", "maximum over stance of the quadriceps force",
       van_eijden},
      {"patellar_tendon_force_peak_bw", "patellar tendon", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the tendon below the kneecap", "pull positive",
       "maximum over stance of quadriceps force x ratio of the two tendons at that knee flexion", "METHODS (loads)"},
      {"quadriceps_force_static_opt_peak_bw", "quadriceps, muscle model", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the thigh's front muscles when a muscle model shares out the work", "pull positive",
       "maximum over stance by static optimisation", row_source::muscles},
      {"achilles_force_peak_bw", "Achilles tendon", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the Achilles tendon", "pull positive",
       "maximum over stance of soleus + gastrocnemius by static optimisation; published values from the net moment "
       "alone are lower",
       row_source::muscles},
      {"achilles_force_impulse_bw_s", "Achilles force x time, per step", "BW s", MetricGroup::muscles, true, 3,
       "pull of the Achilles tendon added up over one step", "pull positive", "integral of the force over stance",
       row_source::muscles},
      {"achilles_force_impulse_per_km_bw_s", "Achilles force x time, per km", "BW s/km", MetricGroup::muscles, true, 1,
       "pull of the Achilles tendon added up over a kilometre, one leg", "pull positive",
       "impulse per step x 1000 / stride_length_m", row_source::muscles},
      {"gastrocnemius_force_peak_bw", "gastrocnemius", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the calf muscle that also bends the knee", "pull positive",
       "maximum over stance by static optimisation", row_source::muscles},
      {"soleus_force_peak_bw", "soleus", "BW", MetricGroup::muscles, true, 2, "largest pull of the deep calf muscle",
       "pull positive", "maximum over stance by static optimisation", row_source::muscles},
      {"hamstrings_force_peak_bw", "hamstrings on the ground", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the hamstrings while the foot is on the ground", "pull positive",
       "maximum over stance of both heads of biceps femoris, semimembranosus and semitendinosus by static optimisation",
       row_source::muscles},
      {"hamstrings_force_swing_peak_bw", "hamstrings in the air", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the hamstrings while the leg swings, usually just before landing", "pull positive",
       "maximum from toe-off to the next contact, the same muscles", row_source::muscles, Shown::first},
      {"popliteal_force_peak_bw", "muscles behind the knee", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the muscles that pass behind the knee", "pull positive",
       "maximum over stance of gastrocnemius + hamstrings by static optimisation", row_source::muscles},
      {"gluteus_medius_force_peak_bw", "gluteus medius", "BW", MetricGroup::muscles, true, 2,
       "largest pull of the muscle at the side of the hip", "pull positive",
       "maximum over stance of its three parts by static optimisation", row_source::muscles},
      {"gluteus_medius_use_peak_percent", "gluteus medius, of its strength", "%", MetricGroup::muscles, true, 0,
       "how much of its strength the muscle at the side of the hip needs", "",
       "maximum over stance of its force / the force it could give; capacity by hip_strength_percent and fatigue",
       row_source::muscles},
      {"gluteus_medius_activation_peak_percent", "gluteus medius, busiest part", "%", MetricGroup::muscles, true, 0,
       "how much of its strength the busiest of the muscle's three parts needs", "",
       "maximum over stance of the largest activation; the front part also turns the thigh inward",
       row_source::muscles},
      {"itb_strain_peak_percent", "outer thigh band, stretch", "%", MetricGroup::muscles, true, 2,
       "largest stretch of the iliotibial band", "longer than when standing positive",
       "maximum over stance of the path pelvis - greater trochanter - outer knee - shin bone, by hip adduction, "
       "rotation and knee flexion (points judged)",
       "METHODS (loads)", Shown::all, Confidence::direction},
      {"itb_strain_rate_peak_percent_s", "outer thigh band, stretch rate", "%/s", MetricGroup::muscles, true, 1,
       "how fast the iliotibial band is stretched at most", "lengthening positive",
       "maximum over stance of the rate of that strain", "METHODS (loads)", Shown::all, Confidence::direction},
      {"tibiofemoral_force_peak_bw", "knee joint force", "BW", MetricGroup::muscles, true, 2,
       "largest force between thigh bone and shin bone", "compression positive",
       "maximum over stance of ground force and muscles along the shin: patellar tendon, hamstrings, gastrocnemius, "
       "tensor fasciae latae",
       row_source::muscles, Shown::first},
      {"knee_medial_contact_force_peak_bw", "knee joint force, inner half", "BW", MetricGroup::muscles, true, 2,
       "largest force on the inner half of the knee joint", "compression positive",
       "maximum over stance of half the joint force + adduction moment / distance of the condyles; ligaments and "
       "muscles carry no frontal moment here, so an upper bound",
       "METHODS (loads)", Shown::all, Confidence::direction},
      {"tibial_bending_moment_peak_nm", "shin bone bending", "Nm", MetricGroup::muscles, true, 1,
       "largest bending moment of the shin bone, lower third", "bending the shin forward at its ends positive",
       "maximum over stance of ground force less calf pull about the bone's section; level rests on a judged offset of "
       "8 mm; not shown on slopes",
       "METHODS (loads)", Shown::all, Confidence::direction},
      {"tibial_bending_moment_peak_nm_kg", "shin bone bending, per mass", "Nm/kg", MetricGroup::muscles, true, 2,
       "the same moment per kilogram of body mass", "as above", "tibial_bending_moment_peak_nm / mass_kg",
       "METHODS (loads)", Shown::all, Confidence::direction},
      {"muscle_reserve_peak_nm", "moment without a muscle", "Nm", MetricGroup::muscles, true, 1,
       "joint moment that the muscles of this model cannot supply: its own error", "",
       "largest reserve of any coordinate over stance; mostly hip rotation, which is left over cheaply because its "
       "moment is "
       "known poorly; a note says where another joint lacks force",
       row_source::muscles},
  };
}

}  // namespace stridelab
