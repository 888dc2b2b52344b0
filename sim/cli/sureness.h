#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "cli/console.h"
#include "study/how_sure.h"
#include "study/run_report.h"

namespace stridelab {

/// How sure a run, or the change from A to B, is; nothing where no draws were asked for or a run is not the stride
/// engine's. A kneecap method that one of the forms asks for is kept.
///
/// b       null: of the run alone
/// errors  faults of the ranges, to stderr: then nothing
std::optional<HowSure> sureness(const EngineRun& a, const EngineRun* b, const LoadModels& models, int draws,
                                const Console& console);

/// As JSON has it: {draws, without_stride, metrics: {key: {a, b, change, change_percent}}}, each with its two intervals and
/// what makes them.
nlohmann::ordered_json sureness_json(const HowSure& sure);

}  // namespace stridelab
