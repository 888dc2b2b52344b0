#pragma once

#include <functional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "study/how_sure.h"
#include "validation/published_effects.h"
#include "validation/validation.h"

namespace stridelab {

/// A published change beside what the model's own interval says of it.
struct CalibrationRow {
  std::string key, origin, unit;
  double published = 0.0;
  Interval interval;
  int without_stride = 0;

  [[nodiscard]] bool in_90() const { return published >= interval.low_90 && published <= interval.high_90; }
  [[nodiscard]] bool in_50() const { return published >= interval.low_50 && published <= interval.high_50; }
};

/// Whether published changes lie where the intervals say.
struct Calibration {
  int draws = 0;
  std::vector<CalibrationRow> rows;
  std::vector<std::string> left_out;  ///< keys of changes without an interval
};

/// Draws every published change that has a number, a kneecap method that it names being kept. Rows that were predicted
/// stand apart from those that constants were chosen with in view.
///
/// errors  faults of the ranges, or of the settings of an effect
tl::expected<Calibration, Diagnostics> calibrate(const std::vector<PublishedEffect>& effects, const LoadModels& models,
                                                 const Engines& engines, int draws, int jobs,
                                                 const std::function<void(double)>& progress = {});

/// For people, and the same as a part of a page.
std::string calibration_text(const Calibration& calibration);
std::string calibration_markdown(const Calibration& calibration);

}  // namespace stridelab
