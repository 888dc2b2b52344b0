#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metric_table.h"
#include "loads/load_models.h"
#include "metrics/stride_record.h"

namespace stridelab {

/// One computed metric in the unit of its row, or the reason why there is none.
struct MetricValue {
  std::optional<double> value;
  std::string missing_reason;  ///< one sentence, empty when there is a value
  /// The value is the largest of its window but stands at the window's edge: no peak inside it, and what it means is
  /// "at contact", "at toe-off" or the like.
  bool at_window_edge = false;
  bool operator==(const MetricValue&) const = default;
};

/// Every metric of one stride, both legs, in the order of metric_table().
class MetricValues {
 public:
  MetricValues();

  [[nodiscard]] const MetricValue& of(const MetricName& name) const;

  /// Value of a key that the program names; empty for a missing value. errors: as metric()
  [[nodiscard]] std::optional<double> value(std::string_view key) const;

  /// Stores a value for one leg, or for both when the metric is not sided.
  void set(const MetricName& name, MetricValue value);
  void set(const MetricName& name, double value) { set(name, MetricValue{value, {}, false}); }

  /// Things a person should know beside the numbers, for example a load outside the range of the published fits.
  std::vector<std::string> notes;

  bool operator==(const MetricValues&) const = default;

 private:
  std::vector<MetricValue> right_, left_;
};

/// The peaks of the right leg that stand at the edge of their window, in the order of metric_table().
std::vector<const MetricRow*> rows_at_window_edge(const MetricValues& values);

/// Every metric of the table except `solve_time_ms`, which only the caller can know. Definitions: metric_table().
/// errors  none (pure function); what cannot be computed is missing with its reason
MetricValues compute_metrics(const StrideRecord& record, const LoadModels& models);

/// The metrics of one leg over its own cycle, for a record that holds that leg alone (one step of a forward run):
/// all sided ones, and speed, cadence, lengths and vertical oscillation. Residuals, solve time and notes are the
/// caller's to set; they and the other leg stay "not computed".
/// errors  none (pure function)
MetricValues compute_leg_metrics(const StrideRecord& record, const LoadModels& models, Side side);

}  // namespace stridelab
