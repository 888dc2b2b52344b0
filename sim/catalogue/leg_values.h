#pragma once

#include <array>

#include "catalogue/quantity_table.h"

namespace stridelab {

/// The quantities of one leg at one instant, in SI units.
struct LegValues {
  std::array<double, n_quantities> value{};
  double operator[](QuantityIndex q) const { return value[static_cast<std::size_t>(q.row)]; }
  double& operator[](QuantityIndex q) { return value[static_cast<std::size_t>(q.row)]; }
};

/// What a value is divided by: body weight in N, body mass in kg, or 1.
double divisor(Normalisation per, const Body& body);

/// All quantities of one leg; muscles are shared out once (loads/leg_loads.h).
/// errors  none (pure function)
LegValues leg_values(const StrideSample& sample, Side side, const Body& body, const Form& form,
                     const LoadModels& models);

}  // namespace stridelab
