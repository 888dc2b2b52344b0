#include "loads/neighbour_models.h"

#include "model_files/model_file.h"

namespace stridelab {
namespace {

PassiveTissueModel::Exponential read_exponential(ModelSection in) {
  constexpr ModelRange per_deg{-0.3, 0.3, "1/deg"};
  return {in.number("constant", {0.1, 6.0, "(Nm, its logarithm)"}), in.number("plantarflexion_per_deg", per_deg),
          in.number("knee_per_deg", per_deg), in.number("hip_per_deg", per_deg)};
}

PassiveTissueModel::Range read_range(ModelSection& in, const char* key) {
  const auto ends = in.band(key, {-60.0, 160.0, "deg"});
  return {ends[0], ends[1]};
}

}  // namespace

PassiveTissueModel read_passive_tissue(ModelSection in) {
  PassiveTissueModel m{};
  ModelSection knee = in.table("knee"), range = in.table("range"), size = in.table("size");
  m.ankle = read_exponential(in.table("ankle"));
  m.knee = read_exponential(knee);
  m.hip = read_exponential(in.table("hip"));
  m.calf_share_of_knee = knee.number("calf_share", any_share);
  m.plantarflexion = read_range(range, "plantarflexion_deg");
  m.knee_flexion = read_range(range, "knee_flexion_deg");
  m.hip_flexion = read_range(range, "hip_flexion_deg");
  m.reference_mass_kg = size.number("mass_kg", body_mass_kg);
  m.reference_height_m = size.number("height_m", body_height_m);
  return m;
}

IliotibialModel read_iliotibial(ModelSection in) {
  constexpr ModelRange forward{-0.1, 0.1, "m"}, down{-0.7, -0.2, "m"}, outside{0.01, 0.2, "m"};
  return {in.point("crest_m", {{forward, {0.02, 0.3, "m"}, outside}}),
          in.point("trochanter_m", {{forward, {-0.1, 0.1, "m"}, outside}}),
          in.point("epicondyle_m", {{forward, down, outside}}),
          in.point("knee_m", {{forward, down, {-0.02, 0.02, "m"}}}),
          in.point("gerdy_m", {{forward, {-0.15, 0.0, "m"}, outside}})};
}

TibiaModel read_tibia(ModelSection in) {
  constexpr ModelRange tilt_per_deg{0.0, 2.0, "deg/deg"}, aside{0.0, 0.08, "m"};
  TibiaModel m{};
  ModelSection contact = in.table("contact"), bending = in.table("bending");
  m.reference_height_m = in.number("reference_height_m", body_height_m);
  m.tendon_tilt_straight_deg = contact.number("patellar_tendon_tilt_deg", {0.0, 45.0, "deg"});
  m.tendon_tilt_per_deg = contact.number("patellar_tendon_tilt_per_deg", tilt_per_deg);
  m.hamstrings_tilt_per_deg = contact.number("hamstrings_tilt_per_deg", tilt_per_deg);
  m.gastrocnemius_share = contact.number("gastrocnemius_share", {0.5, 1.0, ""});
  m.condyle_distance_m = contact.number("condyle_distance_m", {0.01, 0.12, "m"});
  m.section_above_ankle_m = bending.number("section_above_ankle_m", {0.02, 0.4, "m"});
  m.soleus_behind_m = bending.number("soleus_behind_m", aside);
  m.gastrocnemius_behind_m = bending.number("gastrocnemius_behind_m", aside);
  m.centroid_ahead_m = bending.number("centroid_ahead_m", aside);
  m.slope_limit_rad = bending.angle_rad("slope_limit_deg", {0.01, 45.0, "deg"});
  return m;
}

}  // namespace stridelab
