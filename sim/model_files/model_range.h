#pragma once

#include <string>
#include <string_view>

namespace stridelab {

/// Where a number of a model file may lie, ends included, and its unit ("" for none): wide enough for every figure that
/// physics and people allow, narrow enough that a lost sign or a wrong power of ten is refused where that can be told.
struct ModelRange {
  double lo, hi;
  std::string_view unit;

  /// "lo .. hi unit".
  [[nodiscard]] std::string text() const;

  /// False for what is no number at all, too.
  [[nodiscard]] bool holds(double value) const { return value >= lo && value <= hi; }
};

// Ranges that several files share.
inline constexpr ModelRange any_share{0.0, 1.0, ""}, any_percent{0.0, 100.0, "%"}, body_height_m{1.2, 2.2, "m"},
    body_mass_kg{30.0, 200.0, "kg"};

}  // namespace stridelab
