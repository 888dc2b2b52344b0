#include "ground/contact_materials.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace stridelab {
namespace {

double series_stiffness(std::initializer_list<ContactLayer> layers) {
  double compliance_m_n = 0.0;
  for (const ContactLayer& layer : layers) compliance_m_n += 1.0 / layer.stiffness_n_m;
  return 1.0 / compliance_m_n;
}

/// At one force a layer takes up the share k / k_i of the energy.
double series_energy_return(std::initializer_list<ContactLayer> layers) {
  const double k = series_stiffness(layers);
  double returned = 0.0;
  for (const ContactLayer& layer : layers) returned += k / layer.stiffness_n_m * layer.energy_return;
  return std::min(returned, 1.0);
}

}  // namespace

Shoe worn(const Shoe& shoe, double distance_km) {
  Shoe old = shoe;
  for (ContactLayer& layer : old.midsole) layer = worn(layer, shoe.wear, distance_km);
  return old;
}

// A mass m that lands with speed v on f = k d (1 + c dd/dt) and leaves with e v: separating variables in
// m u du = -k d (1 + c u) dd gives, for the way down and the way up, the same integral of k d dd. With y = c v that is
//   y - ln(1 + y) = -e y - ln(1 - e y),
// in which neither m nor k appears. One root y between 0 and 1/e.
double damping_for_energy_return(double energy_return, double speed_m_s) {
  const double e = std::sqrt(energy_return);
  if (e >= 1.0) return 0.0;
  double lo = 0.0, hi = 1.0 / e;
  for (int i = 0; i < 60; ++i) {  // 60 halvings: to the last bit
    const double y = 0.5 * (lo + hi);
    const bool returns_more = y - std::log1p(y) + e * y + std::log1p(-e * y) > 0.0;
    (returns_more ? lo : hi) = y;
  }
  return lo / speed_m_s;
}

ContactModel contact_model(const Shoe& shoe, const Surface& surface, double body_mass_kg) {
  ContactModel model;
  for (std::size_t i = 0; i < shoe.midsole.size(); ++i) {
    ContactLayer tissue = shoe.tissue[i];
    tissue.stiffness_n_m *= body_mass_kg / shoe.tissue_mass_kg;
    const auto layers = {tissue, shoe.midsole[i], surface.ground};
    model.stiffness_n_m[i] = series_stiffness(layers);
    model.damping_s_m[i] = damping_for_energy_return(series_energy_return(layers), damping_speed_m_s);
  }
  model.friction = surface.friction * shoe.grip;
  return model;
}

}  // namespace stridelab
