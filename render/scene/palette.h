#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <string>
#include <vector>

namespace stridelab::view {

/// Colours that stay apart with any colour vision, sRGB 0 .. 1 (Okabe & Ito 2008).
namespace palette {
inline constexpr glm::vec4 shown{0.000F, 0.447F, 0.698F, 1.0F};     ///< the form that is shown, B: blue
inline constexpr glm::vec4 baseline{0.835F, 0.369F, 0.000F, 1.0F};  ///< what it is compared with, A: orange
inline constexpr glm::vec4 force{0.902F, 0.624F, 0.000F, 1.0F};     ///< of the ground: orange
inline constexpr glm::vec4 lever{0.000F, 0.620F, 0.451F, 1.0F};     ///< distances that make moments: bluish green
inline constexpr glm::vec4 angle{0.800F, 0.475F, 0.655F, 1.0F};     ///< lines through joints: reddish purple
inline constexpr glm::vec4 line_edge{0.08F, 0.08F, 0.10F, 0.55F};   ///< beside lines that cross the figure
inline constexpr glm::vec4 ghost_tint{0.95F, 0.72F, 0.42F, 0.38F};  ///< multiplies the baseline's figure
}  // namespace palette

/// How colours run along a scale; both survive grey print and any colour vision, since lightness alone tells the order.
enum class Ramp : std::uint8_t {
  viridis,  ///< dark blue over green to yellow, lighter with load
  flesh,    ///< pale to deep red, darker with load: muscles
};

/// A range of a load and what it is called; every picture that shows load as colour shows this scale too.
struct LoadScale {
  double low = 0.0, high = 1.0;  ///< high > low
  std::string quantity, unit;    ///< "kneecap pressure", "MPa"
  Ramp ramp = Ramp::viridis;

  /// Values outside get the colour of the end; not a number is grey.
  [[nodiscard]] glm::vec4 colour(double value) const;
  /// False where colour() had to stop at an end: say so beside the picture.
  [[nodiscard]] bool covers(double value) const { return value >= low && value <= high; }
};

struct ScaleTick {
  double value;
  glm::vec4 colour;
  std::string text;  ///< with the unit at the last one
};
/// Evenly spaced ticks from low to high; count of at least 2.
std::vector<ScaleTick> ticks(const LoadScale& scale, int count);

}  // namespace stridelab::view
