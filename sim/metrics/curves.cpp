#include "metrics/curves.h"

namespace stridelab {

const std::vector<CurveRow>& curve_table() {
  using enum Channel;
  constexpr double deg = deg_per_rad;
  static const std::vector<CurveRow> table = {
      {"knee_flexion_deg", knee_flexion_rad, deg, false, false},
      {"hip_flexion_deg", hip_flexion_rad, deg, false, false},
      {"hip_adduction_deg", hip_adduction_rad, deg, false, false},
      {"ankle_dorsiflexion_deg", ankle_dorsiflexion_rad, deg, false, false},
      {"pelvic_list_deg", pelvic_list_rad, deg, false, false},
      {"knee_valgus_fppa_deg", fppa_rad, deg, false, false},
      {"vgrf_bw", vertical_force_n, 1.0, true, false},
      {"apgrf_bw", fore_aft_force_n, 1.0, true, false},
      {"knee_extension_moment_nm_kg", knee_extension_nm, 1.0, false, true},
      {"hip_abduction_moment_nm_kg", hip_abduction_nm, 1.0, false, true},
      {"hip_extension_moment_nm_kg", hip_extension_nm, 1.0, false, true},
      {"ankle_plantarflexion_moment_nm_kg", ankle_plantarflexion_nm, 1.0, false, true},
      {"knee_abduction_moment_nm_kg", knee_abduction_nm, 1.0, false, true},
      {"quadriceps_force_bw", quadriceps_force_n, 1.0, true, false},
      {"pfj_force_bw", pfj_force_n, 1.0, true, false},
      {"pfj_stress_mpa", pfj_stress_mpa, 1.0, false, false},
      {"achilles_force_bw", achilles_force_n, 1.0, true, false},
      {"itb_strain_percent", itb_strain, 100.0, false, false},
      {"pfj_force_static_opt_bw", pfj_static_opt_force_n, 1.0, true, false},
      {"pfj_lateral_stress_mpa", pfj_lateral_stress_mpa, 1.0, false, false},
      {"quadriceps_static_opt_force_bw", quadriceps_static_opt_force_n, 1.0, true, false},
      {"gastrocnemius_force_bw", gastrocnemius_force_n, 1.0, true, false},
      {"soleus_force_bw", soleus_force_n, 1.0, true, false},
      {"hamstrings_force_bw", hamstrings_force_n, 1.0, true, false},
      {"gluteus_medius_force_bw", gluteus_medius_force_n, 1.0, true, false},
      {"patellar_tendon_force_bw", patellar_tendon_force_n, 1.0, true, false},
      {"tibiofemoral_force_bw", tibiofemoral_force_n, 1.0, true, false},
      {"hip_internal_rotation_deg", hip_internal_rotation_rad, deg, false, false},
      {"knee_abduction_deg", knee_abduction_rad, deg, false, false},
      {"rearfoot_eversion_deg", rearfoot_eversion_rad, deg, false, false},
  };
  return table;
}

double curve_value(const CurveRow& row, const LegValues& values, const Body& body) {
  const double divisor = row.per_weight ? body.mass_kg * gravity_m_s2 : row.per_mass ? body.mass_kg : 1.0;
  return values[row.channel] * row.scale / divisor;
}

const std::vector<std::string>& curve_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const char* suffix : {"", "_left"})
      for (const CurveRow& row : curve_table()) all.push_back(std::string(row.name) + suffix);
    return all;
  }();
  return names;
}

std::vector<Curve> curves_of(const std::array<std::vector<LegValues>, 2>& cycle, const Body& body, double count) {
  std::vector<Curve> curves;
  curves.reserve(curve_names().size());
  for (const std::vector<LegValues>& leg : cycle) {
    for (const CurveRow& row : curve_table()) {
      Curve& curve = curves.emplace_back(Curve{curve_names()[curves.size()], {}});
      for (const LegValues& values : leg) curve.values.push_back(curve_value(row, values, body) / count);
    }
  }
  return curves;
}

std::vector<Curve> compute_curves(const StrideSource& source, const LoadModels& models, const StrideRecord& record) {
  const LegRecord& right = record.of(Side::right);
  const LegRecord& left = record.of(Side::left);
  constexpr std::size_t percents = curve_samples - 1;
  std::array<std::vector<LegValues>, 2> cycle;
  for (std::size_t i = 0; i < percents; ++i)
    cycle[0].push_back(sample_leg(source, models, right, right.contact_phase + static_cast<double>(i) / 100.0));
  for (std::size_t i = 0; i < percents; ++i) {
    // The left leg of a symmetric stride does half a stride later what the right one does.
    const double left_phase = right.contact_phase + static_cast<double>(i) / 100.0 - left.touch_down_phase;
    cycle[1].push_back(source.symmetric ? cycle[0][(i + percents / 2) % percents]
                                        : sample_leg(source, models, left, left_phase));
  }
  // The last sample is the first again, to the bit.
  for (std::vector<LegValues>& leg : cycle) leg.push_back(leg.front());
  return curves_of(cycle, record.body);
}

}  // namespace stridelab
