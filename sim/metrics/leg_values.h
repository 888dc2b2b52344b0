#pragma once

#include <array>

#include "loads/impact.h"
#include "loads/load_models.h"
#include "loads/side.h"
#include "metrics/stride_source.h"

namespace stridelab {

/// The quantities of one leg that peaks, integrals and curves are made of. SI units and radians, stress in MPa;
/// signs as in the metric table, alike on both legs.
enum class Channel : int {
  vertical_force_n,  ///< normal to the surface; the plan's, without the landing transient
  fore_aft_force_n,  ///< along the surface, forward positive
  knee_flexion_rad,
  hip_flexion_rad,
  hip_adduction_rad,
  hip_internal_rotation_rad,
  ankle_dorsiflexion_rad,
  rearfoot_eversion_rad,
  pelvic_list_rad,  ///< drop of the other side negative
  fppa_rad,
  trunk_lean_lateral_rad,
  knee_extension_nm,
  knee_abduction_nm,
  hip_abduction_nm,
  hip_extension_nm,
  ankle_plantarflexion_nm,
  knee_power_w,
  quadriceps_force_n,
  pfj_force_n,
  pfj_stress_mpa,
  pfj_contact_area_mm2,
  shank_angle_rad,      ///< ankle ahead of knee positive, to the normal of the surface
  foot_ahead_of_com_m,  ///< ankle centre ahead of the centre of mass, along the surface
  // From here on as in LegLoads, where units and signs are explained.
  pfj_net_force_n,  ///< kneecap force of the net knee moment alone, without any co-contraction
  pfj_static_opt_force_n,
  pfj_lateral_force_n,
  pfj_lateral_stress_mpa,
  pfj_medial_stress_mpa,
  contact_band,
  knee_abduction_rad,
  patellar_tendon_force_n,
  quadriceps_tendon_force_n,
  quadriceps_static_opt_force_n,
  gastrocnemius_force_n,
  soleus_force_n,
  achilles_force_n,
  hamstrings_force_n,
  popliteal_force_n,  ///< gastrocnemius and hamstrings, which pass behind the knee
  gluteus_medius_force_n,
  gluteus_medius_activation,
  gluteus_medius_use,
  muscle_reserve_nm,
  muscle_shortfall_nm,   ///< muscle_reserve_nm without hip rotation
  muscles_extrapolated,  ///< 1 where a joint is beyond the postures muscle lengths were fitted to, else 0
  sharing_failed,        ///< 1 where the sharing among muscles did not converge, else 0
  itb_strain,
  itb_strain_rate_s,
  tibiofemoral_force_n,
  medial_contact_force_n,
  tibial_bending_moment_nm,
  support_moment_nm,  ///< extension of hip and knee and plantarflexion together
};
inline constexpr int n_channels = static_cast<int>(Channel::support_moment_nm) + 1;

/// One leg at one instant.
struct LegValues {
  std::array<double, n_channels> value{};
  double operator[](Channel channel) const { return value[static_cast<std::size_t>(channel)]; }
  double& operator[](Channel channel) { return value[static_cast<std::size_t>(channel)]; }
};

/// All channels of one leg; muscles are shared out once (loads/leg_loads.h).
/// errors  none (pure function)
LegValues leg_values(const StrideSample& sample, Side side, const Body& body, const Form& form,
                     const LoadModels& models);

}  // namespace stridelab
