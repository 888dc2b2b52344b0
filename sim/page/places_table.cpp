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

/// A value of one of many forms; one word where it lies beyond what is usual for that form.
std::string value_and_level(const MetricLoad& load, const std::string& value) {
  if (load.level == LoadLevel::usual || load.level == LoadLevel::unknown) return value;
  return fmt::format("{} <span class=\"soft\">{}</span>", value, to_text(load.level));
}

std::string place_row(const std::vector<PageForm>& forms, std::size_t place) {
  const RegionLoad& first = forms.front().run->regions[place];
  const MetricLoad& load = first.main();
  const bool many = forms.size() > 2;
  const auto text = [&](const MetricLoad& of) {
    const std::string value = of.value ? fixed(*of.value, load.row->decimals) : std::string("-");
    return many ? value_and_level(of, value) : value;
  };
  std::string out = fmt::format("<tr><td>{}</td><td class=\"words wide\">{}{}, {}</td><td>{}</td>",
                                markup_text(first.region.name), markup_text(load.metric.name),
                                load.row->confidence == Confidence::direction ? " ~" : "", load.row->unit, text(load));
  for (std::size_t i = 1; i < forms.size(); ++i) {
    const std::optional<double> percent = change_percent(forms.front(), forms[i], place);
    out += fmt::format("<td>{}</td><td>{}</td>", text(forms[i].run->regions[place].main()),
                       percent ? signed_percent(*percent) : "-");
    if (!many) out += bar(percent, full_percent(forms));
  }
  if (many) return out + "</tr>\n";
  const MetricLoad& last = forms.back().run->regions[place].main();
  return out + fmt::format("<td class=\"wide range\">{} to {}</td><td class=\"words\">{}</td></tr>\n",
                           fixed(last.usual.low, load.row->decimals), fixed(last.usual.high, load.row->decimals),
                           to_text(last.level));
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
  const bool many = forms.size() > 2;
  if (!many) head += "<th scope=\"col\" class=\"wide\">usual</th><th scope=\"col\" class=\"words\">level</th>";
  head += "</tr>\n";
  std::string rows;
  for (std::size_t i = 0; i < first.size(); ++i) rows += place_row(forms, i);
  return heading(forms.size() > 1 ? "Who gains, who pays" : "Places of the leg") +
         fmt::format(
             "<div class=\"table\"><table><caption>Peak of a step, right leg. {}: what nine of ten ordinary runs of "
             "this model give at such a speed and slope. ~ direction known, size uncertain.</caption><thead>{}</thead>"
             "<tbody>{}</tbody></table></div>\n",
             many ? "Low, high: outside" : "Usual", head, rows) +
         elsewhere_text(forms);
}

}  // namespace stridelab
