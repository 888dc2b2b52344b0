#include "gait/abductors.h"

#include <cmath>

#include "core/frames.h"

namespace stridelab {
namespace {

constexpr double demand_nm_kg = 1.75;
constexpr double margin = 1.15;
constexpr double passive_nm_kg = 0.03;
constexpr double growth_deg = 6.0;

}  // namespace

double abductor_capacity_nm(const Body& body, double strength) {
  return strength * margin * demand_nm_kg * body.mass_kg * body.height_m / 1.75;
}

double passive_abduction_nm(double mass_kg, double adduction_rad) {
  return passive_nm_kg * mass_kg * (std::exp(adduction_rad * deg_per_rad / growth_deg) - 1.0);
}

double passive_abduction_stiffness_nm_rad(double mass_kg, double adduction_rad) {
  return (passive_abduction_nm(mass_kg, adduction_rad) + passive_nm_kg * mass_kg) * deg_per_rad / growth_deg;
}

}  // namespace stridelab
