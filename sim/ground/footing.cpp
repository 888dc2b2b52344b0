#include "ground/footing.h"

namespace stridelab {
namespace {

double compliance_m_n(const Ground& ground, SoleRegion region) {
  const ContactLayer& foam = ground.shoe.midsole[static_cast<std::size_t>(region)];
  return 1.0 / foam.stiffness_n_m + 1.0 / ground.surface.ground.stiffness_n_m;
}

double midfoot_compliance_m_n(const Surface& surface) {
  return (midfoot_heel_share * midfoot_heel_share + midfoot_ball_share * midfoot_ball_share) /
         surface.ground.stiffness_n_m;
}

}  // namespace

Footing footing(const Ground& ground, const Ground& usual) {
  Footing change;
  change.midfoot_compliance_change_m_n = midfoot_compliance_m_n(ground.surface) - midfoot_compliance_m_n(usual.surface);
  change.heel_compliance_change_m_n =
      compliance_m_n(ground, SoleRegion::heel) - compliance_m_n(usual, SoleRegion::heel);
  change.landing_mass_change =
      0.01 * (ground.shoe.habit.landing_mass_change_percent - usual.shoe.habit.landing_mass_change_percent);
  change.drop_change_m = ground.shoe.drop_m - usual.shoe.drop_m;
  return change;
}

}  // namespace stridelab
