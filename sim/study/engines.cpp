#include "study/engines.h"

namespace stridelab {

StrideSolver stride_engine() {
  return [](const RunInputs& inputs) {
    return synthesise(inputs.body, inputs.form).map([](const Stride& stride) { return PlannedStride(stride); });
  };
}

PreviewSolver preview_engine() {
  return [](const Stride& neighbour, const RunInputs& inputs) {
    return synthesise_from(neighbour, inputs.body, inputs.form).map([](const Stride& s) { return PlannedStride(s); });
  };
}

}  // namespace stridelab
