#include "study/engines.h"

namespace stridelab {

StrideSolver stride_engine() {
  return [](const RunInputs& inputs) {
    return synthesise(inputs.body, inputs.form, inputs.left).map([](const Stride& s) { return PlannedStride(s); });
  };
}

PreviewSolver preview_engine() {
  return [](const Stride& neighbour, const RunInputs& inputs) {
    return synthesise_from(neighbour, inputs.body, inputs.form, inputs.left).map([](const Stride& s) {
      return PlannedStride(s);
    });
  };
}

}  // namespace stridelab
