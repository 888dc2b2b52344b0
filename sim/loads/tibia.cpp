#include "loads/tibia.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/frames.h"

namespace stridelab {

double tibiofemoral_force_n(const TibiaModel& model, const LegSample& leg, double knee_flexion_rad,
                            const KneePulls& pulls) {
  const Vec3 up_the_shank = (leg.knee_m - leg.ankle_m).normalized();
  const double flexion_deg = knee_flexion_rad * deg_per_rad;
  const double tendon_tilt_rad =
      (model.tendon_tilt_straight_deg - model.tendon_tilt_per_deg * flexion_deg) * rad_per_deg;
  const double hamstrings_tilt_rad = model.hamstrings_tilt_per_deg * flexion_deg * rad_per_deg;
  const double muscles_n = pulls.patellar_tendon_n * std::cos(tendon_tilt_rad) +
                           pulls.hamstrings_n * std::cos(hamstrings_tilt_rad) +
                           pulls.gastrocnemius_n * model.gastrocnemius_share + pulls.along_shank_n;
  return std::max(muscles_n - leg.knee_force_n.dot(up_the_shank), 0.0);
}

double medial_contact_force_n(const TibiaModel& model, const Body& body, double tibiofemoral_force_n,
                              double knee_abduction_nm) {
  const double distance_m = model.condyle_distance_m * body.height_m / model.reference_height_m;
  return std::clamp(0.5 * tibiofemoral_force_n + knee_abduction_nm / distance_m, 0.0, tibiofemoral_force_n);
}

double tibial_bending_nm(const TibiaModel& model, const Body& body, const LegSample& leg, double soleus_n,
                         double gastrocnemius_n) {
  const double size = body.height_m / model.reference_height_m;
  const double backward_n = -leg.grf_n.dot(leg.tibia.col(0));
  return size *
         (model.section_above_ankle_m * backward_n - (model.soleus_behind_m - model.centroid_ahead_m) * soleus_n -
          (model.gastrocnemius_behind_m - model.centroid_ahead_m) * gastrocnemius_n);
}

std::optional<std::string> tibial_bending_limit(const TibiaModel& model, const Form& form) {
  if (std::abs(form.slope_rad) <= model.slope_limit_rad) return std::nullopt;
  return fmt::format(
      "bending of the tibia is not shown on slopes beyond {:.0f} deg: runners bend it less downhill and "
      "more uphill, this model the other way round, because its shank leans too far forward downhill",
      model.slope_limit_rad * deg_per_rad);
}

}  // namespace stridelab
