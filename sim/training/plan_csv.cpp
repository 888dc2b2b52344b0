#include <fmt/format.h>

#include "core/text.h"
#include "model_files/models_origin.h"
#include "report/csv_text.h"
#include "training/plan_output.h"

namespace stridelab {
namespace {

std::string cell(const std::optional<double>& value) { return value ? number_text(*value) : std::string(); }

std::string header(const PlanReport& report) {
  std::string text =
      "week,distance_km,change_percent,rise_percent,acute_chronic,keeps_ten_percent,runs,rest_days,steps,"
      "strength_gain_percent";
  for (const TissueReport& tissue : report.tissues)
    for (const std::string_view what :
         {"state_peak_low", "state_peak_mid", "state_peak_high", "state_mean_low", "state_mean_mid", "state_mean_high",
          "over_tolerance_low", "over_tolerance_mid", "over_tolerance_high", "load_percent"})
      text += fmt::format(",{}_{}", tissue.tissue.key, what);
  return text + ",warnings,caveat\n";
}

std::string tissue_cells(const TissueReport& tissue, std::size_t week) {
  constexpr std::size_t columns = 10;
  if (!tissue.missing.empty()) return std::string(columns, ',');
  const TissueWeek& w = tissue.weeks[week];
  std::string text;
  for (const Band& band : {w.peak, w.mean, w.over_tolerance})
    text += fmt::format(",{},{},{}", number_text(band.low), number_text(band.mid), number_text(band.high));
  return text + "," + number_text(w.load_percent);
}

}  // namespace

std::string plan_csv(const PlanReport& report) {
  std::string text = header(report);
  const std::string models = models_origin().note();
  const std::string caveat = csv_cell(std::string(plan_caveat()) + (models.empty() ? "" : " " + models));
  for (std::size_t w = 0; w < report.weeks.size(); ++w) {
    const WeekReport& week = report.weeks[w];
    text += fmt::format("{},{},{},{},{},{},{},{},{},{}", week.number, number_text(week.distance_km),
                        cell(week.change_percent), cell(week.rise_percent), cell(week.acute_chronic),
                        week.keeps_ten_percent ? "true" : "false", week.runs, week.rest_days, number_text(week.steps),
                        number_text(week.strength_gain_percent));
    for (const TissueReport& tissue : report.tissues) text += tissue_cells(tissue, w);
    std::string warnings;
    for (const std::string& warning : week.warnings) warnings += (warnings.empty() ? "" : "; ") + warning;
    text += "," + csv_cell(warnings) + "," + caveat + "\n";
  }
  return text;
}

}  // namespace stridelab
