#include "metrics/metric_rows.h"

namespace stridelab {

using enum MetricGroup;
using namespace row_source;

std::vector<MetricRow> ground_rows() {
  return {
      {"vgrf_peak_bw", "peak vertical force", "BW", ground, true, 2, "largest push of the ground, normal to it",
       "upward positive",
       "maximum over stance of the planned force, without the landing transient; in a forward run of "
       "the ground's own force, 50 Hz zero-lag",
       "Newton-Euler; METHODS (gait)", Shown::first},
      {"impact_peak_bw", "impact peak", "BW", ground, true, 2, "first peak of the ground's push, just after landing",
       "upward positive",
       "first local maximum before 25 % of stance, landing transient included (a forward run has its own), 50 Hz "
       "zero-lag; missing if there is none",
       impact},
      {"loading_rate_bw_s", "loading rate", "BW/s", ground, true, 1, "how fast the ground's push rises after landing",
       "rising positive",
       "mean slope from 20 to 80 % of contact to impact peak (to 13 % of stance without one) of the same force", impact,
       Shown::first},
      {"braking_peak_bw", "peak braking", "BW", ground, true, 2, "largest backward push of the ground",
       "forward positive, so negative",
       "minimum over stance of the force along the surface, 50 Hz zero-lag in a forward run",
       "Newton-Euler; METHODS (gait)", Shown::first},
      {"propulsion_peak_bw", "peak propulsion", "BW", ground, true, 2, "largest forward push of the ground",
       "forward positive", "maximum over stance of the force along the surface, 50 Hz zero-lag in a forward run",
       "Newton-Euler; METHODS (gait)"},
      {"leg_stiffness_kn_m", "leg stiffness", "kN/m", ground, true, 1, "stiffness of the leg as a spring", "",
       "sine-wave spring-mass model from contact and flight time, leg length 0.53 x height",
       "Morin 2005, J Appl Biomech 21:167"},
      {"ground_work_j", "work of the ground", "J", ground, false, 1,
       "net work of the ground on both soles over one stride; a real one can only take",
       "gives energy to the runner positive",
       "force x velocity over the ground of the part of the foot it acts on, both feet, one stride",
       "Winter 2009 ch. 6; METHODS (54)"},
  };
}

}  // namespace stridelab
