#pragma once

#include <functional>
#include <string>
#include <vector>

#include "study/run_report.h"
#include "uncertainty/ranges.h"
#include "uncertainty/sobol_indices.h"

namespace stridelab {

/// Of one result, what each input makes of its spread.
struct MetricSensitivity {
  std::string metric, unit;
  std::vector<SobolIndex> of;  ///< in the order of the inputs; empty: the result does not vary, or most samples lack it
};

/// What moves results, or their change.
struct Sensitivity {
  std::vector<UncertainInput> inputs;
  std::vector<MetricSensitivity> metrics;
  int samples = 0;         ///< base samples, each of as many runs as inputs and two more
  int without_stride = 0;  ///< runs of the design that have none: their base samples do not count
};

/// How to ask.
struct SensitivitySettings {
  int samples = 0;
  int jobs = 1;  ///< threads; the answer is the same bits for any number
  std::function<void(double)> progress;
};

/// First-order and total Sobol indices of metrics of A or, with a B, of their changes from A (per cent; of an angle in its
/// unit), over inputs of body, form and models. Every run of the design is one draw for A and B alike.
///
/// errors  none (pure function of its arguments and the model files)
Sensitivity sensitivity(const EngineRun& a, const EngineRun* b, const LoadModels& models,
                        std::vector<UncertainInput> inputs, const std::vector<std::string>& metrics,
                        const SensitivitySettings& settings);

}  // namespace stridelab
