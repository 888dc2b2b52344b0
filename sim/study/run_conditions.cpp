#include "study/run_conditions.h"

#include <cmath>

namespace stridelab {

RunConditions run_conditions(const RunInputs& inputs, bool is_forward) {
  return {is_forward, inputs.body.sex, inputs.form.speed_m_s, 100.0 * std::tan(inputs.form.slope_rad)};
}

}  // namespace stridelab
