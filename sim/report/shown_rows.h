#pragma once

#include <string>
#include <vector>

#include "metrics/metrics.h"
#include "regions/region_load.h"
#include "report/console_style.h"

namespace stridelab {

/// The rows of metric_table() that a table for people holds: the first ones, or all with `every_row`.
///
/// with_clock  whether `solve_time_ms` may stand in it: a difference of clocks says nothing
std::vector<const MetricRow*> shown_rows(const ConsoleStyle& style, bool with_clock);

/// The label of a row, with the mark where only the direction is known: "outer thigh band, stretch ~".
std::string marked_label(const MetricRow& row);

/// A text with that mark where only the direction is known.
std::string marked(std::string_view text, Confidence confidence);

/// What the mark means: "~ direction known, size uncertain: ...".
std::string_view mark_meaning();

/// Names the shown peaks that are none: largest at the edge of their window, contact or toe-off; empty without one.
///
/// regions    the places shown beside the metrics: what stands for each counts as shown
/// every_row  whether every metric is shown, not the first ones alone
std::string window_edge_sentence(const MetricValues& values, const std::vector<RegionLoad>& regions, bool every_row);

/// Under a table: what the mark means, and how many rows are left out and how to see them.
std::string table_foot(const ConsoleStyle& style);

}  // namespace stridelab
