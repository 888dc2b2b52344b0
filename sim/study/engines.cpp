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

ForwardRunner forward_engine() {
  return [](const ForwardJob& job) -> tl::expected<ForwardResult, NoRun> {
    ForwardRequest request = job.request;
    request.simulation.contact = job.inputs.contact;
    auto result = run_forward(*job.plan.stride, job.loads, request);
    if (!result) return tl::unexpected(NoRun{result.error().text, result.error().quality});
    return *std::move(result);
  };
}

}  // namespace stridelab
