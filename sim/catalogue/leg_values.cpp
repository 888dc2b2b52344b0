#include "catalogue/leg_values.h"

namespace stridelab {

double divisor(Normalisation per, const Body& body) {
  switch (per) {
    case Normalisation::body_weight:
      return body.mass_kg * gravity_m_s2;
    case Normalisation::body_mass:
      return body.mass_kg;
    case Normalisation::none:
      break;
  }
  return 1.0;
}

LegValues leg_values(const StrideSample& sample, Side side, const Body& body, const Form& form,
                     const LoadModels& models) {
  const LegInstant at{sample,
                      sample.leg[static_cast<std::size_t>(index(side))],
                      side,
                      body,
                      form,
                      models,
                      joint_moments(sample, side),
                      leg_loads(sample, side, body, form, models)};
  LegValues out;
  for (std::size_t i = 0; i < n_quantities; ++i) out.value[i] = quantity_table[i].read(at);
  return out;
}

}  // namespace stridelab
