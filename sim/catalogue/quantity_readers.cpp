#include "catalogue/quantity_readers.h"

#include <cmath>

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

std::optional<std::string> tibial_bending_withheld(const LoadModels& models, const Form& form) {
  return tibial_bending_limit(models.tibia, form);
}

}  // namespace stridelab
