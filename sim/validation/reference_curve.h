#pragma once

#include <filesystem>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "model_files/model_table.h"

namespace stridelab {

/// Mean and spread of runners at one per cent of stance or of the gait cycle.
struct ReferencePoint {
  double percent = 0.0, mean = 0.0, sd = 0.0;
};
using ReferenceCurve = std::vector<ReferencePoint>;

/// Linear between the points; beyond the ends, the ends. The curve must not be empty.
ReferencePoint at_percent(const ReferenceCurve& curve, double percent);

/// One curve of a CSV file of models/: rows `curve,speed_m_s,percent,mean,sd` of many curves, or columns `percent`, NAME
/// and NAME_sd of one speed.
///
/// name       of the curve or the column
/// speed_m_s  rows of other speeds are passed over; a file of columns has no speeds
/// unit       "deg", "BW" or "Nm/kg": then numbers that no runner reaches are faults
/// errors     collected in the table; then the curve is not to be used
ReferenceCurve reference_curve(ModelTable& table, std::string_view name, double speed_m_s, std::string_view unit,
                               ModelTable::Percents which);

/// The same from a file, in any unit and over any percents.
tl::expected<ReferenceCurve, Diagnostics> read_reference_curve(const std::filesystem::path& path, std::string_view name,
                                                               double speed_m_s);

}  // namespace stridelab
