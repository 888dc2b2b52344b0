#include "report/junit_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "report/forward_words.h"
#include "report/words.h"

namespace stridelab {
namespace {

/// Text fit for an attribute or element; bytes XML cannot carry become '?'.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return first_non_utf8(out) == std::string_view::npos ? out : "text that is not UTF-8";
}

std::string case_name(const CheckResult& c) {
  return c.check.metric + (c.check.kind == CheckKind::value ? "" : " " + std::string(to_text(c.check.kind)));
}

std::string check_case(const RunReport& report, const CheckResult& c) {
  const std::string open =
      fmt::format(R"(    <testcase classname="{}" name="{}")", escaped(report.scenario), escaped(case_name(c)));
  if (c.passed) return open + "/>\n";
  return open + fmt::format(">\n      <failure message=\"{}\">{}:{}: {}</failure>\n    </testcase>\n",
                            escaped(check_sentence(c)), escaped(c.check.file), c.check.line, escaped(c.check.source));
}

std::string gait_case(const RunReport& report) {
  const std::string open = fmt::format(R"(    <testcase classname="{}" name="{}")", escaped(report.scenario),
                                       report.is_forward() ? "runs to the end" : "feasible gait");
  if (report.is_answered()) return open + "/>\n";
  return open + fmt::format(">\n      <error message=\"{}\"/>\n    </testcase>\n", escaped(report.error));
}

std::string property(std::string_view name, const std::string& value) {
  return fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", name, escaped(value));
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

std::string suite(const RunReport& report) {
  const bool error = !report.is_answered();
  const auto failures =
      std::count_if(report.checks.begin(), report.checks.end(), [](const auto& c) { return !c.passed; });
  const double seconds = report.metrics ? report.metrics->value("solve_time_ms").value_or(0.0) / 1e3 : 0.0;
  std::string text = fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" time=\"{:.3f}\">\n",
      escaped(report.scenario), std::max<std::size_t>(report.checks.size(), 1), failures, error ? 1 : 0, seconds);
  text += properties(report);
  if (report.checks.empty()) text += gait_case(report);
  for (const CheckResult& check : report.checks) text += check_case(report, check);
  return text + "  </testsuite>\n";
}

}  // namespace

std::string junit_text(const std::vector<RunReport>& reports) {
  std::string suites;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  for (const RunReport& report : reports) {
    suites += suite(report);
    tests += std::max<std::size_t>(report.checks.size(), 1);
    errors += !report.is_answered() ? 1 : 0;
    for (const CheckResult& check : report.checks) failures += check.passed ? 0 : 1;
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
         fmt::format("<testsuites name=\"stridelab\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n", tests, failures,
                     errors) +
         suites + "</testsuites>\n";
}

}  // namespace stridelab
