#pragma once

namespace stridelab {

/// One of the things that give way between bone and ground: fat pad, midsole, surface.
struct ContactLayer {
  double stiffness_n_m;  ///< under one region of the sole; infinite = does not give
  double energy_return;  ///< share of the energy taken up that comes back, 0 .. 1
  bool operator==(const ContactLayer&) const = default;
};

/// How foam ages with distance: fast at first, then hardly any more. Losses of what a new midsole has, 0 .. 1.
struct MidsoleWear {
  double absorption_lost_at_most = 0.0;  ///< of the energy it takes up at one force, after any distance
  double return_lost_at_most = 0.0;      ///< of the share of that energy that it gives back
  double distance_km = 1.0;              ///< in which the part e of what it can lose is left to lose; > 0
  bool operator==(const MidsoleWear&) const = default;
};

/// A layer of foam after a distance d:
///
///   loss(d)  = lost at most x (1 - exp(-d / distance_km))
///   k(d)     = k / (1 - loss of absorption): at one force a spring takes up F^2 / (2 k)
///   r(d)     = r x (1 - loss of return)
///
/// distance_km  >= 0; at 0 the layer is returned bit for bit
/// errors       none (pure function)
/// source       Cook, Kester & Brunet 1985, Am J Sports Med 13:248 (size and course; models/ground/midsole_wear.toml)
ContactLayer worn(const ContactLayer& layer, const MidsoleWear& wear, double distance_km);

}  // namespace stridelab
