#include "report/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/frames.h"
#include "core/text.h"
#include "report/forward_words.h"
#include "report/place_rows.h"
#include "report/plain_words.h"
#include "report/side_rows.h"
#include "report/sureness_tables.h"
#include "report/words.h"

namespace stridelab {
namespace {

constexpr std::string_view body_weight = " BW", spelled_out = " BW (body weight)";

/// Says once what BW is, where it stands first. False where it does not stand.
bool spell_out(std::string& text) {
  for (std::size_t at = text.find(body_weight); at != std::string::npos; at = text.find(body_weight, at + 1)) {
    const std::size_t end = at + body_weight.size();
    if (end < text.size() && std::string_view(" ,.;)").find(text[end]) == std::string_view::npos) continue;
    text.replace(at, body_weight.size(), spelled_out);
    return true;
  }
  return false;
}

const HowSure* drawn(const RunReport& report) { return report.sure ? &*report.sure : nullptr; }

std::string title(const RunReport& report, const ConsoleStyle& style) {
  return style.bold(wrapped(printable(report.question.empty() ? report.scenario : report.question), style.columns, 0));
}

/// A form without a stride: what to change first, then the requirement that fails.
std::string plain_refusal(const std::string& error) {
  constexpr std::string_view begin = "no feasible gait: ", way_out = "; way out: ";
  const std::size_t at = error.find(way_out);
  if (!error.starts_with(begin) || at == std::string::npos) return capitalised(error);
  return fmt::format("Nobody could run like this. Way out: {}. What fails: {}.", error.substr(at + way_out.size()),
                     error.substr(begin.size(), at - begin.size()));
}

/// The error names what failed and a way out by itself.
std::string why_not(const RunReport& report, const ConsoleStyle& style) {
  std::string text = style.red(wrapped(printable(plain_refusal(report.error)), style.columns, 2));
  for (const std::string& note : all_notes(report)) text += style.yellow(wrapped("Note: " + note, style.columns, 2));
  return text;
}

/// "3 min 42 s", "2 h 28 min".
std::string duration_text(double seconds) {
  const long whole = std::lround(seconds);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

/// What a week adds up to, where somebody said how far it is; else empty.
std::string week_line(const RunReport& report, const ConsoleStyle& style) {
  const ParameterValue& week = report.parameters.value("weekly_distance_km");
  const double per_km_bw_s = report.metrics->value("pfj_force_impulse_per_km_bw_s").value_or(0.0);
  if (week.origin == Origin::default_value || week.number <= 0.0) return {};
  const double steps = week.number * 1000.0 / report.parameters.number("stride_length_m");
  return wrapped(fmt::format("A week of {}: {:.0f} steps of each leg, body weight for {} on each kneecap.",
                             with_units("weekly_distance_km", week.number, number_text(week.number), "km", style.units),
                             std::round(steps / 100.0) * 100.0, duration_text(per_km_bw_s * week.number)),
                 style.columns, 0);
}

/// Only those that failed: a first answer has no room for what holds.
std::string failed_checks(const RunReport& report, const ConsoleStyle& style) {
  std::string text;
  for (const CheckResult& check : report.checks) {
    if (check.verdict != CheckVerdict::failed) continue;
    text += "  " + style.red("FAILED") + "  " + wrapped(check_sentence(check), style.columns, 10).substr(10);
    text += style.dim(wrapped(printable(check.check.source), style.columns, 10));
  }
  const auto left_out = std::ranges::find(report.checks, CheckVerdict::not_checked, &CheckResult::verdict);
  if (left_out != report.checks.end())
    text += style.dim(wrapped("Its checks are left out: " + left_out->missing_reason + ".", style.columns, 2));
  return text;
}

/// All notes as one paragraph, each sentence once.
std::string notes(const std::vector<const RunReport*>& reports, const ConsoleStyle& style) {
  std::vector<std::string> all;
  for (const RunReport* report : reports) {
    for (const std::string& note : all_notes(*report))
      if (std::ranges::find(all, note) == all.end()) all.push_back(note);
    if (report->is_forward() && report->forward) {
      const std::string how = engine_sentence(*report);
      if (std::ranges::find(all, how) == all.end()) all.push_back(how);
    }
  }
  std::string text;
  for (const std::string& note : all) text += (text.empty() ? "Note: " : "; ") + note;
  return text.empty() ? text : style.yellow(wrapped(text + ".", style.columns, 0));
}

/// Under the answer: how sure, what BW is where nobody has said it, and where more stands.
std::string foot(const std::string& doubt, bool bw_is_said, bool has_places, const ConsoleStyle& style) {
  std::string text = doubt.empty() ? std::string() : wrapped("How sure: " + doubt + ".", style.columns, 0);
  std::string legend;
  if (!bw_is_said && has_places) legend += "BW: body weight; ";
  if (has_places) legend += "usual: of 9 in 10 ordinary runs; ~ size uncertain; ";
  legend += "a model, no medical advice; more: --more";
  return text + style.dim(wrapped(capitalised(legend), style.columns, 0));
}

/// Where the legs differ, the headline is of the one that carries more; of both where that cannot be seen.
std::string larger_side_sentence(const MetricValues& metrics) {
  const auto of = [&](std::string_view key, std::string_view side) {
    return fixed(metrics.value(fmt::format("{}_{}", key, side)).value_or(0.0), 2);
  };
  const auto said = [&](std::string_view side) {
    return fmt::format("{} BW and {} MPa", of("pfj_force_peak_bw", side), of("pfj_stress_peak_mpa", side));
  };
  if (said("left") == said("right"))
    return fmt::format("Both kneecaps carry the same: each step presses them with up to {}.", said("right"));
  const bool left = metrics.value("pfj_force_peak_bw_left") > metrics.value("pfj_force_peak_bw_right");
  const std::string_view more = left ? "left" : "right", less = left ? "right" : "left";
  return fmt::format("The {} kneecap carries more: each step presses it with up to {}; the {} one has {}.", more,
                     said(more), less, said(less));
}

std::string answer_of_change(const RunReport& report, const std::string& why, const ConsoleStyle& style) {
  std::string said = change_sentence(what_was_changed(report.base.parameters, report.parameters, style.units),
                                     report.base, report, style.units, drawn(report));
  if (report.inputs.left) said += " " + larger_side_sentence(*report.metrics);
  const bool bw_is_said = spell_out(said);
  const auto asked = asked_metrics(report.base.parameters, report.parameters);
  if (const std::string other = plain_elsewhere(report.base, report, asked); !other.empty())
    said += " Elsewhere: " + other + ".";
  std::string text = wrapped(said, style.columns, 0);
  text += style.dim(wrapped("Before: " + runner_text(report.base.parameters, style.units) + ".", style.columns, 0));
  text += week_line(report, style);
  text += "\n" + place_change_rows(report.base.regions, report.regions, style);
  if (!why.empty()) text += wrapped("Why: " + without_arrows(why), style.columns, 0);
  if (report.sure) text += "\n" + sureness_rows(*report.sure, &*report.base.metrics, *report.metrics, style) + "\n";
  text += notes({&report}, style) + failed_checks(report, style);
  return text + foot(doubt_of_change(report.base, report), bw_is_said, !report.regions.empty(), style);
}

std::string answer_alone(const RunReport& report, const ConsoleStyle& style) {
  std::string said = run_sentence(report, style.units);
  spell_out(said);
  std::string text = wrapped(said, style.columns, 0);
  text += style.dim(wrapped("Runner: " + runner_text(report.parameters, style.units) + ".", style.columns, 0));
  text += week_line(report, style) + "\n" + place_rows(report.regions, style);
  if (report.sure) text += "\n" + sureness_rows(*report.sure, nullptr, *report.metrics, style) + "\n";
  text += notes({&report}, style) + failed_checks(report, style);
  return text + foot(doubt_of_run(report), true, !report.regions.empty(), style);
}

/// "Different bodies: A is a man, 70 kg, 1.75 m; B is a woman, ...". Empty for one body.
std::string bodies(const std::vector<const RunReport*>& forms, const ConsoleStyle& style) {
  const auto body = [&](const ParameterSet& p) {
    return fmt::format("{}, {}, {}", p.text("sex") == "male" ? "a man" : "a woman",
                       with_units("mass_kg", p.number("mass_kg"),
                                  number_text(std::round(p.number("mass_kg") * 10) / 10), "kg", style.units),
                       with_units("height_m", p.number("height_m"),
                                  number_text(std::round(p.number("height_m") * 1000) / 1000), "m", style.units));
  };
  std::string text;
  bool differ = false;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string one = body(forms[i]->parameters);
    differ = differ || one != body(forms.front()->parameters);
    text += fmt::format("{}{} is {}", i == 0 ? "" : "; ", static_cast<char>('A' + i), one);
  }
  return differ ? style.yellow(wrapped("Different bodies: " + text + ".", style.columns, 0)) : "";
}

/// The first of the forms without an answer, said as its error; empty where all have one.
std::string unanswered(const std::vector<const RunReport*>& forms, const ConsoleStyle& style) {
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (!forms[i]->is_answered())
      return fmt::format("{}  {}:\n", static_cast<char>('A' + i), printable(forms[i]->scenario)) +
             why_not(*forms[i], style);
  return {};
}

std::string form_line(std::size_t index, const RunReport& form, const std::string& what, const ConsoleStyle& style) {
  return style.dim(wrapped(fmt::format("{}: {}: {}", static_cast<char>('A' + index), printable(form.scenario), what),
                           style.columns, 0));
}

}  // namespace

/// The quantity that was asked about, then the kneecap where it was not, then what else moved.
std::string change_sentence(const std::string& change, const EngineRun& a, const EngineRun& b, Units units,
                            const HowSure* sure) {
  const std::vector<std::string> asked = asked_metrics(a.parameters, b.parameters);
  std::string text;
  for (const std::string& key : asked)
    if (const std::string phrase = plain_change(key, a, b, units, interval_words(sure, key)); !phrase.empty())
      text += (text.empty() ? "" : "; ") + phrase;
  constexpr std::string_view kneecap = "pfj_force_peak_bw";
  if (std::ranges::find(asked, kneecap) == asked.end())
    if (const std::string phrase = plain_change(kneecap, a, b, units, interval_words(sure, kneecap)); !phrase.empty())
      text += "; " + phrase;
  // Who pays may be the other leg: side_text() has both.
  const bool one_leg = a.inputs.left || b.inputs.left;
  return without_arrows(capitalised(change)) + (one_leg ? ": on the right leg " : ": ") + text + ".";
}

std::string run_sentence(const RunReport& report, Units units) {
  const MetricValues& metrics = *report.metrics;
  if (report.inputs.left) return larger_side_sentence(metrics);
  const double force_bw = metrics.value("pfj_force_peak_bw").value_or(0.0);
  const double force_n = force_bw * report.parameters.number("mass_kg") * gravity_m_s2;
  return fmt::format(
      "Each step presses the kneecap with up to {} BW, {}; its pressure is {} MPa. A kilometre adds up to body weight "
      "held for {} on each kneecap.",
      fixed(force_bw, 2), force_text(force_n, units), fixed(metrics.value("pfj_stress_peak_mpa").value_or(0.0), 2),
      duration_text(metrics.value("pfj_force_impulse_per_km_bw_s").value_or(0.0)));
}

std::string answer_text(const RunReport& report, const std::string& why, const ConsoleStyle& style) {
  const std::string text = title(report, style);
  if (!report.is_answered()) return text + why_not(report, style);
  return text + (report.has_change() ? answer_of_change(report, why, style) : answer_alone(report, style)) +
         side_text(report, style);
}

std::string answer_entry_text(const RunReport& report, const ConsoleStyle& style) {
  std::string text = title(report, style);
  if (!report.question.empty()) text += style.dim(wrapped(printable(report.scenario), style.columns, 2));
  if (!report.is_answered())
    text += why_not(report, style);
  else
    text += wrapped(report.has_change()
                        ? change_sentence(what_was_changed(report.base.parameters, report.parameters, style.units),
                                          report.base, report, style.units, drawn(report))
                        : run_sentence(report, style.units),
                    style.columns, 2);
  return text + failed_checks(report, style) + "\n";
}

std::string answer_tally_text(const RunTally& tally, const ConsoleStyle& style) {
  const auto& [passed, failed, unanswered] = tally.count;
  const std::size_t all = passed + failed + unanswered;
  std::string text = style.bold(fmt::format("{} scenario{}: {} passed", all, all == 1 ? "" : "s", passed));
  if (failed > 0) text += ", " + style.red(fmt::format("{} failed", failed));
  if (unanswered > 0) text += ", " + style.red(fmt::format("{} without an answer", unanswered));
  return text + "\n" + foot("", true, false, style);
}

std::string comparison_answer_text(const RunReport& a, const RunReport& b, const std::string& why,
                                   const std::string& attribution, const ConsoleStyle& style, const HowSure* sure) {
  if (const std::string none = unanswered({&a, &b}, style); !none.empty()) return none;
  std::string text = bodies({&a, &b}, style);
  std::string said = change_sentence(
      a.run.engine == b.run.engine ? what_was_changed(a.parameters, b.parameters, style.units) : what_differs(a, b), a,
      b, style.units, sure);
  const bool bw_is_said = spell_out(said);
  text += style.bold(wrapped(said, style.columns, 0));
  if (const std::string other = plain_elsewhere(a, b, asked_metrics(a.parameters, b.parameters)); !other.empty())
    text += wrapped("Elsewhere: " + other + ".", style.columns, 0);
  text += form_line(0, a, runner_text(a.parameters, style.units), style);
  text += form_line(1, b, runner_text(b.parameters, style.units), style);
  text += "\n" + place_change_rows(a.regions, b.regions, style);
  if (!attribution.empty()) text += wrapped(attribution, style.columns, 0);
  if (!why.empty()) text += wrapped("Why: " + without_arrows(why), style.columns, 0);
  if (const std::string brackets = sure_sentence(sure, asked_metrics(a.parameters, b.parameters)); !brackets.empty())
    text += wrapped(brackets, style.columns, 0);
  text += notes({&a, &b}, style) + failed_checks(a, style) + failed_checks(b, style);
  return text + foot(doubt_of_change(a, b), bw_is_said, !a.regions.empty(), style) +
         side_text(b.inputs.left ? b : a, style);
}

std::string forms_answer_text(const std::vector<RunReport>& forms, const ConsoleStyle& style) {
  std::vector<const RunReport*> all;
  for (const RunReport& form : forms) all.push_back(&form);
  if (const std::string none = unanswered(all, style); !none.empty()) return none;
  std::string text = bodies(all, style);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const RunReport& a = forms.front();
    text += form_line(i, forms[i],
                      i == 0 ? runner_text(a.parameters, style.units)
                             : without_arrows(what_was_changed(a.parameters, forms[i].parameters, style.units)),
                      style);
    if (i == 0) continue;
    std::string said;
    for (const std::string& key : asked_metrics(a.parameters, forms[i].parameters))
      if (const std::string phrase = plain_change(key, a, forms[i], style.units); !phrase.empty())
        said += (said.empty() ? "" : "; ") + phrase;
    text += style.bold(wrapped(capitalised(said) + ".", style.columns, 3));
  }
  std::vector<const std::vector<RegionLoad>*> places;
  for (const RunReport& form : forms) places.push_back(&form.regions);
  text += "\n" + place_form_rows(places, style) + "\n" + notes(all, style);
  for (const RunReport& form : forms) text += failed_checks(form, style);
  return text + foot("changes against A", false, !forms.front().regions.empty(), style);
}

}  // namespace stridelab
