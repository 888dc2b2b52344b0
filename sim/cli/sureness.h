#pragma once

#include <optional>
#include <vector>

#include "study/how_sure.h"
#include "study/run_report.h"
#include "uncertainty/ranges.h"

namespace stridelab {

/// What `--uncertainty` of run, compare and report asks for.
struct SureRequest {
  int draws = 0;                       ///< 0: none
  int jobs = 0;                        ///< threads; 0: all cores. The answer is the same bits
  std::vector<UncertainInput> inputs;  ///< of models/uncertainty; not read where there are no draws
};

/// errors  faults of the ranges
tl::expected<SureRequest, Diagnostics> sure_request(int draws, int jobs);

/// How sure a run, or the change from A to B, is; nothing where no draws were asked for or a run is not the stride
/// engine's. A kneecap method that one of the forms asks for is kept.
///
/// b       null: of the run alone
std::optional<HowSure> sureness(const EngineRun& a, const EngineRun* b, const LoadModels& models,
                                const SureRequest& request);

/// The same of a run, against its base where it differs from one. A forward run says that it has none.
void add_sureness(RunReport& report, const LoadModels& models, const SureRequest& request);

}  // namespace stridelab
