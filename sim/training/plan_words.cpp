#include "training/plan_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "report/console_style.h"

namespace stridelab {
namespace {

std::string week_name(int number) { return number == 0 ? "an accustomed week" : fmt::format("week {}", number); }

double distance_of(const PlanReport& report, int number) {
  return number == 0 ? report.accustomed_km : report.weeks[static_cast<std::size_t>(number - 1)].distance_km;
}

void warn_of_jump(const PlanReport& report, WeekReport& week) {
  if (week.keeps_ten_percent) return;
  if (!week.rise_percent) {
    week.warnings.push_back(fmt::format("week {} starts again after weeks without a run", week.number));
    return;
  }
  const bool skipped = week.rise_from + 1 != week.number;
  std::string text = fmt::format("week {} is {:.0f} % more than {}{} ({} -> {} km): ", week.number, *week.rise_percent,
                                 week_name(week.rise_from), skipped ? ", the harder of the two before it" : "",
                                 fixed(distance_of(report, week.rise_from), 1), fixed(week.distance_km, 1));
  const bool large = *week.rise_percent > report.rules.large_increase.limit;
  text += large ? fmt::format("a jump beyond {:.0f} %", report.rules.large_increase.limit)
                : fmt::format("above the {:.0f} % rule", report.rules.ten_percent.limit);
  week.warnings.push_back(text);
}

void warn_of_ratio(const PlanReport& report, WeekReport& week) {
  if (!week.acute_chronic || *week.acute_chronic <= report.rules.acute_chronic.limit) return;
  week.warnings.push_back(fmt::format("week {} is {:.1f} times the mean of the {} weeks before", week.number,
                                      *week.acute_chronic, report.rules.weeks_before));
}

void warn_of_rest(WeekReport& week) {
  if (week.rest_days == 0) week.warnings.push_back(fmt::format("week {} has no day without a run", week.number));
}

/// One sentence for all tissues that are beyond their tolerance with any choice of constants.
void warn_of_tissues(const PlanReport& report, WeekReport& week) {
  std::string beyond;
  for (const TissueReport& tissue : report.tissues) {
    if (!tissue.missing.empty()) continue;
    const Band& band = tissue.weeks[static_cast<std::size_t>(week.number - 1)].over_tolerance;
    if (band.low <= report.rules.overreach.limit) continue;
    beyond += fmt::format("{}{} {}", beyond.empty() ? "" : ", ", tissue.tissue.name, band_text(band));
  }
  if (!beyond.empty())
    week.warnings.push_back(
        fmt::format("week {}, as a multiple of what a tissue is used to by then: {}", week.number, beyond));
}

}  // namespace

std::string band_text(const Band& band) {
  // Outwards, so that a rounded band still holds all of the band; what is exact (the accustomed week) stays.
  constexpr double exact = 1e-6;
  const auto shown = [](double value, double (*outwards)(double), double slack) {
    if (value > 999.5) return std::string(">999");
    const double digits = value < 9.95 ? 10.0 : 1.0;
    return fixed(outwards(value * digits + slack) / digits, value < 9.95 ? 1 : 0);
  };
  const std::string low = shown(band.low, std::floor, exact), high = shown(band.high, std::ceil, -exact);
  return low == high ? low : low + "-" + high;
}

std::string changes_text(const std::vector<Assignment>& changes) {
  std::string text;
  for (const Assignment& change : changes) {
    if (!text.empty()) text += ", ";
    text += change.key + " = " + (change.text.empty() ? number_text(change.number) : change.text);
  }
  return text.empty() ? "the usual run" : text;
}

void add_warnings(PlanReport& report) {
  for (WeekReport& week : report.weeks) {
    warn_of_jump(report, week);
    warn_of_ratio(report, week);
    warn_of_rest(week);
    warn_of_tissues(report, week);
  }
}

std::string rest_day_sentence(const PlanReport& report) {
  const TissueReport* helped = nullptr;
  double most = 0.0;
  for (const TissueReport& tissue : report.tissues) {
    if (!tissue.missing.empty()) continue;
    const double help = tissue.bunched_peak.mid / plan_peak(tissue).mid;
    if (help > most) helped = &tissue;
    most = std::max(most, help);
  }
  constexpr double worth_a_sentence = 1.02;
  if (helped == nullptr || most < worth_a_sentence) return {};
  return fmt::format("the same runs on consecutive days would take the {} to {} instead of {}", helped->tissue.name,
                     band_text(helped->bunched_peak), band_text(plan_peak(*helped)));
}

std::string strengthening_sentence(const PlanReport& report) {
  if (!report.programme || !report.strengthening) return {};
  const Programme& p = *report.programme;
  const double gained = report.weeks.empty() ? 0.0 : report.weeks.back().strength_gain_percent;
  std::string text =
      fmt::format("{} +{:.1f} % by the last week, from {} sessions a week over {} weeks ({})", p.name, gained,
                  number_text(report.strengthening->sessions_per_week), report.strengthening->weeks, p.source);
  if (!p.published) text += "; this size is judged, no study of this muscle was used";
  if (!p.also.empty()) text += "; " + p.also + ", not modelled";
  return text + "; strength beyond what the run demands changes no load";
}

std::vector<std::string> rule_sentences(const PlanReport& report) {
  const TrainingRules& r = report.rules;
  std::vector<std::string> sentences{
      fmt::format("{:.0f} % rule: {}", r.ten_percent.limit, r.ten_percent.source),
      fmt::format("jumps beyond {:.0f} %: {}", r.large_increase.limit, r.large_increase.source),
      fmt::format("{}-week ratio, marked above {}: {}", r.weeks_before, number_text(r.acute_chronic.limit),
                  r.acute_chronic.source)};
  const bool low = std::any_of(report.weeks.begin(), report.weeks.end(),
                               [&](const WeekReport& w) { return w.distance_km < r.low_distance.limit; });
  if (low) sentences.push_back("less is not always safer: " + r.low_distance.source);
  return sentences;
}

std::string plan_check_sentence(const CheckResult& result) {
  const auto bound = [](const std::optional<double>& b) { return b ? number_text(*b) : std::string(); };
  const Check& c = result.check;
  const std::string expected = c.min && c.max ? fmt::format("{} .. {}", bound(c.min), bound(c.max))
                               : c.min        ? "at least " + bound(c.min)
                                              : "at most " + bound(c.max);
  const std::string found = result.value ? fmt::format("{:.4g}", *result.value) : "none: " + result.missing_reason;
  return fmt::format("{}: {}, expected {}", c.metric, found, expected);
}

}  // namespace stridelab
