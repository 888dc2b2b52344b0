#include "metrics/metric_rows.h"

namespace stridelab {

using enum MetricGroup;
using namespace row_source;

namespace {
// Before a tenth of contact the leg that just landed is still being stopped: that is hip_retraction_moment_peak_nm_kg.
constexpr std::string_view loaded = "maximum from 10 % of contact to toe-off of the internal moment / mass";
constexpr std::string_view energy = "Winter 2009 ch. 6; METHODS (54)";
}  // namespace

std::vector<MetricRow> joints_rows() {
  return {
      {"knee_extension_moment_peak_nm_kg", "knee extension", "Nm/kg", joint_moments, true, 2,
       "largest effort that straightens the knee", "internal, extension positive", loaded, inverse_dynamics,
       Shown::first},
      {"knee_abduction_moment_peak_nm_kg", "knee abduction", "Nm/kg", joint_moments, true, 2,
       "largest effort that keeps the knee from bowing outward", "internal, abduction (valgus) positive",
       "maximum from 10 % of contact to toe-off of the internal moment about the shank's forward axis / mass",
       inverse_dynamics},
      {"hip_abduction_moment_peak_nm_kg", "hip abduction", "Nm/kg", joint_moments, true, 2,
       "largest effort of the side of the hip", "internal, abduction positive", loaded, inverse_dynamics, Shown::first},
      {"hip_extension_moment_peak_nm_kg", "hip extension", "Nm/kg", joint_moments, true, 2,
       "largest effort of the buttock and hamstrings", "internal, extension positive", loaded, inverse_dynamics,
       Shown::first},
      {"hip_retraction_moment_peak_nm_kg", "hip extension, pulling back", "Nm/kg", joint_moments, true, 2,
       "largest effort of buttock and hamstrings that stops the leg for the landing", "internal, extension positive",
       "maximum from 90 % of swing to 10 % of contact of the hip extension moment / mass", inverse_dynamics},
      {"ankle_plantarflexion_moment_peak_nm_kg", "ankle plantarflexion", "Nm/kg", joint_moments, true, 2,
       "largest effort of the calf", "internal, plantarflexion positive", loaded, inverse_dynamics, Shown::first},
      {"support_moment_peak_nm_kg", "support moment", "Nm/kg", joint_moments, true, 2,
       "largest effort of the whole leg against collapsing", "internal, extension positive",
       "maximum from 10 % of contact to toe-off of hip extension + knee extension + ankle plantarflexion moment / mass",
       "Winter 1980, J Biomech 13:923; recursive Newton-Euler"},
      {"knee_energy_absorbed_j_kg", "energy the knee absorbs", "J/kg", joint_moments, true, 3,
       "energy the knee takes up while it bends under load", "absorbed positive",
       "integral of the negative knee power over stance / mass", inverse_dynamics},
      {"leg_work_j_kg_m", "work of the legs", "J/kg/m", joint_moments, false, 2,
       "net work of the legs' extensors and flexors for each kilogram and metre", "gives energy to the runner positive",
       "hip flexion, knee and ankle, moment x rate, both legs over one stride / mass / stride length along the slope",
       energy},
      {"joint_work_j_kg_m", "work of all joints", "J/kg/m", joint_moments, false, 2,
       "net work of all joints for each kilogram and metre", "gives energy to the runner positive",
       "the same sum over every coordinate: legs in three planes, toes, trunk, arms", energy},
  };
}

}  // namespace stridelab
