#include "metrics/metric_rows.h"

namespace stridelab {

using enum MetricGroup;
using namespace row_source;

std::vector<MetricRow> joints_rows() {
  return {
      {"knee_extension_moment_peak_nm_kg", "knee extension", "Nm/kg", joint_moments, true, 2,
       "largest effort that straightens the knee", "internal, extension positive",
       "maximum over stance of the internal moment / mass", inverse_dynamics, Shown::first},
      {"knee_abduction_moment_peak_nm_kg", "knee abduction", "Nm/kg", joint_moments, true, 2,
       "largest effort that keeps the knee from bowing outward", "internal, abduction (valgus) positive",
       "maximum over stance of the internal moment about the shank's forward axis / mass", inverse_dynamics},
      {"hip_abduction_moment_peak_nm_kg", "hip abduction", "Nm/kg", joint_moments, true, 2,
       "largest effort of the side of the hip", "internal, abduction positive",
       "maximum over stance of the internal moment / mass", inverse_dynamics, Shown::first},
      {"hip_extension_moment_peak_nm_kg", "hip extension", "Nm/kg", joint_moments, true, 2,
       "largest effort of the buttock and hamstrings", "internal, extension positive",
       "maximum over stance of the internal moment / mass", inverse_dynamics, Shown::first},
      {"ankle_plantarflexion_moment_peak_nm_kg", "ankle plantarflexion", "Nm/kg", joint_moments, true, 2,
       "largest effort of the calf", "internal, plantarflexion positive",
       "maximum over stance of the internal moment / mass", inverse_dynamics, Shown::first},
      {"knee_energy_absorbed_j_kg", "energy the knee absorbs", "J/kg", joint_moments, true, 3,
       "energy the knee takes up while it bends under load", "absorbed positive",
       "integral of the negative knee power over stance / mass", inverse_dynamics},
  };
}

}  // namespace stridelab
