#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "report/words.h"
#include "training/plan_output.h"
#include "training/plan_words.h"

namespace stridelab {
namespace {

constexpr int bar_width = 24;

/// Distance as a bar; '|' marks the accustomed distance where the bar does not reach it or runs past it.
std::string distance_bar(double km, double accustomed_km, double most_km) {
  const auto cells = [&](double value) { return static_cast<int>(std::lround(bar_width * value / most_km)); };
  std::string bar(static_cast<std::size_t>(cells(km)), '#');
  const auto mark = static_cast<std::size_t>(std::max(1, cells(accustomed_km)) - 1);
  if (bar.size() <= mark) bar.resize(mark + 1, ' ');
  bar[mark] = '|';
  return bar;
}

std::string rule_word(const WeekReport& week, const TrainingRules& rules) {
  if (week.keeps_ten_percent) return "kept";
  return week.rise_percent && *week.rise_percent <= rules.large_increase.limit ? "over" : "JUMP";
}

std::string percent_cell(const std::optional<double>& percent) {
  constexpr double last_digit = 0.05;
  if (!percent) return "-";
  return std::abs(*percent) < last_digit ? "0 %" : signed_percent(*percent);
}

std::string week_row(const WeekReport& week, const PlanReport& report, double most_km, const ConsoleStyle& style) {
  const std::string rule = pad_right(rule_word(week, report.rules), 6);
  std::string text = fmt::format("  {:>4} {:>7} {} {} ", week.number, fixed(week.distance_km, 1),
                                 pad_left(percent_cell(week.change_percent), 9),
                                 pad_left(week.acute_chronic ? fixed(*week.acute_chronic, 2) : "-", 7));
  text += " " + (week.keeps_ten_percent ? rule : style.yellow(rule));
  text += fmt::format("{:>5} {:>5}", week.runs, week.rest_days);
  if (report.strengthening) text += pad_left(signed_percent(week.strength_gain_percent), 10);
  return text + "  " + distance_bar(week.distance_km, report.accustomed_km, most_km) + "\n";
}

std::string distance_table(const PlanReport& report, const ConsoleStyle& style) {
  double most_km = report.accustomed_km;
  for (const WeekReport& week : report.weeks) most_km = std::max(most_km, week.distance_km);
  const std::string strength = report.strengthening ? "  strength" : "";
  std::string text = style.bold("Distance") + "\n";
  text += style.dim(fmt::format("  {:>4} {:>7} {:>9} {:>7}  {:<6}{:>5} {:>5}{}  | accustomed: {} km", "week", "km",
                                "change", fmt::format("{}-week", report.rules.weeks_before),
                                fmt::format("{:.0f} %", report.rules.ten_percent.limit), "runs", "rest", strength,
                                fixed(report.accustomed_km, 1))) +
          "\n";
  for (const WeekReport& week : report.weeks) text += week_row(week, report, most_km, style);
  return text + style.dim(wrapped(
                    fmt::format("change: against the week before; {}-week: distance over the mean of the "
                                "{} weeks before; {:.0f} %: against the harder of the two weeks before",
                                report.rules.weeks_before, report.rules.weeks_before, report.rules.ten_percent.limit),
                    style.columns, 2));
}

std::vector<const TissueReport*> followed(const PlanReport& report) {
  std::vector<const TissueReport*> found;
  for (const TissueReport& tissue : report.tissues)
    if (tissue.missing.empty()) found.push_back(&tissue);
  return found;
}

constexpr int tissue_column = 13;

/// One row per week, one column per tissue.
template <typename Cell>
std::string tissue_rows(const PlanReport& report, const std::vector<const TissueReport*>& tissues,
                        const ConsoleStyle& style, Cell cell) {
  std::string head = "  week";
  for (const TissueReport* tissue : tissues) head += pad_left(tissue->tissue.heading, tissue_column);
  std::string text = style.dim(head) + "\n";
  for (std::size_t w = 0; w < report.weeks.size(); ++w) {
    text += fmt::format("  {:>4}", report.weeks[w].number);
    for (const TissueReport* tissue : tissues) text += pad_left(cell(tissue->weeks[w]), tissue_column);
    text += "\n";
  }
  return text;
}

/// Whether the weekly loads say more than the distances do.
bool loads_differ(const PlanReport& report, const std::vector<const TissueReport*>& tissues) {
  constexpr double shown_percent = 0.5;
  for (const TissueReport* tissue : tissues)
    for (std::size_t w = 0; w < report.weeks.size(); ++w)
      if (std::abs(tissue->weeks[w].load_percent - 100.0 * report.weeks[w].distance_km / report.accustomed_km) >
          shown_percent)
        return true;
  return false;
}

std::string tissue_tables(const PlanReport& report, const ConsoleStyle& style) {
  const auto tissues = followed(report);
  std::string text;
  if (!tissues.empty()) {
    text += "\n" + style.bold("State of the tissues") +
            style.dim(" (peak of the week; 1 = peak of an accustomed week)") + "\n" +
            tissue_rows(report, tissues, style, [](const TissueWeek& w) { return band_text(w.peak); });
    if (loads_differ(report, tissues))
      text += "\n" + style.bold("Weekly load") + style.dim(" (linear, in % of an accustomed week)") + "\n" +
              tissue_rows(report, tissues, style, [](const TissueWeek& w) { return fixed(w.load_percent, 0); });
  }
  for (const TissueReport& tissue : report.tissues)
    if (!tissue.missing.empty())
      text +=
          style.yellow(wrapped(fmt::format("missing: {}: {}", tissue.tissue.name, tissue.missing), style.columns, 2));
  return text;
}

/// How a changed run differs per step and in damage per kilometre: where exponents act.
std::string kind_table(const PlanReport& report, const ConsoleStyle& style) {
  const auto tissues = followed(report);
  if (report.kinds.empty() || tissues.empty()) return {};
  std::string head = "                      ";
  for (const TissueReport* tissue : tissues) head += pad_left(tissue->tissue.heading, tissue_column);
  std::string text = "\n" + style.bold("Runs that differ from the usual one") +
                     style.dim(" (load per step; damage per km, usual run = 1)") + "\n" + style.dim(head) + "\n";
  for (const RunKind& kind : report.kinds) {
    text += wrapped(fmt::format("{} ({} km in all)", kind.changes, fixed(kind.distance_km, 1)), style.columns, 2);
    std::string load = "      load per step   ", damage = "      damage per km   ";
    for (std::size_t t = 0; t < report.tissues.size(); ++t) {
      if (!report.tissues[t].missing.empty()) continue;
      load += pad_left(signed_percent(100.0 * (*kind.load_ratio[t] - 1.0)), tissue_column);
      damage += pad_left(band_text(*kind.damage_per_km[t]), tissue_column);
    }
    text += load + "\n" + damage + "\n";
  }
  return text;
}

std::string bullet(const std::string& sentence, const ConsoleStyle& style) {
  return "  - " + wrapped(capitalised(sentence) + ".", style.columns, 4).substr(4);
}

std::string warnings(const PlanReport& report, const ConsoleStyle& style) {
  std::string text;
  for (const WeekReport& week : report.weeks)
    for (const std::string& warning : week.warnings) text += style.yellow(bullet(warning, style));
  if (text.empty())
    text = bullet("no week breaks a rule of thumb, and no tissue is clearly beyond what it is used to", style);
  for (const std::string& sentence : {rest_day_sentence(report), strengthening_sentence(report)})
    if (!sentence.empty()) text += bullet(sentence, style);
  return "\n" + style.bold("What stands out") + "\n" + text;
}

std::string notes(const PlanReport& report, const ConsoleStyle& style) {
  std::string text;
  for (const std::string& note : report.notes) text += wrapped("note: " + printable(note), style.columns, 2);
  return text.empty() ? text : style.yellow(text);
}

std::string checks(const PlanReport& report, const ConsoleStyle& style) {
  if (report.checks.empty()) return {};
  std::string text = "\n" + style.bold("Checks") + "\n";
  for (const CheckResult& check : report.checks) {
    text += "  " + (check.passed() ? style.green("passed") : style.red("FAILED")) + "  " +
            wrapped(plan_check_sentence(check), style.columns, 10).substr(10);
    text += style.dim(wrapped(printable(check.check.source), style.columns, 10));
  }
  return text;
}

std::string rules(const PlanReport& report, const ConsoleStyle& style) {
  std::string text;
  for (const std::string& sentence : rule_sentences(report)) text += wrapped(sentence, style.columns, 2);
  return "\n" + style.dim("Rules of thumb, none of them a limit of safety\n" + text);
}

}  // namespace

std::string plan_text(const PlanReport& report, const ConsoleStyle& style) {
  const std::string title = printable(report.question.empty() ? report.path : report.question);
  std::string text = "\n" + style.bold(wrapped(title, style.columns, 0));
  text += wrapped(plan_caveat(), style.columns, 2) + "\n";
  const std::string runs = fmt::format("{} run{}", report.accustomed_runs, report.accustomed_runs == 1 ? "" : "s");
  const std::string usual = fmt::format("{}: {}; before the plan {} km a week in {}{}", printable(report.path),
                                        conditions(report.usual_run), fixed(report.accustomed_km, 1), runs,
                                        report.accustomed_as_first_week ? ", spread like week 1" : " of equal length");
  text += style.dim(wrapped(usual, style.columns, 2)) + "\n";
  if (!report.error.empty()) return text + style.red(wrapped(report.error, style.columns, 2)) + "\n";
  text += distance_table(report, style) + tissue_tables(report, style) + kind_table(report, style);
  text += warnings(report, style) + notes(report, style) + checks(report, style);
  return text + rules(report, style);
}

}  // namespace stridelab
