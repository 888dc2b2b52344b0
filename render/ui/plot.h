#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

#include "render/ui/ui_state.h"
#include "study/measured_band.h"

namespace stridelab::view {

/// A line over the gait cycle, 0 .. 100 % in equal steps.
struct PlotLine {
  const std::vector<double>* values = nullptr;
  ImU32 colour = 0;
  float width = 2.0F;            ///< design pixels
  std::string name;              ///< before its value under the mouse: "A"; empty: it is not read
  double until_percent = 100.0;  ///< later values mean nothing and are not shown
};

struct Plot {
  std::string name;   ///< of the widget
  std::string title;  ///< with its unit; empty: whoever calls has drawn one
  std::string unit;
  int decimals = 2;
  std::vector<PlotLine> lines;         ///< later ones over earlier ones
  const MeasuredBand* band = nullptr;  ///< of real runners, behind the lines
  std::string note;                    ///< in the plot's upper right, where it fits
  double cursor_percent = 0.0;
  double stance_percent = 0.0;  ///< shaded from 0 to here; 0 = nothing
  std::vector<double> pins;     ///< readings that stay, per cent
  bool x_marks = false;         ///< 0, 50 and 100 % of the stride below
};

/// Smallest and largest value on an axis, and the distance of its marks: 1, 2 or 5 times a power of ten.
struct Axis {
  double lo = 0.0, hi = 1.0, mark = 0.5;
};

/// The axis that holds all shown values, the band and zero. Values that are not finite are left out.
Axis axis_of(const std::vector<PlotLine>& lines, const MeasuredBand* band = nullptr);

/// The marks on an axis from the lowest to the highest, at most `most` (of 1 or more) of them.
std::vector<double> marks_of(const Axis& axis, int most);

/// Value at a percentage of the cycle, straight between samples.
double value_at(const std::vector<double>& values, double percent);

/// Whether a line has a value there.
bool has_value(const PlotLine& line, double percent);

/// How many of the values are shown.
std::size_t shown_values(const PlotLine& line);

/// What a plot says at a percentage, a line each: the named lines, then the band.
std::string reading_text(const Plot& plot, double percent);

/// What a hand did to a plot.
struct PlotTouch {
  std::optional<double> cursor;  ///< held down there, 0 .. 100 %: the time cursor goes along
  std::optional<double> pin;     ///< clicked on a named curve there
};

/// Draws the curves with axes and a time cursor; under the mouse it reads values.
PlotTouch draw_plot(UiState& ui, const Plot& plot, float width, float height);

/// The height that draw_plot() needs beside its picture: a title, marks.
float plot_extra_height(const UiState& ui, const Plot& plot);

}  // namespace stridelab::view
