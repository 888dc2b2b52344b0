#pragma once

#include <string>
#include <vector>

#include "catalogue/parameter_builder.h"

namespace stridelab {

/// How one input of a design spreads.
struct Distribution {
  enum class Kind {
    values,      ///< a few numbers or words; equal shares where they are drawn
    uniform,     ///< from low to high
    normal,      ///< of this mean and standard deviation, cut at low and high
    triangular,  ///< from low to high with its top at mode
  } kind = Kind::values;
  double low = 0.0, high = 0.0;  ///< in the unit of the input
  double mean = 0.0, sd = 0.0;   ///< of a normal one, before it is cut
  double mode = 0.0;             ///< of a triangular one
  int steps = 0;                 ///< of a uniform one in a grid: evenly spaced, both ends included
  std::vector<Assignment> values;

  /// Levels of a grid or entries of a list; 0 for what can only be drawn.
  [[nodiscard]] std::size_t levels() const;

  /// One of the levels.
  [[nodiscard]] Assignment level(const std::string& key, std::size_t i) const;

  /// The value below which the share u of all lies, 0 < u < 1.
  [[nodiscard]] Assignment quantile(const std::string& key, double u) const;

  /// One line that tells it from any other.
  [[nodiscard]] std::string text() const;
};

/// The quantile of the standard normal distribution, to 1e-15. source  Wichura 1988, Appl Stat 37:477 (AS 241)
double normal_quantile(double p);

}  // namespace stridelab
