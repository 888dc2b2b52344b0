#pragma once

namespace stridelab {

enum class Sex { male, female };

/// The person: what scales segments and knee geometry.
struct Body {
  double mass_kg = 70.0;   ///< 40 .. 140
  double height_m = 1.75;  ///< 1.45 .. 2.05
  Sex sex = Sex::male;
  bool operator==(const Body&) const = default;
};

}  // namespace stridelab
