#pragma once

#include "study/run_report.h"

namespace stridelab {

/// Two runs side by side.
struct Comparison {
  RunReport a, b;
  std::string why;  ///< why() B differs from A; empty unless the stride engine answered both
};

/// models  that both were run with
/// errors  none (pure function)
Comparison compare(RunReport a, RunReport b, const LoadModels& models);

/// why_in_short() B differs from A; empty unless the stride engine answered both and both have regions.
std::string short_why(const EngineRun& a, const EngineRun& b, const LoadModels& models);

}  // namespace stridelab
