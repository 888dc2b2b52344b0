#pragma once

#include <filesystem>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// Mean and spread of runners at one per cent of stance or of the gait cycle.
struct ReferencePoint {
  double percent = 0.0, mean = 0.0, sd = 0.0;
};
using ReferenceCurve = std::vector<ReferencePoint>;

/// Linear between the points; beyond the ends, the ends. The curve must not be empty.
ReferencePoint at_percent(const ReferenceCurve& curve, double percent);

/// One curve of a CSV file with `#` comments: rows `curve,speed_m_s,percent,mean,sd` of many curves, or columns
/// `percent`, NAME and NAME_sd of one speed.
///
/// name       of the curve or the column
/// speed_m_s  rows of other speeds are passed over; a file of columns has no speeds
/// errors     the file cannot be read, a cell is no number, nothing has that name and speed
tl::expected<ReferenceCurve, Diagnostic> read_reference_curve(const std::filesystem::path& path, std::string_view name,
                                                              double speed_m_s);

}  // namespace stridelab
