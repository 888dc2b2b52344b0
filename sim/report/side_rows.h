#pragma once

#include <string>
#include <vector>

#include "report/console_style.h"
#include "study/run_report.h"

namespace stridelab {

/// One metric by leg.
struct SideRow {
  const MetricRow* row;
  double right, left;

  /// Right less left in per cent of their mean (Robinson 1987); empty for an angle, whose zero is a convention, and where
  /// the mean is nothing.
  [[nodiscard]] std::optional<double> symmetry_index_percent() const;
};

/// The sided metrics that both legs have, in the order of the table. Empty for a stride whose sides are alike.
std::vector<SideRow> side_rows(const RunReport& report);

/// The left leg's share of both contact times, per cent, as watches print it; empty as above.
std::optional<double> contact_balance_left_percent(const RunReport& report);

/// "Right and left:" and a line for each of what people look at first, by leg; empty as above.
std::string side_text(const RunReport& report, const ConsoleStyle& style);

}  // namespace stridelab
