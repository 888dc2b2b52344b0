#include "metrics/metric_table.h"

#include <algorithm>

#include "core/text.h"

namespace stridelab {
namespace {

using enum MetricGroup;

constexpr std::string_view van_eijden = "van Eijden 1986, J Biomech 19:219; METHODS (loads)";
constexpr std::string_view besier = "Besier 2005, J Orthop Res 23:345; METHODS (loads)";
constexpr std::string_view impact_source = "Clark, Ryan & Weyand 2017, J Exp Biol 220:247 (superposed)";
constexpr std::string_view inverse_dynamics = "recursive Newton-Euler; METHODS (dynamics)";
constexpr std::string_view kinematics = "synthesised stride; METHODS (gait)";

std::vector<MetricRow> make_table() {
  return {
      {"pfj_force_peak_bw", "peak kneecap force", "BW", kneecap, true, 2,
       "largest force pressing the kneecap against the thigh bone", "compression positive",
       "maximum over stance of k(knee flexion) x quadriceps force", van_eijden},
      {"pfj_stress_peak_mpa", "peak kneecap pressure", "MPa", kneecap, true, 2,
       "largest mean pressure behind the kneecap", "compression positive",
       "maximum over stance of force / loaded contact area", besier},
      {"pfj_force_impulse_bw_s", "kneecap force x time, per step", "BW s", kneecap, true, 3,
       "kneecap force added up over one step", "compression positive", "integral of the force over stance", van_eijden},
      {"pfj_stress_impulse_mpa_s", "kneecap pressure x time, per step", "MPa s", kneecap, true, 3,
       "kneecap pressure added up over one step", "compression positive", "integral of the stress over stance", besier},
      {"pfj_force_impulse_per_km_bw_s", "kneecap force x time, per km", "BW s/km", kneecap, true, 1,
       "kneecap force added up over a kilometre, one leg", "compression positive",
       "impulse per step x 1000 / stride_length_m", van_eijden},
      {"pfj_stress_impulse_per_km_mpa_s", "kneecap pressure x time, per km", "MPa s/km", kneecap, true, 1,
       "kneecap pressure added up over a kilometre, one leg", "compression positive",
       "impulse per step x 1000 / stride_length_m", besier},
      {"pfj_contact_area_at_peak_mm2", "contact area at the peak", "mm2", kneecap, true, 0,
       "kneecap contact area when its force peaks", "",
       "Besier's area by sex at that knee flexion, loaded, x (height / group mean)^2, x (force / reference)^p", besier},
      {"quadriceps_force_peak_bw", "peak quadriceps pull", "BW", kneecap, true, 2,
       "largest pull of the thigh's front muscles", "pull positive",
       "maximum over stance of net knee extension moment / effective lever arm", van_eijden},

      {"knee_extension_moment_peak_nm_kg", "knee extension", "Nm/kg", joint_moments, true, 2,
       "largest effort that straightens the knee", "internal, extension positive",
       "maximum over stance of the internal moment / mass", inverse_dynamics},
      {"knee_abduction_moment_peak_nm_kg", "knee abduction", "Nm/kg", joint_moments, true, 2,
       "largest effort that keeps the knee from bowing outward", "internal, abduction (valgus) positive",
       "maximum over stance of the internal moment about the shank's forward axis / mass", inverse_dynamics},
      {"hip_abduction_moment_peak_nm_kg", "hip abduction", "Nm/kg", joint_moments, true, 2,
       "largest effort of the side of the hip", "internal, abduction positive",
       "maximum over stance of the internal moment / mass", inverse_dynamics},
      {"hip_extension_moment_peak_nm_kg", "hip extension", "Nm/kg", joint_moments, true, 2,
       "largest effort of the buttock and hamstrings", "internal, extension positive",
       "maximum over stance of the internal moment / mass", inverse_dynamics},
      {"ankle_plantarflexion_moment_peak_nm_kg", "ankle plantarflexion", "Nm/kg", joint_moments, true, 2,
       "largest effort of the calf", "internal, plantarflexion positive",
       "maximum over stance of the internal moment / mass", inverse_dynamics},
      {"knee_energy_absorbed_j_kg", "energy the knee absorbs", "J/kg", joint_moments, true, 3,
       "energy the knee takes up while it bends under load", "absorbed positive",
       "integral of the negative knee power over stance / mass", inverse_dynamics},

      {"vgrf_peak_bw", "peak vertical force", "BW", ground, true, 2, "largest push of the ground, normal to it",
       "upward positive",
       "maximum over stance of the planned force, without the landing transient; in a forward run of "
       "the ground's own force, 50 Hz zero-lag",
       "Newton-Euler; METHODS (gait)"},
      {"impact_peak_bw", "impact peak", "BW", ground, true, 2, "first peak of the ground's push, just after landing",
       "upward positive",
       "first local maximum before 25 % of stance, landing transient included (a forward run has its own), 50 Hz "
       "zero-lag; missing if there is none",
       impact_source},
      {"loading_rate_bw_s", "loading rate", "BW/s", ground, true, 1, "how fast the ground's push rises after landing",
       "rising positive",
       "mean slope from 20 to 80 % of contact to impact peak (to 13 % of stance without one) of the same force",
       impact_source},
      {"braking_peak_bw", "peak braking", "BW", ground, true, 2, "largest backward push of the ground",
       "forward positive, so negative",
       "minimum over stance of the force along the surface, 50 Hz zero-lag in a forward run",
       "Newton-Euler; METHODS (gait)"},
      {"propulsion_peak_bw", "peak propulsion", "BW", ground, true, 2, "largest forward push of the ground",
       "forward positive", "maximum over stance of the force along the surface, 50 Hz zero-lag in a forward run",
       "Newton-Euler; METHODS (gait)"},
      {"leg_stiffness_kn_m", "leg stiffness", "kN/m", ground, true, 1, "stiffness of the leg as a spring", "",
       "sine-wave spring-mass model from contact and flight time, leg length 0.53 x height",
       "Morin 2005, J Appl Biomech 21:167"},

      {"knee_flexion_contact_deg", "knee flexion at contact", "deg", posture, true, 1, "knee bend at landing",
       "flexion positive", "at 50 N", kinematics},
      {"knee_flexion_peak_deg", "knee flexion, peak", "deg", posture, true, 1, "deepest knee bend on the ground",
       "flexion positive", "maximum over stance", kinematics},
      {"hip_flexion_contact_deg", "hip flexion at contact", "deg", posture, true, 1, "hip bend at landing",
       "flexion positive", "at 50 N, OpenSim's pelvis zero", kinematics},
      {"hip_adduction_peak_deg", "hip adduction, peak", "deg", posture, true, 1,
       "how far the thigh leans inward under the pelvis", "adduction positive", "maximum over stance", kinematics},
      {"hip_internal_rotation_peak_deg", "hip internal rotation, peak", "deg", posture, true, 1,
       "how far the thigh turns inward", "internal rotation positive", "maximum over stance", kinematics},
      {"pelvic_drop_peak_deg", "pelvic drop, peak", "deg", posture, true, 1,
       "how far the pelvis sinks on the swing side", "drop of the other side positive",
       "-minimum over stance of pelvic list", kinematics},
      {"knee_valgus_fppa_peak_deg", "knee valgus from the front, peak", "deg", posture, true, 1,
       "how far the knee leans inward seen from the front", "valgus (knee inward) positive",
       "maximum over stance of 180 deg - hip-knee-ankle angle of the joint centres in the frontal plane", kinematics},
      {"ankle_dorsiflexion_peak_deg", "ankle dorsiflexion, peak", "deg", posture, true, 1,
       "deepest ankle bend on the ground", "dorsiflexion positive", "maximum over stance", kinematics},
      {"rearfoot_eversion_peak_deg", "rearfoot eversion, peak", "deg", posture, true, 1,
       "how far the heel rolls inward", "eversion positive",
       "maximum over stance of the rotation about the subtalar axis", kinematics},
      {"trunk_lean_lateral_peak_deg", "trunk lean to the side, peak", "deg", posture, true, 1,
       "how far the trunk leans over the standing leg", "toward the stance side positive",
       "maximum over stance, trunk axis to the gravity vertical", kinematics},
      {"shank_angle_contact_deg", "shank angle at contact", "deg", posture, true, 1,
       "how far the shank points forward at landing", "ankle ahead of knee positive",
       "at 50 N, to the normal of the surface", kinematics},
      {"foot_ahead_of_com_m", "foot ahead of the body", "m", posture, true, 3,
       "how far ahead of the body the foot lands", "foot ahead positive",
       "ankle centre to centre of mass at 50 N, along the ground", kinematics},

      {"speed_m_s", "speed", "m/s", motion, false, 2, "running speed along the slope", "forward positive",
       "stride_length_m x cadence_spm / 120", "input"},
      {"cadence_spm", "cadence", "steps/min", motion, false, 1, "steps per minute, both feet", "", "120 / stride time",
       "input"},
      {"stride_length_m", "stride length", "m", motion, false, 3, "two steps", "", "speed x stride time", "input"},
      {"step_length_m", "step length", "m", motion, false, 3, "one step", "", "stride_length_m / 2", "input"},
      {"contact_time_ms", "contact time", "ms", motion, true, 0, "how long one foot is on the ground", "",
       "vertical force above 50 N", kinematics},
      {"flight_time_ms", "flight time", "ms", motion, true, 0, "how long no foot is on the ground, per step", "",
       "step time - contact time", kinematics},
      {"duty_factor", "duty factor", "1", motion, true, 3, "share of the stride one foot is on the ground", "",
       "contact time / stride time", kinematics},
      {"vertical_oscillation_cm", "vertical oscillation", "cm", motion, false, 1,
       "how far the centre of mass goes up and down", "", "maximum - minimum over the stride, normal to the surface",
       kinematics},

      {"residual_force_peak_percent_bw", "unexplained force", "% BW", quality, false, 2,
       "force that nobody supplies: the model's own error", "",
       "largest |m (a - g) - ground force| between two events, a by differences of the centre of mass; floor 0.06; "
       "in a forward run the force that helps to hold the runner",
       "METHODS (gait)"},
      {"residual_moment_peak_percent_bw_height", "unexplained moment", "% BW height", quality, false, 2,
       "moment that nobody supplies: the model's own error", "",
       "largest magnitude in flight, about the centre of mass; in a forward run the moment that helps to hold the "
       "runner",
       "METHODS (gait)"},
      {"solve_time_ms", "solve time", "ms", quality, false, 1, "time the computer took", "",
       "wall clock of the synthesis; the one number that differs between repeats", "clock"},
  };
}

/// Removes a leg suffix and says which leg it named.
Side take_side(std::string_view& key) {
  constexpr std::string_view left = "_left";
  constexpr std::string_view right = "_right";
  if (key.ends_with(left)) {
    key.remove_suffix(left.size());
    return Side::left;
  }
  if (key.ends_with(right)) key.remove_suffix(right.size());
  return Side::right;
}

}  // namespace

std::string_view group_heading(MetricGroup group) {
  switch (group) {
    case kneecap:
      return "Kneecap";
    case joint_moments:
      return "Joint effort (stance peaks)";
    case ground:
      return "Ground forces";
    case posture:
      return "Posture";
    case motion:
      return "Stride";
    case quality:
      return "Quality of the solution";
  }
  return "";
}

const std::vector<MetricRow>& metric_table() {
  static const std::vector<MetricRow> table = make_table();
  return table;
}

std::optional<MetricName> find_metric(std::string_view key) {
  std::string_view stem = key;
  const Side side = take_side(stem);
  const std::vector<MetricRow>& table = metric_table();
  const auto row = std::find_if(table.begin(), table.end(), [&](const MetricRow& r) { return r.key == stem; });
  if (row == table.end() || (stem != key && !row->sided)) return std::nullopt;
  return MetricName{&*row, static_cast<int>(row - table.begin()), side};
}

const std::vector<std::string_view>& metric_keys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> all;
    for (const MetricRow& row : metric_table()) all.push_back(row.key);
    return all;
  }();
  return keys;
}

std::string nearest_metric(std::string_view key) {
  std::string_view stem = key;
  take_side(stem);
  return std::string(nearest_spelling(stem, metric_keys()).value_or(""));
}

}  // namespace stridelab
