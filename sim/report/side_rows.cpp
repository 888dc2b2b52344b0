#include "report/side_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace stridelab {
namespace {

/// What the text says of both legs; JSON has all.
constexpr std::array<std::string_view, 9> first{"pfj_force_peak_bw",
                                                "pfj_stress_peak_mpa",
                                                "pfj_lateral_stress_peak_mpa",
                                                "pfj_force_impulse_per_km_bw_s",
                                                "hip_adduction_peak_deg",
                                                "pelvic_drop_peak_deg",
                                                "knee_valgus_fppa_at_peak_flexion_deg",
                                                "vgrf_peak_bw",
                                                "contact_time_ms"};

}  // namespace

std::optional<double> SideRow::symmetry_index_percent() const {
  const double mean = 0.5 * (right + left);
  if (row->zero == Zero::convention || mean == 0.0) return std::nullopt;
  return 100.0 * (right - left) / std::abs(mean);
}

std::vector<SideRow> side_rows(const RunReport& report) {
  std::vector<SideRow> rows;
  if (!report.inputs.left || !report.metrics) return rows;
  for (const MetricRow& row : metric_table()) {
    if (!row.sided) continue;
    const MetricName name = *find_metric(row.key);
    const auto right = report.metrics->of({name.row, name.index, Side::right}).value;
    const auto left = report.metrics->of({name.row, name.index, Side::left}).value;
    if (right && left) rows.push_back({&row, *right, *left});
  }
  return rows;
}

std::optional<double> contact_balance_left_percent(const RunReport& report) {
  for (const SideRow& side : side_rows(report))
    if (side.row->key == "contact_time_ms") return 100.0 * side.left / (side.left + side.right);
  return std::nullopt;
}

std::string side_text(const RunReport& report, const ConsoleStyle& style) {
  std::string lines;
  for (const SideRow& side : side_rows(report)) {
    if (std::ranges::find(first, side.row->key) == first.end()) continue;
    const auto said = [&](double value) { return fixed(value, side.row->decimals); };
    if (said(side.right) == said(side.left)) continue;
    const auto index = side.symmetry_index_percent();
    lines += wrapped(fmt::format("{}: right {}, left {} {}{}", side.row->label, said(side.right), said(side.left),
                                 side.row->unit, index ? fmt::format(" (symmetry index {:+.1f} %)", *index) : ""),
                     style.columns, 2);
  }
  if (lines.empty()) return {};
  const auto balance = contact_balance_left_percent(report);
  return "\nRight and left (tables and pictures without a side are the right leg's):\n" + lines +
         (balance ? fmt::format("  contact time balance: left {:.1f} %, right {:.1f} %\n", *balance, 100.0 - *balance)
                  : "");
}

}  // namespace stridelab
