#pragma once

#include <string>
#include <string_view>

#include "gait/stride.h"

namespace stridelab {

/// The runner at one instant, as people look at runners.
struct FigurePose {
  const Body& body;
  const StrideSample& sample;
  double slope_rad = 0.0;
  double kneecap_force_bw = 0.0;  ///< written beside the right knee
  std::string_view css;           ///< class of its colour
  std::string title;              ///< for those who cannot see it
};

/// From the runner's right and from ahead, beside each other on one ground: limbs as bars through the joint centres, the right
/// leg in colour, the force of the ground as an arrow (0.3 m for a body weight), the right knee marked. An <svg> element.
std::string svg_figure(const FigurePose& pose);

}  // namespace stridelab
