// Apart from the other engines, so that a program without Bullet can be linked: it puts another one here.
#include "study/engines.h"

namespace stridelab {

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
