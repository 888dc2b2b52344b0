#include <fmt/format.h>

#include <algorithm>

#include "core/file_fault.h"
#include "lessons/lessons.h"
#include "model_files/models_origin.h"
#include "page/page_forms.h"
#include "page/page_style.h"
#include "page/run_page.h"
#include "report/markup.h"
#include "report/plain_words.h"
#include "study/change.h"
#include "study/run_scenario.h"

namespace stridelab {
namespace {

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> out(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.empty() && !out.back().empty())
      out.emplace_back();
    else if (!line.empty())
      out.back() += (out.back().empty() ? "" : " ") + std::string(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// "D: the force on the kneecap changes by -15 %."
std::string answer_of(const TaughtLesson& taught) {
  return fmt::format("{}: {} changes by {}.", letter_of(taught.right), plain_label(taught.lesson->metric),
                     signed_percent(taught.change_percent));
}

std::string figures_and_charts(const TaughtLesson& taught, const LoadModels& models) {
  const std::vector<RunReport> reports{taught.report};  // forms point into it
  const std::vector<PageForm> forms = page_forms(reports);
  std::string out = page_figures(forms, Units::metric);
  std::string charts;
  for (const PageChart& one : page_charts(forms, models)) charts += chart_figure(one.chart);
  return out + "<div class=\"charts\">" + charts + "</div>\n";
}

}  // namespace

tl::expected<TaughtLesson, Diagnostics> teach(const Lesson& lesson, const std::filesystem::path& scenarios,
                                              RunCache& cache, const RegionMap& map) {
  const auto scenario = read_scenario(scenarios / (lesson.scenario + ".toml"));
  if (!scenario) return tl::unexpected(scenario.error());
  TaughtLesson taught{&lesson, 0.0, 0, run_scenario(*scenario, cache, ChecksOf::nobody, {}, Detail::tables)};
  add_regions(taught.report, map);
  if (!taught.report.metrics || !taught.report.base.metrics)
    return tl::unexpected(file_fault(scenario->path, taught.report.error));
  const Change change = change_between(*metric(lesson.metric).row, taught.report.base.metrics->value(lesson.metric),
                                       taught.report.metrics->value(lesson.metric));
  taught.change_percent = change.change_percent.value_or(0.0);
  const auto right =
      std::ranges::find_if(lesson.guesses, [&](const Guess& g) { return g.holds(taught.change_percent); });
  if (right == lesson.guesses.end())
    return tl::unexpected(file_fault(scenario->path, fmt::format("lesson {}: no guess holds a change of {}", lesson.key,
                                                                 signed_percent(taught.change_percent))));
  taught.right = static_cast<std::size_t>(right - lesson.guesses.begin());
  return taught;
}

std::string letter_of(std::size_t guess) { return std::string(1, static_cast<char>('A' + guess)); }

std::string lesson_text(const TaughtLesson& taught, bool with_answer, const ConsoleStyle& style) {
  const Lesson& lesson = *taught.lesson;
  std::string text = style.bold(wrapped(lesson.title, style.columns, 0)) + wrapped(lesson.asks, style.columns, 0);
  text += style.dim(wrapped(lesson.look, style.columns, 0)) + "\n";
  for (std::size_t i = 0; i < lesson.guesses.size(); ++i)
    text += wrapped(letter_of(i) + "  " + lesson.guesses[i].text, style.columns, 2);
  if (!with_answer)
    return text + "\n" +
           style.dim(
               wrapped("Guess first. The answer: stridelab lesson " + lesson.key + " --answer", style.columns, 0));
  text += "\n" + style.bold(wrapped(answer_of(taught), style.columns, 0));
  for (const std::string& paragraph : paragraphs_of(lesson.because)) text += wrapped(paragraph, style.columns, 0);
  text += "\nNext:\n";
  for (const std::string& step : lesson.next) text += wrapped(step, style.columns, 2);
  if (const std::string note = models_origin().note(); !note.empty())
    text += wrapped("Note: " + note + ".", style.columns, 0);
  return text + style.dim(wrapped("A teaching model: no risk, no promise, no medical advice.", style.columns, 0));
}

std::string lesson_page(const TaughtLesson& taught, const LoadModels& models) {
  const Lesson& lesson = *taught.lesson;
  std::string body = fmt::format("<main>\n<h1>{}</h1>\n<p class=\"answer\">{}</p>\n<p class=\"soft\">{}</p>\n",
                                 markup_text(lesson.title), markup_text(lesson.asks), markup_text(lesson.look));
  body += "<h2>Your guess</h2>\n<ol type=\"A\">\n";
  for (const Guess& guess : lesson.guesses) body += fmt::format("<li>{}</li>\n", markup_text(guess.text));
  body += "</ol>\n<details>\n<summary>The answer</summary>\n";
  body += fmt::format("<p class=\"answer\"><strong>{}</strong></p>\n", markup_text(answer_of(taught)));
  for (const std::string& paragraph : paragraphs_of(lesson.because)) body += "<p>" + markup_text(paragraph) + "</p>\n";
  body += figures_and_charts(taught, models) + "<h2>What next</h2>\n<ul>\n";
  for (const std::string& step : lesson.next) body += "<li><code>" + markup_text(step) + "</code></li>\n";
  body +=
      "</ul>\n</details>\n<p class=\"note\">A teaching model: it knows load, not pain. No risk, no promise, no medical "
      "advice.</p>\n</main>\n";
  return html_page(lesson.title, body);
}

}  // namespace stridelab
