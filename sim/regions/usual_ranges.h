#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "runner/body.h"

namespace stridelab {

/// What a run is compared with: runs of its own kind. A fast run loads the knee more than an easy one, downhill more than
/// level; the engines and the sexes have levels of their own. None of that says that a form is unusual.
struct RunConditions {
  bool is_forward = false;  ///< of the forward engine
  Sex sex = Sex::male;
  double speed_m_s = 3.3;
  double slope_percent = 0.0;  ///< rise over run, uphill positive

  /// "men at 3.3 m/s (5:03/km) up 5 %, stride engine".
  [[nodiscard]] std::string text() const;
};

/// What nine of ten ordinary runs of a kind give, in the unit of the metric.
struct UsualRange {
  double low = 0.0, high = 0.0;
};

/// The usual ranges of loads over speed and slope, by engine and sex: models/regions/usual_ranges.csv.
class UsualRanges {
 public:
  /// Bilinear between the speeds and slopes of the table, held at its ends.
  /// metric  one that has() is true of
  [[nodiscard]] UsualRange of(std::string_view metric, const RunConditions& conditions) const;

  /// The kind that stands for this one: speed and slope held at the ends of the table.
  [[nodiscard]] RunConditions nearest(const RunConditions& conditions) const;

  /// Whether every engine and sex has ranges of this metric.
  [[nodiscard]] bool has(std::string_view metric) const;

  /// errors  every fault of the file in one pass: columns, numbers, ranges upside down, a speed or a slope left out
  static tl::expected<UsualRanges, Diagnostics> read(const std::filesystem::path& file);

 private:
  /// The ranges of one load: speed by speed, the slopes within.
  struct Surface {
    std::vector<double> speeds_m_s, slopes_percent;
    std::vector<UsualRange> ranges;
  };
  using ByMetric = std::map<std::string, Surface, std::less<>>;
  friend class UsualRangesReader;

  [[nodiscard]] const ByMetric& loads(const RunConditions& conditions) const;

  std::array<ByMetric, 4> kinds_;  ///< stride engine's men and women, forward engine's men and women
};

}  // namespace stridelab
