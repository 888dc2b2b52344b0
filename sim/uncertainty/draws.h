#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

#include "study/how_sure.h"
#include "study/run_report.h"
#include "uncertainty/ranges.h"

namespace stridelab {

/// Draws of `compare` where nobody says how many: about half a second on two cores.
inline constexpr int usual_draws = 32;

/// Value j of draw i of the inputs: Sobol's sequence under one fixed shift.
std::vector<double> draw_of(const std::vector<UncertainInput>& inputs, std::uint64_t index);

/// What one draw gives; nothing where one of the forms has no stride.
struct Drawn {
  std::optional<MetricValues> a, b;
};

/// The metrics of A, and where there is one of B, with these values of the inputs.
Drawn draw_metrics(const std::vector<UncertainInput>& inputs, const std::vector<double>& values, const EngineRun& a,
                   const EngineRun* b, const LoadModels& models);

/// Whether it is the way to work out the kneecap's force, which somebody may ask for.
bool chooses_method(const UncertainInput& input);

/// How to draw.
struct DrawSettings {
  int draws = usual_draws;
  int jobs = 1;              ///< threads; the answer is the same bits for any number
  bool method_held = false;  ///< somebody asked for a kneecap method: it is not drawn
};

/// Whether somebody gave the run a kneecap method: then it is not drawn.
bool asks_for_method(const EngineRun& run);

/// The part of the interval between ranks of sorted values: linear between them (type 7 of Hyndman & Fan 1996).
double quantile(const std::vector<double>& sorted, double share);

/// How sure the metrics of a stride, and where there is a B their changes from A, are: each draw of model constants is
/// given to A and B alike. Draws that change the stride start from the stride that is known (a preview, within 0.5 % of a
/// cold solve); those of the loads alone keep it. What makes an interval is found with each input alone, at the 5th and
/// the 95th per cent of its range: of few draws a correlation would name what has no part in it.
///
/// a, b    solved by the stride engine; b may be null
/// errors  none (pure function of its arguments and the model files)
HowSure how_sure(const EngineRun& a, const EngineRun* b, const LoadModels& models,
                 const std::vector<UncertainInput>& inputs, const DrawSettings& settings);

}  // namespace stridelab
