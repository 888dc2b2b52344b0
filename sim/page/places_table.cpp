#include "page/places_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "page/page_parts.h"
#include "report/answer.h"
#include "report/markup.h"
#include "report/plain_words.h"
#include "report/words.h"
#include "study/change.h"

namespace stridelab {
namespace {

/// A bar to the left for less load, to the right for more.
std::string bar(std::optional<double> percent, double full_percent) {
  if (!percent) return "<td class=\"wide\"></td>";
  const double part = std::min(50.0, std::abs(*percent) * 50.0 / full_percent);
  return fmt::format(
      R"(<td class="wide"><svg class="bar" viewBox="0 0 100 12" aria-hidden="true"><rect class="{}" x="{:.1f}" y="2" width="{:.1f}" height="8"/><path class="zero" d="M50 0V12"/></svg></td>)",
      *percent < 0.0 ? "less" : "more", *percent < 0.0 ? 50.0 - part : 50.0, part);
}

std::optional<double> change_percent(const PageForm& a, const PageForm& b, std::size_t place) {
  const MetricLoad &from = a.run->regions[place].main(), &to = b.run->regions[place].main();
  return change_between(*from.row, from.value, to.value).change_percent;
}

/// What fills half the width of a bar: the largest change, 10 % at least.
double full_percent(const std::vector<PageForm>& forms) {
  double full = 10.0;
  for (std::size_t i = 0; i < forms.front().run->regions.size(); ++i)
    full = std::max(full, std::abs(change_percent(forms[0], forms[1], i).value_or(0.0)));
  return full;
}

std::string place_row(const std::vector<PageForm>& forms, std::size_t place) {
  const RegionLoad& first = forms.front().run->regions[place];
  const MetricLoad& load = first.main();
  const int decimals = load.row->decimals;
  const auto text = [&](const std::optional<double>& v) { return v ? fixed(*v, decimals) : std::string("-"); };
  std::string out =
      fmt::format("<tr><td>{}</td><td class=\"words wide\">{}{}, {}</td><td>{}</td>", markup_text(first.region.name),
                  markup_text(load.metric.name), load.row->confidence == Confidence::direction ? " ~" : "",
                  load.row->unit, text(load.value));
  for (std::size_t i = 1; i < forms.size(); ++i) {
    const MetricLoad& other = forms[i].run->regions[place].main();
    const std::optional<double> percent = change_percent(forms.front(), forms[i], place);
    out += fmt::format("<td>{}</td><td>{}</td>", text(other.value), percent ? signed_percent(*percent) : "-");
    if (forms.size() == 2) out += bar(percent, full_percent(forms));
  }
  const MetricLoad& last = forms.back().run->regions[place].main();
  return out + fmt::format("<td class=\"wide\">{} to {}</td><td class=\"words\">{}</td></tr>\n",
                           fixed(last.usual.low, decimals), fixed(last.usual.high, decimals), to_text(last.level));
}

/// What the table has no row for.
std::string elsewhere_text(const std::vector<PageForm>& forms) {
  std::string out;
  for (std::size_t i = 1; i < forms.size(); ++i) {
    const EngineRun &a = *forms.front().run, &b = *forms[i].run;
    const std::string other = plain_elsewhere(a, b, asked_metrics(a.parameters, b.parameters));
    if (!other.empty())
      out += paragraph("keep", (forms.size() > 2 ? forms[i].letter + ", elsewhere: " : "Elsewhere: ") + other + ".");
  }
  return out;
}

}  // namespace

std::string places_table(const std::vector<PageForm>& forms) {
  const std::vector<RegionLoad>& first = forms.front().run->regions;
  if (first.empty()) return {};
  std::string head = "<tr><th scope=\"col\">place</th><th scope=\"col\" class=\"words wide\">load, unit</th>";
  for (std::size_t i = 0; i < forms.size(); ++i) {
    head += fmt::format("<th scope=\"col\">{}</th>", key_of(forms[i]));
    if (i > 0) head += "<th scope=\"col\">change</th>";
    if (i > 0 && forms.size() == 2) head += "<th scope=\"col\" class=\"wide\">less | more</th>";
  }
  head += "<th scope=\"col\" class=\"wide\">usual</th><th scope=\"col\" class=\"words\">level</th></tr>\n";
  std::string rows;
  for (std::size_t i = 0; i < first.size(); ++i) rows += place_row(forms, i);
  return heading(forms.size() > 1 ? "Who gains, who pays" : "Places of the leg") +
         fmt::format(
             "<div class=\"table\"><table><caption>Peak of a step, right leg. Usual: what nine of ten ordinary runs of "
             "this model give at such a speed and slope. ~ direction known, size uncertain.</caption><thead>{}</thead>"
             "<tbody>{}</tbody></table></div>\n",
             head, rows) +
         elsewhere_text(forms);
}

}  // namespace stridelab
