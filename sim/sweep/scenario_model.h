#pragma once

#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "scenario/open_scenario.h"
#include "study/engines.h"
#include "sweep/row_model.h"

namespace stridelab {

/// The parameters of the catalogue in, metrics out, by either engine.
///
/// A row is what `run BASE --set ...` of the same inputs answers, to the bit: the cold solve of the stride engine, or a
/// forward run. In a chain of several rows only the first is that; each later stride starts from the nearest one that was
/// found and is a preview (sim/METHODS.md, "Sweeps").
///
/// base    what rows differ from; the engine is that of its `[run]`
/// fixed   "key=value" as after `--set`, before a row's own inputs
/// errors  of `fixed`, of the model files that the base names, of the load models
tl::expected<std::shared_ptr<const RowModel>, Diagnostics> scenario_model(OpenScenario base,
                                                                          std::span<const std::string> fixed,
                                                                          const Engines& engines);

}  // namespace stridelab
