#pragma once

#include <optional>
#include <string>

namespace stridelab::view {

/// What a slider can be set to. All in the unit of its value.
struct SliderRange {
  double lo = 0.0, hi = 1.0;       ///< lo < hi
  std::optional<double> baseline;  ///< a mark: what the form is compared with; the track is filled from there
  std::optional<double> usual;     ///< a fainter mark: the default
  std::string format;              ///< of a value that is typed, as for printf: "%.1f"
  std::string lo_text, hi_text;    ///< shown under the slider while it is held
};

/// A thin track with a round grip over the whole width; nothing is written on it. Ctrl and click types a value.
///
/// id      of the item, "##" before its name
/// value   held inside of the range once it is edited
/// returns whether the hand changed the value
bool slim_slider(const char* id, double& value, const SliderRange& range, float scale);

}  // namespace stridelab::view
