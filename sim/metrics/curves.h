#pragma once

#include <string_view>
#include <vector>

#include "loads/load_models.h"
#include "metrics/stride_record.h"

namespace stridelab {

inline constexpr int curve_samples = 101;  ///< 0 .. 100 % of the gait cycle

/// What a curve name means.
struct CurveRow {
  std::string_view name;  ///< contract name, unit at its end
  Channel channel;
  double scale;     ///< from the channel's SI unit, for lengths and angles
  bool per_weight;  ///< divided by body weight
  bool per_mass;    ///< divided by body mass
};
const std::vector<CurveRow>& curve_table();

/// One named curve of the right leg; 0 and 100 % are right foot contact (50 N).
struct Curve {
  std::string_view name;
  std::vector<double> values;  ///< curve_samples of them
};

/// One leg's value of a curve at one instant, in the unit of the row.
double curve_value(const CurveRow& row, const LegValues& values, const Body& body);

/// All curves of the table, sampled on the stride itself. `vgrf_bw` is the plan's force, the one that the dynamics and
/// every joint moment use; the landing transient shows in `impact_peak_bw` and `loading_rate_bw_s` alone.
std::vector<Curve> compute_curves(const StrideSource& source, const LoadModels& models, const StrideRecord& record);

}  // namespace stridelab
