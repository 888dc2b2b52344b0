#include "catalogue/quantity_readers.h"

#include <algorithm>
#include <cmath>

#include "loads/patellofemoral.h"
#include "loads/quadriceps.h"
#include "loads/tibia.h"

namespace stridelab {

double shank_angle_rad(const LegInstant& at) {
  return std::atan2(at.leg.ankle_m.x() - at.leg.knee_m.x(), at.leg.knee_m.y() - at.leg.ankle_m.y());
}

double tibial_internal_rotation_rad(const LegInstant& at) {
  const Vec3 foot = at.leg.tibia.transpose() * at.leg.foot.col(0);
  return std::atan2(at.side == Side::right ? foot.z() : -foot.z(), foot.x());
}

double support_moment_nm(const LegInstant& at) {
  return at.moments.hip_extension_nm + at.moments.knee_extension_nm + at.moments.ankle_plantarflexion_nm;
}

namespace {

/// Of a moment that the quadriceps supplies.
double kneecap_force_n(const LegInstant& at, double moment_nm) {
  const PatellofemoralModel& model = at.models.patellofemoral;
  const double flexion_rad = at.angle_rad(knee_angle_r);
  const double pull_n = std::max(moment_nm, 0.0) / quadriceps_lever_arm_m(model, at.body, flexion_rad);
  return pull_n * pfj_force_ratio(model, flexion_rad) * at.models.supports.effect(at.form.knee_support).force_factor;
}

}  // namespace

double net_kneecap_force_n(const LegInstant& at) { return kneecap_force_n(at, at.moments.knee_extension_nm); }

double co_contracted_kneecap_force_n(const LegInstant& at) {
  return kneecap_force_n(at, quadriceps_moment_nm(at.models.patellofemoral.co_contraction_at_most, at.moments));
}

std::optional<std::string> tibial_bending_withheld(const LoadModels& models, const Form& form) {
  return tibial_bending_limit(models.tibia, form);
}

}  // namespace stridelab
