#pragma once

#include <functional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "study/how_sure.h"
#include "validation/published_effects.h"
#include "validation/validation.h"

namespace stridelab {

/// A published change beside the model's own interval of it, and beside what one study would find.
struct CalibrationRow {
  std::string key, origin, unit;
  double published = 0.0;
  Interval model;  ///< draws of the model's constants
  Interval study;  ///< of them and of the runner, with the error of a study's sample
  int without_stride = 0;

  [[nodiscard]] bool in_90(const Interval& i) const { return published >= i.low_90 && published <= i.high_90; }
  [[nodiscard]] bool in_50(const Interval& i) const { return published >= i.low_50 && published <= i.high_50; }
};

/// Whether published changes lie where the intervals say.
struct Calibration {
  int draws = 0, study_draws = 0;  ///< of each kind of interval
  std::vector<CalibrationRow> rows;
  std::vector<std::string> left_out;  ///< keys of changes without an interval
};

/// Draws of the second kind of interval: it has more inputs, and its tails are those of few groups.
inline constexpr int usual_study_draws = 64;

/// How often each kind is drawn.
struct CalibrationDraws {
  int model = 0, study = usual_study_draws;
  int jobs = 1;  ///< threads; the answer is the same bits for any number
};

/// Draws every published change that has a number, a kneecap method that it names being kept. Rows that were predicted
/// stand apart from those that constants were chosen with in view.
///
/// errors  faults of the ranges and of the scatter of studies, or of the settings of an effect
tl::expected<Calibration, Diagnostics> calibrate(const std::vector<PublishedEffect>& effects, const LoadModels& models,
                                                 const Engines& engines, const CalibrationDraws& draws,
                                                 const std::function<void(double)>& progress = {});

/// For people, and the same as a part of a page.
std::string calibration_text(const Calibration& calibration);
std::string calibration_markdown(const Calibration& calibration);

}  // namespace stridelab
