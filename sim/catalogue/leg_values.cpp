#include "catalogue/leg_values.h"

namespace stridelab {

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
