#include "cli/sweep_command.h"
#include "sweep/scenario_model.h"
#include "sweep/test_function.h"

namespace stridelab {

std::shared_ptr<const RowModel> row_model(const RowBaseOptions& options, const Console& console,
                                          const Engines& engines) {
  if (!options.test_function.empty()) {
    auto known = test_function(options.test_function);
    if (!known)
      console.err << "error: there is no test function '" << options.test_function << "'; there is ishigami\n";
    return known;
  }
  Diagnostics faults;
  OpenScenario base = options.base.empty() ? OpenScenario::of(std::vector<ScenarioFile>(1))
                                           : OpenScenario::read(options.base, shipped_metrics(), faults);
  if (!faults.empty()) {
    console.err << to_text(faults);
    return nullptr;
  }
  std::vector<std::string> fixed = options.overrides;
  if (!options.engine.empty()) fixed.push_back("engine=" + options.engine);
  const auto model = scenario_model(std::move(base), fixed, engines);
  if (!model) console.err << to_text(model.error());
  return model ? *model : nullptr;
}

}  // namespace stridelab
