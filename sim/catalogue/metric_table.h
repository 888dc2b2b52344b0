#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metric.h"
#include "loads/side.h"

namespace stridelab {

/// The heading people read above a group.
std::string_view group_heading(MetricGroup group);

/// "size and direction", "direction known, size uncertain".
std::string_view to_text(Confidence confidence);

/// What a metric key means, composed from its declaration and its quantity: the one source of JSON units, console rows,
/// CSV headers, checks and the listing.
struct MetricRow {
  std::string_view key = {};
  std::string_view label = {};  ///< a few words for tables, at most 33 columns
  std::string_view unit = {};
  MetricGroup group = {};
  bool sided = false;                ///< one value per leg; `_left` or `_right` may be appended to the key
  int decimals = 0;                  ///< that a person can use; files carry every bit
  std::string_view sign = {};        ///< which direction counts as positive, empty for magnitudes
  std::string_view definition = {};  ///< reduction and quantity in words
  std::string_view source = {};
  Shown shown = Shown::all;
  Confidence confidence = Confidence::size;
  Zero zero = Zero::physical;
  Reduction reduction = {};
  QuantityIndex of = {}, at_peak = {};  ///< of a reduction
  Presentation as = {};                 ///< from the quantity's SI value
};

/// Every metric this program computes, in the order it prints them. A key that is not here is not served.
const std::vector<MetricRow>& metric_table();

/// A key as written in a check or a script, split into its row and leg.
struct MetricName {
  const MetricRow* row;
  int index;  ///< of the row in metric_table()
  Side side;
};

/// Finds "pfj_force_peak_bw", "pfj_force_peak_bw_left", ...; empty for an unknown key and for a leg suffix on a key
/// that is not sided.
std::optional<MetricName> find_metric(std::string_view key);

/// The same of a key that the program itself names, leg suffix included: one that is unknown is a slip in it, and ends it with the key's name.
MetricName metric(std::string_view key);

/// The same for a leg, of a key without suffix.
MetricName metric(std::string_view key, Side side);

/// The keys alone, in table order.
const std::vector<std::string_view>& metric_keys();

/// The known key nearest in spelling, or empty when nothing is near.
std::string nearest_metric(std::string_view key);

}  // namespace stridelab
