#pragma once

namespace stridelab {

/// What shoe and surface change for the leg, against the usual shoe (everyday trainer, new) on asphalt. Zero = usual.
/// Runners keep the motion of the whole, leg and ground: what the ground gives more, the leg gives less.
///
/// source  Kerdok 2002, J Appl Physiol 92:469 (leg stiffness + 29 % on a 12.5 times softer surface, support unchanged)
struct Footing {
  double midfoot_compliance_change_m_n = 0.0;  ///< of the surface under the loaded midfoot (ball and heel share)
  double heel_compliance_change_m_n = 0.0;     ///< of shoe and surface under the heel, for the landing
  double landing_mass_change = 0.0;            ///< share of the usual: the habit of the shoe, 0.1 = 10 % more
  double drop_change_m = 0.0;                  ///< heel above forefoot; positive lifts the heel
  bool operator==(const Footing&) const = default;
};

}  // namespace stridelab
