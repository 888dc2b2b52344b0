#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loads/side.h"

namespace stridelab {

/// Where a metric stands in the printed table.
enum class MetricGroup { kneecap, muscles, joint_moments, ground, posture, motion, quality };

/// The heading people read above a group.
std::string_view group_heading(MetricGroup group);

/// What of a metric can be trusted.
enum class Confidence {
  size,       ///< as far as the method goes, level and change
  direction,  ///< up or down is known, by how much rests on a judged number: "direction known, size uncertain"
};

/// "size and direction", "direction known, size uncertain".
std::string_view to_text(Confidence confidence);

/// What zero of a quantity means. A per cent of an angle whose zero is a convention (how a joint centre or a neutral pose was
/// chosen: data sets differ by 3 to 12 deg) says nothing, so none is given.
enum class Zero { physical, convention };

/// Whether a metric stands in the table that people see first, or in the full one (`--all`) alone.
enum class Shown { first, all };

/// What a metric key means: the one source of JSON units, console rows, CSV headers, checks and the listing.
struct MetricRow {
  std::string_view key;
  std::string_view label;  ///< a few words for tables, at most 33 columns
  std::string_view unit;
  MetricGroup group;
  bool sided;    ///< one value per leg; `_left` or `_right` may be appended to the key
  int decimals;  ///< that a person can use; files carry every bit
  std::string_view meaning;
  std::string_view sign;  ///< which direction counts as positive, empty for magnitudes
  std::string_view definition;
  std::string_view source;
  Shown shown = Shown::all;
  Confidence confidence = Confidence::size;
  Zero zero = Zero::physical;
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

/// The keys alone, in table order.
const std::vector<std::string_view>& metric_keys();

/// The known key nearest in spelling, or empty when nothing is near.
std::string nearest_metric(std::string_view key);

}  // namespace stridelab
