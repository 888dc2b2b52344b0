#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

#include "render/ui/ui_state.h"

namespace stridelab::view {

/// A line over the gait cycle, 0 .. 100 % in equal steps.
struct PlotLine {
  const std::vector<double>* values = nullptr;
  ImU32 colour = 0;
  float width = 2.0F;            ///< design pixels
  std::string name;              ///< before its value under the mouse: "A"
  double until_percent = 100.0;  ///< later values mean nothing and are not shown
};

struct Plot {
  std::string name;   ///< of the widget
  std::string title;  ///< with its unit
  std::string unit;
  int decimals = 2;
  std::vector<PlotLine> lines;
  double cursor_percent = 0.0;
  double stance_percent = 0.0;  ///< shaded from 0 to here; 0 = nothing
};

/// Smallest and largest value on an axis, and the distance of its marks: 1, 2 or 5 times a power of ten.
struct Axis {
  double lo = 0.0, hi = 1.0, mark = 0.5;
};

/// The axis that holds all shown values and zero. Values that are not finite are left out.
Axis axis_of(const std::vector<PlotLine>& lines);

/// Value at a percentage of the cycle, straight between samples.
double value_at(const std::vector<double>& values, double percent);

/// Draws the curves with axes and a time cursor; under the mouse it reads values.
/// returns  where the mouse is held down, 0 .. 100 %, to move the cursor there
std::optional<double> draw_plot(UiState& ui, const Plot& plot, float width, float height);

}  // namespace stridelab::view
