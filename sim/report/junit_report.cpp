#include "report/junit_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "report/forward_words.h"
#include "report/markup.h"
#include "report/words.h"

namespace stridelab {
namespace {

std::string name_by_bounds(const Check& check) {
  const auto bound = [](const std::optional<double>& value) { return value ? number_text(*value) : std::string(); };
  return fmt::format("{} {} {} .. {}", check.metric, to_text(check.kind), bound(check.min), bound(check.max));
}

/// A name of its own for each check of a suite, the same from run to run: what it looks at and its bounds, and where
/// another has those too, its place among them.
std::string case_name(const RunReport& report, const CheckResult& c) {
  const std::string name = name_by_bounds(c.check);
  int place = 1;
  for (const CheckResult* other = report.checks.data(); other != &c; ++other)
    place += name_by_bounds(other->check) == name ? 1 : 0;
  return place == 1 ? name : fmt::format("{} #{}", name, place);
}

std::string check_case(const RunReport& report, const CheckResult& c) {
  const std::string open =
      fmt::format(R"(    <testcase classname="{}" name="{}" file="{}" line="{}")", markup_text(report.scenario),
                  markup_text(case_name(report, c)), markup_text(c.check.file), c.check.line);
  const std::string where =
      fmt::format("{}:{}: {}", markup_text(c.check.file), c.check.line, markup_text(c.check.source));
  if (c.verdict == CheckVerdict::passed) return open + "/>\n";
  if (c.verdict == CheckVerdict::not_checked)
    return open + fmt::format(">\n      <skipped message=\"{}\"/>\n    </testcase>\n", markup_text(c.missing_reason));
  return open + fmt::format(">\n      <failure message=\"{}\">{}</failure>\n    </testcase>\n",
                            markup_text(check_sentence(c)), where);
}

std::string gait_case(const RunReport& report) {
  const std::string open = fmt::format(R"(    <testcase classname="{}" name="{}")", markup_text(report.scenario),
                                       report.is_forward() ? "runs to the end" : "feasible gait");
  if (report.is_answered()) return open + "/>\n";
  return open + fmt::format(">\n      <error message=\"{}\"/>\n    </testcase>\n", markup_text(report.error));
}

std::string property(std::string_view name, const std::string& value) {
  return fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", name, markup_text(value));
}

/// A forward run says how it was made, interference included; every run what its notes say.
std::string properties(const RunReport& report) {
  std::string text;
  if (report.is_forward()) {
    text += property("engine", "forward") + property("run", engine_sentence(report));
    if (const std::string added = interference(report); !added.empty()) text += property("interference", added);
  }
  for (const std::string& note : all_notes(report)) text += property("note", note);
  return text.empty() ? text : "    <properties>\n" + text + "    </properties>\n";
}

/// As wide as any, so that it can be written over when the numbers are known.
std::string counted(std::string_view name, std::size_t count) {
  return fmt::format(" {:<28}", fmt::format("{}=\"{}\"", name, count));
}

}  // namespace

std::string junit_head(const std::optional<JunitTotals>& totals) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"stridelab\"";
  if (totals)
    text += counted("tests", totals->tests) + counted("failures", totals->failures) +
            counted("errors", totals->errors) + counted("skipped", totals->skipped);
  return text + ">\n";
}

std::string junit_suite(const RunReport& report, JunitTotals& totals) {
  const auto number_of = [&](CheckVerdict verdict) {
    return static_cast<std::size_t>(
        std::count_if(report.checks.begin(), report.checks.end(), [&](const auto& c) { return c.verdict == verdict; }));
  };
  const JunitTotals own{std::max<std::size_t>(report.checks.size(), 1), number_of(CheckVerdict::failed),
                        report.is_answered() ? 0U : 1U, number_of(CheckVerdict::not_checked)};
  totals.add(own);
  const auto took_ms = report.metrics ? report.metrics->value("solve_time_ms") : std::nullopt;
  const std::string time = took_ms ? fmt::format(" time=\"{:.3f}\"", *took_ms / 1e3) : std::string();
  std::string text =
      fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"{}>\n",
                  markup_text(report.scenario), own.tests, own.failures, own.errors, own.skipped, time);
  text += properties(report);
  if (report.checks.empty()) text += gait_case(report);
  for (const CheckResult& check : report.checks) text += check_case(report, check);
  return text + "  </testsuite>\n";
}

std::string junit_tail() { return "</testsuites>\n"; }

void JunitTotals::add(const JunitTotals& more) {
  tests += more.tests;
  failures += more.failures;
  errors += more.errors;
  skipped += more.skipped;
}

std::string junit_text(const std::vector<RunReport>& reports) {
  std::string suites;
  JunitTotals totals;
  for (const RunReport& report : reports) suites += junit_suite(report, totals);
  return junit_head(totals) + suites + junit_tail();
}

}  // namespace stridelab
