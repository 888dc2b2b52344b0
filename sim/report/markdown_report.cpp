#include "report/markdown_report.h"

#include <fmt/format.h>

#include "core/text.h"
#include "report/console_report.h"
#include "report/words.h"
#include "whatif/change.h"

namespace stridelab {
namespace {

/// Text that Markdown does not take for markup.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string cell(const std::optional<double>& value, int decimals) { return value ? fixed(*value, decimals) : "-"; }

std::string table_row(const MetricRow& row, const RunReport& a, const RunReport& b) {
  const Change c = change_between(row, a.metrics->value(row.key), b.metrics->value(row.key));
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", plain(row.label), row.unit == "1" ? "" : row.unit,
                     cell(c.a, row.decimals), cell(c.b, row.decimals), cell(c.change, row.decimals),
                     c.change_percent ? signed_percent(*c.change_percent) : "-");
}

std::string tables(const RunReport& a, const RunReport& b) {
  std::string text;
  const MetricGroup* group = nullptr;
  for (const MetricRow& row : metric_table()) {
    if (row.key == "solve_time_ms") continue;
    if (group == nullptr || *group != row.group)
      text += fmt::format("\n## {}\n\n| | unit | A | B | B - A | change |\n|---|---|---:|---:|---:|---:|\n",
                          group_heading(row.group));
    group = &row.group;
    text += table_row(row, a, b);
  }
  return text;
}

}  // namespace

std::string comparison_markdown(const RunReport& a, const RunReport& b) {
  std::string text = fmt::format("# {}\n\n", plain(b.question.empty() ? "A against B" : b.question));
  for (const RunReport* side : {&a, &b})
    if (side->status == RunStatus::error)
      return text + fmt::format("**No feasible gait** ({}): {}\n", plain(side->scenario), plain(side->error));
  const std::string change = what_changed(a.parameters, b.parameters);
  text += fmt::format("**{}: {}.**\n", plain(capitalised(change == "nothing" ? "the two runs are the same" : change)),
                      plain(answer_of_change(*a.metrics, *b.metrics)));
  if (const std::string other = elsewhere(*a.metrics, *b.metrics); !other.empty())
    text += "\nElsewhere: " + plain(other) + ".\n";
  text += fmt::format("\n- **A** `{}`: {}\n- **B** `{}`: {}\n", printable(a.scenario), plain(conditions(a.parameters)),
                      printable(b.scenario), plain(conditions(b.parameters)));
  return text + tables(a, b) + "\n" + std::string(honest_footer) + "\n";
}

}  // namespace stridelab
