#include "cli/sureness.h"

#include "sweep/pool.h"
#include "uncertainty/draws.h"

namespace stridelab {
namespace {

nlohmann::ordered_json value_json(const SureValue& value) {
  const auto& [low_90, low_50, high_50, high_90] = value.interval;
  nlohmann::ordered_json out{{"interval_90", {low_90, high_90}}, {"interval_50", {low_50, high_50}}};
  for (const Contributor& one : value.largest) out["largest"].push_back({{"what", one.label}, {"swing", one.swing}});
  return out;
}

}  // namespace

std::optional<HowSure> sureness(const EngineRun& a, const EngineRun* b, const LoadModels& models, int draws,
                                const Console& console) {
  if (draws == 0 || !a.stride || (b != nullptr && !b->stride)) return std::nullopt;
  const auto inputs = read_uncertain_inputs();
  if (!inputs) {
    console.err << to_text(inputs.error());
    return std::nullopt;
  }
  DrawSettings settings{draws, all_jobs(), asks_for_method(a) || (b != nullptr && asks_for_method(*b))};
  return how_sure(a, b, models, *inputs, settings);
}

nlohmann::ordered_json sureness_json(const HowSure& sure) {
  nlohmann::ordered_json out{{"draws", sure.draws}, {"without_stride", sure.without_stride}};
  const auto add = [&](const char* name, const std::vector<SureValue>& values) {
    for (const SureValue& value : values) out["metrics"][value.metric][name] = value_json(value);
  };
  add("a", sure.a);
  add("b", sure.b);
  add("change", sure.change);
  add("change_percent", sure.change_percent);
  return out;
}

}  // namespace stridelab
