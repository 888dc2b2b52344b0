#include "report/markdown_report.h"

#include <fmt/format.h>

#include "core/text.h"
#include "model_files/models_origin.h"
#include "report/console_report.h"
#include "report/forward_words.h"
#include "report/region_rows.h"
#include "report/shown_rows.h"
#include "report/spread_columns.h"
#include "report/sureness_tables.h"
#include "report/words.h"
#include "study/change.h"

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

/// The spread over steps, in a column that only comparisons of forward runs have.
std::string spread_cell(const RunReport& report, const MetricRow& row) {
  return " " + cell(spread_of(report.forward.get(), *find_metric(row.key)), row.decimals) + " |";
}

bool has_spread(const RunReport& a, const RunReport& b) { return a.forward || b.forward; }

std::string table_head(const RunReport& a, const RunReport& b) {
  return has_spread(a, b) ? "| | unit | A | SD | B | SD | B - A | change |\n|---|---|---:|---:|---:|---:|---:|---:|\n"
                          : "| | unit | A | B | B - A | change |\n|---|---|---:|---:|---:|---:|\n";
}

std::string table_row(const MetricRow& row, const RunReport& a, const RunReport& b) {
  const Change c = change_between(row, a.metrics->value(row.key), b.metrics->value(row.key));
  const bool spread = has_spread(a, b);
  return fmt::format("| {} | {} | {} |{} {} |{} {} | {} |\n", plain(marked_label(row)), row.unit == "1" ? "" : row.unit,
                     cell(c.a, row.decimals), spread ? spread_cell(a, row) : "", cell(c.b, row.decimals),
                     spread ? spread_cell(b, row) : "", cell(c.change, row.decimals),
                     c.change_percent ? signed_percent(*c.change_percent) : "-");
}

/// Region by region, before all numbers.
std::string region_table(const RunReport& a, const RunReport& b) {
  if (a.regions.empty() || a.regions.size() != b.regions.size()) return {};
  std::string text =
      "\n## Where the load goes\n\n| | load | unit | A | B | change | usual | "
      "|\n|---|---|---|---:|---:|---:|---|---|\n";
  for (std::size_t i = 0; i < a.regions.size(); ++i) {
    const MetricLoad &from = a.regions[i].main(), &to = b.regions[i].main();
    const Change c = change_between(*to.row, from.value, to.value);
    text += fmt::format("| {} | {} | {} | {} | {} | {} | {} .. {} | {} |\n", plain(b.regions[i].region.name),
                        plain(marked(to.metric.name, to.row->confidence)), to.row->unit, cell(c.a, to.row->decimals),
                        cell(c.b, to.row->decimals), c.change_percent ? signed_percent(*c.change_percent) : "-",
                        fixed(to.usual.low, to.row->decimals), fixed(to.usual.high, to.row->decimals),
                        plain(level_change(from.level, to.level)));
  }
  return text + "\nUsual: " + plain(b.band_basis) + ".\n";
}

/// The peaks of B that are none.
std::string edges(const RunReport& b) {
  const std::string text = window_edge_sentence(*b.metrics, b.regions, true);
  return text.empty() ? text : capitalised(plain(text)) + ".\n\n";
}

std::string tables(const RunReport& a, const RunReport& b) {
  std::string text;
  const MetricGroup* group = nullptr;
  for (const MetricRow& row : metric_table()) {
    if (row.key == "solve_time_ms") continue;
    if (group == nullptr || *group != row.group)
      text += fmt::format("\n## {}\n\n", group_heading(row.group)) + table_head(a, b);
    group = &row.group;
    text += table_row(row, a, b);
  }
  return text;
}

/// How each side was run, where it was run forward.
std::string engine_lines(const RunReport& a, const RunReport& b) {
  std::string text;
  for (const RunReport* side : {&a, &b}) {
    if (!has_spread(a, b)) continue;
    const std::string added = interference(*side);
    text += fmt::format("- **{}** {}{}\n", side == &a ? "A" : "B", plain(engine_sentence(*side)),
                        added.empty() ? "" : "; **" + plain(added) + "**");
  }
  return text;
}

/// What a person should know beside the numbers of B.
std::string notes(const RunReport& b) {
  std::string text;
  for (const std::string& note : b.metrics->notes) text += "- note: " + plain(note) + "\n";
  if (const std::string note = models_origin().note(); !note.empty()) text += "- note: " + plain(note) + "\n";
  return text;
}

std::string no_answer(const RunReport& side) {
  const std::string added = interference(side);
  return fmt::format("**{}** ({}): {}\n{}", side.is_forward() ? "No answer" : "No feasible gait", plain(side.scenario),
                     plain(side.error), added.empty() ? "" : "\n" + plain(capitalised(added)) + ".\n");
}

}  // namespace

std::string comparison_markdown(const Comparison& compared, const HowSure* sure) {
  const RunReport &a = compared.a, &b = compared.b;
  std::string text = fmt::format("# {}\n\n", plain(b.question.empty() ? "A against B" : b.question));
  for (const RunReport* side : {&a, &b})
    if (!side->is_answered()) return text + no_answer(*side);
  text += fmt::format("**{}: {}.**\n", plain(capitalised(what_differs(a, b))),
                      plain(answer_of_change(*a.metrics, *b.metrics)));
  if (const std::string other = elsewhere(*a.metrics, *b.metrics); !other.empty())
    text += "\nElsewhere: " + plain(other) + ".\n";
  if (!compared.why.empty()) text += "\nWhy: " + plain(compared.why) + "\n";
  text += fmt::format("\n- **A** `{}`: {}\n- **B** `{}`: {}\n", printable(a.scenario), plain(conditions(a.parameters)),
                      printable(b.scenario), plain(conditions(b.parameters)));
  text += engine_lines(a, b) + notes(b);
  text += region_table(a, b) + tables(a, b) +
          (sure != nullptr ? sureness_markdown(*sure, &*a.metrics, *b.metrics) : "") + "\n" +
          std::string(mark_meaning()) + ".\n\n" + edges(b) +
          plain(kneecap_changes(b.parameters, *a.metrics, *b.metrics)) + "\n";
  return text + "\n" + std::string(footer_of(b)) + "\n";
}

}  // namespace stridelab
