#include "study/engines.h"

#include "ground/contact_materials.h"

namespace stridelab {

StrideSolver stride_engine() {
  return [](const RunInputs& inputs) {
    return synthesise(inputs.body, inputs.form).map([](const Stride& stride) { return PlannedStride(stride); });
  };
}

ForwardRunner forward_engine() {
  return [](const ForwardJob& job) -> tl::expected<ForwardResult, NoRun> {
    ForwardRequest request = job.request;
    const auto contact =
        read_contact_model(job.inputs.shoe, job.inputs.surface, job.inputs.body.mass_kg, job.inputs.shoe_distance_km);
    if (!contact) return tl::unexpected(NoRun{to_text(contact.error()), std::nullopt, true});
    request.simulation.contact = *contact;
    auto result = run_forward(*job.plan.stride, job.loads, request);
    if (!result) return tl::unexpected(NoRun{result.error().text, result.error().quality, false});
    return *std::move(result);
  };
}

}  // namespace stridelab
