#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace stridelab {

/// One line of a chart: a form.
struct ChartLine {
  std::string_view css;  ///< class of its colour: "a", "b", "c", "d"
  std::vector<double> x, y;
};

/// What real runners did, drawn behind the lines: mean -+ 1 SD.
struct ChartBand {
  std::vector<double> x, low, high;
};

/// A quantity over the step.
struct Chart {
  std::string title, unit;
  std::vector<ChartLine> lines;
  std::vector<ChartBand> bands;
  std::string x_label;
};

/// A step for ticks: 1, 2 or 5 times a power of ten, about `count` of them in the range. range > 0
double tick_step(double range, double count);

/// The chart as an <svg> element with a title for those who cannot see it. Colours come from the classes of the page
/// (page_style.h): one chart for light, dark and print.
std::string svg_chart(const Chart& chart);

/// The same as a <figure> with title and unit over it; `further` stands behind the unit.
std::string chart_figure(const Chart& chart, std::string_view further = {});

}  // namespace stridelab
