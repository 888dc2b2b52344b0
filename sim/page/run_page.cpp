#include "page/run_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "core/text.h"
#include "page/page_forms.h"
#include "page/page_parts.h"
#include "page/page_style.h"
#include "page/places_table.h"
#include "page/svg_figure.h"
#include "report/answer.h"
#include "report/console_report.h"
#include "report/forward_words.h"
#include "report/markup.h"
#include "report/plain_words.h"
#include "report/sureness_tables.h"
#include "report/words.h"
#include "study/change.h"
#include "study/stride_events.h"

namespace stridelab {
namespace {

/// The first form and the one it is compared with; the same where there is one.
struct Pair {
  const EngineRun &a, &b;
};
Pair pair_of(const std::vector<PageForm>& forms) {
  return {*forms.front().run, forms.size() > 1 ? *forms[1].run : *forms.front().run};
}

std::string title_of(const std::vector<RunReport>& forms, const std::vector<PageForm>& shown, Units units) {
  if (forms.size() == 1) return forms[0].question.empty() ? "A run and its load on the knee" : forms[0].question;
  if (forms.size() > 2) return "Forms of running, side by side";
  if (!forms[1].question.empty()) return forms[1].question;
  const Pair pair = pair_of(shown);
  return capitalised(without_arrows(what_was_changed(pair.a.parameters, pair.b.parameters, units)));
}

std::string answer(const std::vector<RunReport>& forms, const std::vector<PageForm>& shown, Units units,
                   const HowSure* sure) {
  if (shown.size() == 1) return paragraph("answer", run_sentence(forms.front(), units));
  std::string out;
  const EngineRun& a = *shown.front().run;
  for (std::size_t i = 1; i < shown.size(); ++i) {
    const EngineRun& b = *shown[i].run;
    const std::string change = forms.size() == 2 && forms[0].run.engine != forms[1].run.engine
                                   ? what_differs(forms[0], forms[1])
                                   : what_was_changed(a.parameters, b.parameters, units);
    const std::string letter = shown.size() > 2 ? shown[i].letter + ": " : "";
    out += paragraph("answer", letter + change_sentence(change, a, b, units, i == 1 ? sure : nullptr));
  }
  return out;
}

std::string figure_of(const PageForm& form, Units units) {
  const EngineRun& run = *form.run;
  std::string caption = fmt::format("<figcaption>{}: <span class=\"soft\">{}</span></figcaption>", key_of(form),
                                    markup_text(runner_text(run.parameters, units)));
  if (!run.stride) return {};
  const StrideRecord& record = run.stride->record;
  const StrideSample sample = run.stride->plan.source.at(stride_events(record).peak_load);
  const double force_bw = run.metrics->value("pfj_force_peak_bw").value_or(std::nan(""));
  const FigurePose pose{record.body,
                        sample,
                        record.form.slope_rad,
                        force_bw,
                        form.css,
                        fmt::format("{}: the runner when the kneecap is pressed most, {} times body weight",
                                    form.letter, fixed(force_bw, 1))};
  return fmt::format("<figure>{}{}</figure>\n", svg_figure(pose), caption);
}

std::string charts(const std::vector<PageForm>& forms, const LoadModels& models) {
  std::string out;
  std::set<std::string> notes;
  for (const PageChart& one : page_charts(forms, models)) {
    out += chart_figure(one.chart);
    if (!one.band_note.empty()) notes.insert(one.band_note);
  }
  if (out.empty()) return {};
  std::string legend;
  for (const PageForm& form : forms) legend += (legend.empty() ? "" : ", ") + key_of(form);
  std::string text = heading("Over one stride, right leg") + fmt::format("<p class=\"note\">Lines: {}.</p>", legend) +
                     "<div class=\"charts\">" + out + "</div>\n";
  for (const std::string& note : notes) text += paragraph("note", "Shaded: " + note + ".");
  return text;
}

std::string shown_value(const ParameterValue& v, Units units) {
  return v.info->unit.empty() && !v.text.empty()
             ? v.text
             : with_units(v.info->key, v.number, fmt::format("{:.4g}", v.number), v.info->unit, units);
}

/// Every input that differs between the forms, given or following.
std::string form_table(const std::vector<PageForm>& forms, Units units) {
  if (forms.size() < 2) return {};
  std::string rows;
  for (const ParameterInfo& info : parameter_table()) {
    const ParameterValue& a = forms.front().run->parameters.value(info.key);
    const bool differs = std::ranges::any_of(forms, [&](const PageForm& form) {
      const ParameterValue& b = form.run->parameters.value(info.key);
      return b.number != a.number || b.text != a.text;
    });
    if (!differs) continue;
    rows += fmt::format("<tr><td>{}</td>", markup_text(spoken(info.key)));
    for (const PageForm& form : forms)
      rows += fmt::format("<td>{}</td>", markup_text(shown_value(form.run->parameters.value(info.key), units)));
    rows += "</tr>\n";
  }
  if (rows.empty()) return {};
  std::string head = "<tr><th scope=\"col\">input</th>";
  for (const PageForm& form : forms) head += fmt::format("<th scope=\"col\">{}</th>", key_of(form));
  return heading("What differs in the form") +
         fmt::format("<div class=\"table\"><table><thead>{}</tr></thead><tbody>{}</tbody></table></div>\n", head, rows);
}

std::string doubts(const std::vector<RunReport>& forms, const std::vector<PageForm>& shown,
                   const PageRequest& request) {
  std::string out;
  const Pair pair = pair_of(shown);
  out += paragraph("keep", sure_sentence(request.sure, asked_metrics(pair.a.parameters, pair.b.parameters)));
  const std::string doubt = shown.size() > 1 ? doubt_of_change(pair.a, pair.b) : doubt_of_run(pair.a);
  if (!doubt.empty()) out += paragraph("keep", capitalised(doubt) + ".");
  std::vector<std::string> said;
  for (const RunReport& form : forms)
    for (const std::string& note : all_notes(form))
      if (std::ranges::find(said, note) == said.end()) said.push_back(note);
  for (const std::string& note : said) out += paragraph("note", capitalised(note) + ".");
  out += paragraph("note", footer_of(forms.front()));
  return heading("How sure, and what is not known") + out;
}

std::string entry_item(const GuidanceEntry& entry) {
  return fmt::format("<li><strong>{}.</strong> {} <span class=\"soft\">{}</span></li>\n", markup_text(entry.title),
                     markup_text(entry.text), markup_text(entry.evidence));
}

/// What to try and what to watch for, of a place.
std::string advice(const Guidance& guidance, const PageRequest& request) {
  if (request.place == nullptr) return {};
  std::string todo, warnings;
  if (const RegionNotes* notes = guidance.region(request.place->key))
    for (const std::string& key : notes->advice)
      if (const GuidanceEntry* entry = guidance.entry(key)) todo += entry_item(*entry);
  for (const GuidanceEntry* entry : guidance.of_kind(GuidanceKind::warning_sign)) {
    const bool here =
        entry->regions.empty() || std::ranges::find(entry->regions, request.place->key) != entry->regions.end();
    if (here) warnings += entry_item(*entry);
  }
  std::string out;
  if (!todo.empty()) out += heading("What to try: " + request.place->name) + "<ul>" + todo + "</ul>\n";
  if (!warnings.empty()) out += heading("When to see somebody") + "<ul>" + warnings + "</ul>\n";
  return out + paragraph("note", guidance_disclaimer);
}

/// Where the numbers come from: the sources of the metrics in the table, each once.
std::string sources(const std::vector<PageForm>& forms) {
  std::vector<std::string_view> all;
  for (const RegionLoad& region : forms.front().run->regions)
    if (const std::string_view source = region.main().row->source;
        !source.empty() && std::ranges::find(all, source) == all.end())
      all.push_back(source);
  std::string items;
  for (const std::string_view source : all) items += fmt::format("<li>{}</li>\n", markup_text(source));
  return items.empty() ? items : heading("Sources of the numbers") + "<ul class=\"note\">" + items + "</ul>\n";
}

std::string refused(const std::vector<RunReport>& forms) {
  std::string out;
  for (const RunReport& form : forms)
    if (!form.is_answered())
      out += paragraph("answer", (form.question.empty() ? form.scenario : form.question) + ": " + form.error);
  return out;
}

}  // namespace

std::string page_figures(const std::vector<PageForm>& forms, Units units) {
  std::string out;
  for (const PageForm& form : forms) out += figure_of(form, units);
  if (out.empty()) return {};
  return heading("When the kneecap is pressed most") + "<div class=\"row\">" + out + "</div>\n" +
         paragraph("note", "Right leg in colour; the ring is the knee, the arrow the force of the ground.");
}

std::string run_page(const std::vector<RunReport>& forms, const std::string& why, const LoadModels& models,
                     const Guidance& guidance, const PageRequest& request) {
  if (const std::string none = refused(forms); !none.empty())
    return html_page("No answer", "<main>\n<h1>No answer</h1>\n" + none + "</main>\n");
  const std::vector<PageForm> shown = page_forms(forms);
  const std::string title = title_of(forms, shown, request.units);
  std::string body = fmt::format("<main>\n<header>\n<h1>{}</h1>\n", markup_text(title));
  if (!request.client.empty()) body += paragraph("soft", "For " + request.client);
  body += paragraph("soft", request.note) + "</header>\n" + answer(forms, shown, request.units, request.sure);
  body += page_figures(shown, request.units) + places_table(shown);
  if (!why.empty()) body += heading("Why") + paragraph("keep", without_arrows(why));
  body += charts(shown, models) + form_table(shown, request.units) + doubts(forms, shown, request);
  return html_page(title, body + advice(guidance, request) + sources(shown) + "</main>\n");
}

CurvesPicture curves_picture(const std::vector<RunReport>& forms, const LoadModels& models) {
  constexpr double cell_x = 380.0, cell_y = 226.0;
  const std::vector<PageForm> shown = page_forms(forms);
  const std::vector<PageChart> all = page_charts(shown, models);
  std::string cells, legend;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string svg = svg_chart(all[i].chart);
    const double x = 10.0 + cell_x * static_cast<double>(i % 2), y = 36.0 + cell_y * static_cast<double>(i / 2);
    svg.insert(svg.find(' '), fmt::format(R"( x="{:.0f}" y="{:.0f}" width="360" height="190")", x, y + 22.0));
    cells += fmt::format(R"(<text class="said" x="{:.0f}" y="{:.0f}">{}, {}</text>{})", x, y + 14.0,
                         markup_text(all[i].chart.title), markup_text(all[i].chart.unit), svg);
  }
  double x = 10.0;
  for (const PageForm& form : shown) {
    legend += fmt::format(R"(<path class="line {}" d="M{:.0f} 18h26"/><text x="{:.0f}" y="22">{}</text>)", form.css, x,
                          x + 32.0, markup_text(form.letter));
    x += 110.0;
  }
  const double height = 40.0 + cell_y * std::ceil(static_cast<double>(all.size()) / 2.0);
  return {
      svg_file(fmt::format(
          R"svg(<svg viewBox="0 0 770 {:.0f}" width="770" height="{:.0f}" role="img" aria-label="Curves over one stride"><rect width="770" height="{:.0f}" style="fill:var(--ground)"/>{}{}</svg>)svg",
          height, height, height, legend, cells)),
      770, static_cast<int>(height)};
}

}  // namespace stridelab
