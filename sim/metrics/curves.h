#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "loads/load_models.h"
#include "metrics/stride_record.h"

namespace stridelab {

inline constexpr int curve_samples = 101;  ///< 0 .. 100 % of the gait cycle

/// What a curve name means.
struct CurveRow {
  std::string_view name;  ///< contract name, unit at its end
  QuantityIndex of;
  Presentation shown;  ///< from the quantity's SI value
};

/// The quantities that have a curve, in the order of the catalogue.
const std::vector<CurveRow>& curve_table();

/// Names of all curves in the order of compute_curves(): those of the table, which are the right leg's, then the same with
/// `_left`.
const std::vector<std::string>& curve_names();

/// One named curve. For either leg 0 and 100 % are right foot contact (50 N), so that a row of samples is one instant.
struct Curve {
  std::string_view name;
  std::vector<double> values;  ///< curve_samples of them
};

/// One leg's value of a curve at one instant, in the unit of the row.
double curve_value(const CurveRow& row, const LegValues& values, const Body& body);

/// The curves of a sequence of instants of both legs, in the order of curve_names(), each value divided by `count`.
std::vector<Curve> curves_of(const std::array<std::vector<LegValues>, 2>& cycle, const Body& body, double count = 1.0);

/// All curves of both legs, sampled on the stride itself. `vgrf_bw` is the plan's force, the one that the dynamics and
/// every joint moment use; the landing transient shows in `impact_peak_bw` and `loading_rate_bw_s` alone.
std::vector<Curve> compute_curves(const StrideSource& source, const LoadModels& models, const StrideRecord& record);

}  // namespace stridelab
