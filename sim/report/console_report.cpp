#include "report/console_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "report/energy_rows.h"
#include "report/forward_words.h"
#include "report/metric_columns.h"
#include "report/region_rows.h"
#include "report/shown_rows.h"
#include "report/spread_columns.h"
#include "report/sureness_tables.h"
#include "report/words.h"

namespace stridelab {

namespace {

std::string_view footer_text(bool is_forward) {
  return is_forward
             ? "A simulated run along a synthesised normative stride: not a measurement of you, and not medical "
               "advice. "
               "Trust changes more than levels: published peak kneecap forces in running lie between 3.3 and 6.5 BW, "
               "by method."
             : "A synthesised normative stride, adapted to these inputs: not a measurement of you, and not medical "
               "advice. Trust changes more than levels: published peak kneecap forces in running lie between 3.3 "
               "and 6.5 BW, by method.";
}

}  // namespace

std::string_view footer_of(const RunReport& report) { return footer_text(report.is_forward()); }

namespace {

std::string title(const RunReport& report, const ConsoleStyle& style) {
  const std::string text = printable(report.question.empty() ? report.scenario : report.question);
  return style.bold(wrapped(text, style.columns, 0));
}

std::string verdict(const CheckResult& check, const ConsoleStyle& style) {
  if (check.verdict == CheckVerdict::not_checked) return style.yellow("skipped");
  return check.passed() ? style.green("passed") : style.red("FAILED");
}

std::string check_lines(const RunReport& report, const ConsoleStyle& style) {
  std::string text;
  for (const CheckResult& check : report.checks) {
    text += "  " + verdict(check, style) + "  " + wrapped(check_sentence(check), style.columns, 10).substr(10);
    text += style.dim(wrapped(printable(check.check.source), style.columns, 10));
  }
  return text;
}

std::string notes(const RunReport& report, const ConsoleStyle& style) {
  std::string text;
  for (const std::string& note : all_notes(report)) text += wrapped("note: " + note, style.columns, 2);
  return text.empty() ? text : style.yellow(text);
}

/// The error names what failed and a way out by itself.
std::string why_not(const RunReport& report, const ConsoleStyle& style) {
  const std::string text =
      report.is_readable() ? capitalised(report.error) : "Not run, the scenario has faults: " + report.error;
  return style.red(wrapped(printable(text), style.columns, 2));
}

/// The answer: against the base where there is one, else on its own.
std::string answer(const RunReport& report, const ConsoleStyle& style) {
  if (!report.has_change()) return wrapped(capitalised(answer_of_run(report)) + ".", style.columns, 2);
  const std::string change = what_changed(report.base.parameters, report.parameters, style.units);
  std::string text = wrapped(capitalised(change) + ": " + answer_of_change(*report.base.metrics, *report.metrics) + ".",
                             style.columns, 2);
  const std::string other = elsewhere(*report.base.metrics, *report.metrics);
  if (!other.empty()) text += wrapped("Elsewhere: " + other + ".", style.columns, 2);
  return text;
}

std::string footer(const RunReport& report, const ConsoleStyle& style) {
  return style.dim(wrapped(footer_of(report), style.columns, 0));
}

/// Under a forward run: how it was made, from how many steps the numbers come, and how well it ran.
std::string forward_lines(const RunReport& report, const ConsoleStyle& style) {
  if (!report.is_forward()) return {};
  std::string text = wrapped(capitalised(engine_sentence(report)) + ".", style.columns, 2);
  if (report.has_change() && report.base.forward)
    text += wrapped("A: " + steps_sentence(*report.base.forward) + ".", style.columns, 2);
  if (report.quality) text += wrapped("Running: " + quality_sentence(*report.quality) + ".", style.columns, 2);
  return style.dim(text);
}

std::string run_table(const RunReport& report, const ConsoleStyle& style) {
  const MetricValues* base = report.has_change() ? &*report.base.metrics : nullptr;
  if (!report.forward) return metric_rows(base, *report.metrics, style);
  if (base == nullptr) return spread_rows(report, style);
  return spread_change_rows(*base, report.base.forward.get(), *report.metrics, report.forward.get(), style);
}

std::string region_table(const RunReport& report, const ConsoleStyle& style) {
  return report.has_change() ? region_change_rows(report.base.regions, report.regions, style)
                             : region_rows(report.regions, style);
}

/// Under the tables: marks, what the bands are, and how the kneecap force was worked out.
std::string table_notes(const RunReport& report, const std::string& by_method, const ConsoleStyle& style) {
  std::string text = "\n" + table_foot(style);
  const std::string edges = window_edge_sentence(*report.metrics, report.regions, style.every_row);
  if (!edges.empty()) text += style.dim(wrapped(edges, style.columns, 2));
  if (!report.regions.empty()) text += style.dim(wrapped("usual: " + report.band_basis, style.columns, 2));
  return text + style.dim(wrapped(by_method, style.columns, 2));
}

std::string side_line(std::string_view name, const RunReport& report, const std::string& what,
                      const ConsoleStyle& style) {
  return wrapped(fmt::format("{}  {}: {}", name, printable(report.scenario), what), style.columns, 2);
}

/// How each side was run, where one was run forward.
std::string engine_lines(const RunReport& a, const RunReport& b, const ConsoleStyle& style) {
  if (!a.forward && !b.forward) return {};
  std::string text;
  for (const RunReport* side : {&a, &b})
    text += style.dim(wrapped((side == &a ? "A  " : "B  ") + engine_sentence(*side) + ".", style.columns, 2));
  return text;
}

/// The notes of B, and of either side how it was run.
std::string comparison_notes(const RunReport& a, const RunReport& b, const ConsoleStyle& style) {
  RunReport both = b;
  both.notes.clear();
  for (const RunReport* side : {&a, &b})
    for (const std::string& note : side->notes) both.notes.push_back((side == &a ? "A: " : "B: ") + note);
  return notes(both, style);
}

}  // namespace

std::string run_text(const RunReport& report, const ConsoleStyle& style) {
  std::string text = "\n" + title(report, style) + "\n";
  if (!report.is_answered())
    return text + why_not(report, style) + forward_lines(report, style) + notes(report, style) + "\n";
  text += answer(report, style) + "\n";
  if (report.has_change()) {
    const std::string base = report.base_path.empty() ? "the default run" : printable(report.base_path);
    text += style.dim(wrapped("A  " + base + ": " + conditions(report.base.parameters, style.units), style.columns, 2));
    text +=
        style.dim(side_line("B", report, differences(report.base.parameters, report.parameters, style.units), style));
  } else {
    text += style.dim(
        wrapped(printable(report.scenario) + ": " + conditions(report.parameters, style.units), style.columns, 2));
  }
  text += forward_lines(report, style) + notes(report, style) + "\n" + region_table(report, style);
  text += run_table(report, style);
  if (style.every_row && report.energy) text += "\n" + energy_rows(*report.energy, style);
  text += table_notes(report,
                      report.has_change() ? kneecap_changes(report.parameters, *report.base.metrics, *report.metrics)
                                          : kneecap_forces(report.parameters, *report.metrics),
                      style);
  if (report.sure)
    text += "\n" +
            sureness_rows(*report.sure, report.has_change() ? &*report.base.metrics : nullptr, *report.metrics, style);
  if (!report.checks.empty()) text += "\n" + style.bold("Checks") + "\n" + check_lines(report, style);
  return text + "\n" + footer(report, style);
}

void RunTally::add(const RunReport& report) {
  ++count[std::min<std::size_t>(static_cast<std::size_t>(report.outcome), 2)];
  any_forward = any_forward || report.is_forward();
}

std::string entry_text(const RunReport& report, const ConsoleStyle& style) {
  std::string text = title(report, style);
  if (!report.question.empty()) text += style.dim(wrapped(printable(report.scenario), style.columns, 2));
  text += !report.is_answered() ? why_not(report, style) : answer(report, style);
  return text + notes(report, style) + check_lines(report, style) + "\n";
}

std::string tally_text(const RunTally& tally, const ConsoleStyle& style) {
  const std::size_t all = tally.count[0] + tally.count[1] + tally.count[2];
  std::string text = style.bold(fmt::format("{} scenario{}: {} passed", all, all == 1 ? "" : "s", tally.count[0]));
  if (tally.count[1] > 0) text += ", " + style.red(fmt::format("{} failed", tally.count[1]));
  if (tally.count[2] > 0) text += ", " + style.red(fmt::format("{} without an answer", tally.count[2]));
  return text + "\n\n" + style.dim(wrapped(footer_text(tally.any_forward), style.columns, 0));
}

std::string runs_text(const std::vector<RunReport>& reports, const ConsoleStyle& style) {
  std::string text = "\n";
  RunTally tally;
  for (const RunReport& report : reports) {
    text += entry_text(report, style);
    tally.add(report);
  }
  return text + tally_text(tally, style);
}

std::string quiet_text(const RunReport& report, const ConsoleStyle& style) {
  std::string text;
  if (!report.is_answered()) text += printable(report.scenario) + ": " + style.red(printable(report.error)) + "\n";
  for (const CheckResult& check : report.checks)
    if (check.verdict == CheckVerdict::failed)
      text += fmt::format("{}:{}: {} {}\n", printable(check.check.file), check.check.line, style.red("FAILED"),
                          check_sentence(check));
  if (const std::string added = interference(report); report.outcome != RunOutcome::passed && !added.empty())
    text += printable(report.scenario) + ": " + added + "\n";
  return text;
}

std::string comparison_text(const Comparison& compared, const ConsoleStyle& style, const HowSure* sure) {
  const RunReport &a = compared.a, &b = compared.b;
  std::string text = "\n";
  for (const RunReport* side : {&a, &b})
    if (!side->is_answered())
      return text + (side == &a ? "A  " : "B  ") + printable(side->scenario) + ":\n" + why_not(*side, style) +
             notes(*side, style) + "\n";
  text += style.bold(wrapped(capitalised(what_differs(a, b)) + ": " + answer_of_change(*a.metrics, *b.metrics) + ".",
                             style.columns, 0));
  if (const std::string other = elsewhere(*a.metrics, *b.metrics); !other.empty())
    text += wrapped("Elsewhere: " + other + ".", style.columns, 0);
  if (!compared.why.empty()) text += wrapped("Why: " + compared.why, style.columns, 0);
  text += "\n" +
          style.dim(side_line("A", a, conditions(a.parameters, style.units), style) +
                    side_line("B", b, differences(a.parameters, b.parameters, style.units), style)) +
          engine_lines(a, b, style) + comparison_notes(a, b, style) + "\n";
  text += region_change_rows(a.regions, b.regions, style);
  text += a.forward || b.forward ? spread_change_rows(*a.metrics, a.forward.get(), *b.metrics, b.forward.get(), style)
                                 : metric_rows(&*a.metrics, *b.metrics, style);
  text += table_notes(b, kneecap_changes(b.parameters, *a.metrics, *b.metrics), style);
  if (sure != nullptr) text += "\n" + sureness_rows(*sure, &*a.metrics, *b.metrics, style);
  for (const RunReport* side : {&a, &b})
    if (!side->checks.empty())
      text += "\n" + style.bold(fmt::format("Checks of {}", side == &a ? "A" : "B")) + "\n" + check_lines(*side, style);
  return text + "\n" + footer(b.is_forward() ? b : a, style);
}

}  // namespace stridelab
