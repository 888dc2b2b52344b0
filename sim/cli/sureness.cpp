#include "cli/sureness.h"

#include "sweep/pool.h"
#include "uncertainty/draws.h"

namespace stridelab {
tl::expected<SureRequest, Diagnostics> sure_request(int draws, int jobs) {
  SureRequest request{draws, jobs, {}};
  if (draws == 0) return request;
  return read_uncertain_inputs().map([&](std::vector<UncertainInput> inputs) {
    request.inputs = std::move(inputs);
    return std::move(request);
  });
}

std::optional<HowSure> sureness(const EngineRun& a, const EngineRun* b, const LoadModels& models,
                                const SureRequest& request) {
  if (request.draws == 0 || !a.stride || (b != nullptr && !b->stride)) return std::nullopt;
  const bool method_held = asks_for_method(a) || (b != nullptr && asks_for_method(*b));
  const int jobs = request.jobs > 0 ? request.jobs : all_jobs();
  return how_sure(a, b, models, request.inputs, {request.draws, jobs, method_held});
}

void add_sureness(RunReport& report, const LoadModels& models, const SureRequest& request) {
  report.sure = report.has_change() ? sureness(report.base, &report, models, request)
                                    : sureness(report, nullptr, models, request);
  if (request.draws > 0 && !report.sure && report.is_answered())
    report.notes.emplace_back("no draws of how sure it is: they are of strides, not of forward runs");
}

}  // namespace stridelab
