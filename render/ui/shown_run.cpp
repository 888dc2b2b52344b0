#include "render/ui/shown_run.h"

#include "study/run_conditions.h"

namespace stridelab::view {

const Curve* ShownRun::curve(std::string_view name) const {
  for (const Curve& curve : curves)
    if (curve.name == name) return &curve;
  return nullptr;
}

double ShownRun::percent_of_phase(double phase) const { return 100.0 * wrapped_phase(phase - events.contact); }

double ShownRun::phase_of_percent(double percent) const { return wrapped_phase(events.contact + percent / 100.0); }

std::shared_ptr<const ShownRun> shown_run(Question question, std::shared_ptr<const SolvedRun> solved,
                                          std::shared_ptr<const TracedStride> traced, const LoadModels& models,
                                          const RegionMap& map, bool preview) {
  auto shown = std::make_shared<ShownRun>();
  shown->question = std::move(question);
  shown->curves = compute_curves(solved->plan.source, models, solved->record);
  shown->regions = region_loads(map, solved->metrics, run_conditions(shown->question.inputs, false));
  shown->events = stride_events(solved->record);
  shown->preview = preview;
  shown->run = std::move(solved);
  shown->traced = std::move(traced);
  return shown;
}

}  // namespace stridelab::view
