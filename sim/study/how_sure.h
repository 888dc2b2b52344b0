#pragma once

#include <string>
#include <vector>

namespace stridelab {

/// Where the middle half, and nine in ten, of all draws lie. Unit of what is drawn.
struct Interval {
  double low_90 = 0.0, low_50 = 0.0, high_50 = 0.0, high_90 = 0.0;

  /// Whether the draws do not agree which way it goes.
  [[nodiscard]] bool spans_zero() const { return low_90 <= 0.0 && high_90 >= 0.0; }
};

/// What an interval is made of.
struct Contributor {
  std::string label;   ///< of a range, in words
  double swing = 0.0;  ///< of the result, where it alone goes from the 5th to the 95th per cent of its range
};

/// How sure one quantity is: a metric, or its change.
struct SureValue {
  std::string metric;
  Interval interval;
  std::vector<Contributor> largest;  ///< at most three, the largest first
};

/// How sure the results of one run, or of a change from A to B, are, over what nobody knows better about the model.
/// It says nothing of how people differ beyond that, nor of what the model leaves out.
struct HowSure {
  int draws = 0;           ///< that gave a result
  int without_stride = 0;  ///< that gave none: nobody runs like that with those constants
  std::vector<SureValue> a, b, change, change_percent;

  /// null where there is none
  [[nodiscard]] const SureValue* percent_of(const std::string& metric) const {
    for (const SureValue& value : change_percent)
      if (value.metric == metric) return &value;
    return nullptr;
  }
};

}  // namespace stridelab
