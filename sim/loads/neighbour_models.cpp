#include "loads/neighbour_models.h"

#include "loads/number_reader.h"

namespace stridelab {
namespace {

PassiveTissueModel::Exponential read_exponential(NumberReader& in, const std::string& table) {
  return {in.number(table + ".constant"), in.number(table + ".plantarflexion_per_deg"),
          in.number(table + ".knee_per_deg"), in.number(table + ".hip_per_deg")};
}

PassiveTissueModel::Range read_range(NumberReader& in, const std::string& name) {
  const auto ends = in.numbers<2>("range." + name + "_deg");
  return {ends[0], ends[1]};
}

}  // namespace

PassiveTissueModel read_passive_tissue(NumberReader in) {
  PassiveTissueModel m{};
  m.ankle = read_exponential(in, "ankle");
  m.knee = read_exponential(in, "knee");
  m.hip = read_exponential(in, "hip");
  m.calf_share_of_knee = in.number("knee.calf_share");
  m.plantarflexion = read_range(in, "plantarflexion");
  m.knee_flexion = read_range(in, "knee_flexion");
  m.hip_flexion = read_range(in, "hip_flexion");
  m.reference_mass_kg = in.number("size.mass_kg");
  m.reference_height_m = in.number("size.height_m");
  return m;
}

IliotibialModel read_iliotibial(NumberReader in) {
  return {in.point("crest_m"), in.point("trochanter_m"), in.point("epicondyle_m"), in.point("knee_m"),
          in.point("gerdy_m")};
}

TibiaModel read_tibia(NumberReader in) {
  TibiaModel m{};
  m.reference_height_m = in.number("reference_height_m");
  m.tendon_tilt_straight_deg = in.number("contact.patellar_tendon_tilt_deg");
  m.tendon_tilt_per_deg = in.number("contact.patellar_tendon_tilt_per_deg");
  m.hamstrings_tilt_per_deg = in.number("contact.hamstrings_tilt_per_deg");
  m.gastrocnemius_share = in.number("contact.gastrocnemius_share");
  m.condyle_distance_m = in.number("contact.condyle_distance_m");
  m.section_above_ankle_m = in.number("bending.section_above_ankle_m");
  m.soleus_behind_m = in.number("bending.soleus_behind_m");
  m.gastrocnemius_behind_m = in.number("bending.gastrocnemius_behind_m");
  m.centroid_ahead_m = in.number("bending.centroid_ahead_m");
  m.slope_limit_rad = in.angle_rad("bending.slope_limit_deg");
  return m;
}

}  // namespace stridelab
