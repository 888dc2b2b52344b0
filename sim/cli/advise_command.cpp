#include "cli/advise_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "advise/advise.h"
#include "cli/outputs.h"
#include "cli/pareto_output.h"
#include "core/text.h"
#include "model_files/models_origin.h"
#include "report/json_report.h"
#include "report/plain_words.h"
#include "report/words.h"
#include "scenario/input_files.h"
#include "scenario/overrides.h"
#include "scenario/profile.h"
#include "scenario/scenario_places.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 4> usual_inputs{"cadence_spm", "foot_strike_deg", "trunk_lean_deg",
                                                       "step_width_m"};

const FileKind svg_file_kind{"SVG", {".svg"}};

std::string moved_text(const MovedInput& m, Units units) {
  const ParameterInfo& info = *find_parameter(m.parameter);
  const auto shown = [&](double v) { return with_units(m.parameter, v, fmt::format("{:.4g}", v), info.unit, units); };
  return fmt::format("{} {} to {}", spoken(m.parameter), fmt::format("{:.4g}", m.from), shown(m.to));
}

std::string outcome_text(const BoundOutcome& outcome) {
  return fmt::format("{} {}", plain_label(outcome.bound.metric), signed_percent(outcome.change_percent));
}

/// "--set-b cadence_spm=174.3 ...": the form as one may ask for it.
std::string as_settings(const Advice& advice) {
  std::string text;
  for (const MovedInput& m : advice.moved) text += fmt::format(" --set-b {}={:.4g}", m.parameter, m.to);
  return text;
}

std::string advice_text(const AdviseOptions& o, const Advice& advice, const ConsoleStyle& style) {
  std::string moves;
  for (const MovedInput& m : advice.moved) moves += (moves.empty() ? "" : ", ") + moved_text(m, style.units);
  if (moves.empty()) moves = "nothing";
  const std::string asked =
      fmt::format("{} {}", plain_label(advice.goal.bound.metric), signed_percent(advice.goal.bound.percent));
  std::string text = style.bold(wrapped(
      advice.reached
          ? fmt::format("For {}, the least change: {}.", asked, moves)
          : fmt::format("No form that people manage gives {} within the limits. The nearest: {}.", asked, moves),
      style.columns, 0));
  std::string gives = outcome_text(advice.goal);
  for (const BoundOutcome& limit : advice.limits)
    gives += ", " + outcome_text(limit) + (limit.holds() ? "" : " (beyond its limit)");
  text += wrapped("It gives: " + gives + ".", style.columns, 0);
  text += style.dim(wrapped("Before: " + runner_text(advice.before.parameters, style.units) + ".", style.columns, 0));
  for (const MovedInput& m : advice.moved)
    text += style.dim(wrapped(fmt::format("{}: {:.1f} of what people manage in one step",
                                          capitalised(spoken(m.parameter)), std::abs(m.steps)),
                              style.columns, 2));
  const std::string form = o.form.empty() ? "easy_run" : o.form;
  if (!advice.moved.empty())
    text += wrapped(fmt::format("Who pays: stridelab compare {}{}", form, as_settings(advice)), style.columns, 0);
  if (const std::string note = models_origin().note(); !note.empty())
    text += wrapped("Note: " + note + ".", style.columns, 0);
  return text +
         style.dim(wrapped("A model, no medical advice; the least change of those that may move, by steps that people "
                           "manage (models/advise); what is not known of each change: stridelab compare.",
                           style.columns, 0));
}

nlohmann::ordered_json json_of(const Advice& advice, const std::optional<Front>& front) {
  const auto bound = [](const BoundOutcome& b) {
    return nlohmann::ordered_json{{"metric", b.bound.metric},
                                  {"asked_percent", b.bound.percent},
                                  {"change_percent", b.change_percent},
                                  {"holds", b.holds()}};
  };
  nlohmann::ordered_json out{
      {"schema", "stridelab.advice/1"}, {"reached", advice.reached}, {"goal", bound(advice.goal)}};
  out["limits"] = nlohmann::ordered_json::array();
  for (const BoundOutcome& limit : advice.limits) out["limits"].push_back(bound(limit));
  out["moved"] = nlohmann::ordered_json::array();
  for (const MovedInput& m : advice.moved)
    out["moved"].push_back({{"parameter", m.parameter}, {"from", m.from}, {"to", m.to}, {"steps", m.steps}});
  out["cost"] = advice.cost;
  out["strides_tried"] = advice.tried;
  if (front) out["front"] = front_json(*front);
  return out;
}

/// The inputs that may move; what is none is said.
std::vector<ChangeStep> varied(const AdviseOptions& o, const std::vector<ChangeStep>& steps, const Console& console) {
  std::vector<std::string> keys = o.vary;
  if (keys.empty()) keys.assign(usual_inputs.begin(), usual_inputs.end());
  std::vector<ChangeStep> vary;
  for (const std::string& key : keys) {
    const auto step = std::ranges::find(steps, key, &ChangeStep::parameter);
    if (step != steps.end()) {
      vary.push_back(*step);
      continue;
    }
    std::string known;
    for (const ChangeStep& s : steps) known += (known.empty() ? "" : ", ") + s.parameter;
    console.err << fmt::format("error: --vary {} is none of {}\n", printable(key), known);
    return {};
  }
  return vary;
}

/// What the command line says, read; empty where something is wrong, which is said.
std::optional<AdviceRequest> request_of(const AdviseOptions& o, const Console& console) {
  Diagnostics faults;
  const auto profile = read_profile_of(o.profile);
  if (!profile) faults = profile.error();
  const auto steps = read_change_steps();
  if (!steps) faults.insert(faults.end(), steps.error().begin(), steps.error().end());
  OpenScenario form =
      OpenScenario::read(scenario_path(o.form.empty() ? "easy_run" : o.form), shipped_metrics(), faults);
  std::vector<Assignment> edits = read_overrides(o.set, faults).all();
  if (!faults.empty()) {
    console.err << to_text(faults);
    return std::nullopt;
  }
  form.run_by(*profile);
  const auto goal = read_goal(o.goal);
  if (!goal) console.err << "error: --goal: " << goal.error() << "\n";
  std::vector<MetricBound> limits;
  for (const std::string& text : o.limits) {
    const auto limit = read_limit(text);
    if (!limit) console.err << "error: --limit: " << limit.error() << "\n";
    if (!limit) return std::nullopt;
    limits.push_back(*limit);
  }
  std::vector<ChangeStep> vary = varied(o, *steps, console);
  if (!goal || vary.empty()) return std::nullopt;
  return AdviceRequest{std::move(form), std::move(edits), *goal, std::move(limits), std::move(vary)};
}

/// Whether `--pareto` and `--svg` make sense together and name a metric with a zero; what does not is said.
bool front_is_sound(const AdviseOptions& o, const Console& console) {
  if (const auto goal = read_goal(o.goal); goal && goal->at_least && !o.pareto.empty()) {
    console.err << "error: --pareto: a front is of two results that fall, and the goal is to rise\n";
    return false;
  }
  if (o.pareto.empty() && !o.svg.empty()) console.err << "error: --svg draws the front: --pareto METRIC\n";
  if (o.pareto.empty()) return o.svg.empty();
  const auto bound = read_limit(o.pareto + "=0%");
  if (!bound) console.err << "error: --pareto: " << bound.error() << "\n";
  return bound.has_value();
}

}  // namespace

ExitCode advise_command(const AdviseOptions& options, const Console& console, const Engines& engines) {
  Outputs outputs(console);
  const std::size_t json = outputs.want("--json", options.json, json_file);
  const std::size_t svg = outputs.want("--svg", options.svg, svg_file_kind);
  if (!front_is_sound(options, console)) return ExitCode::usage;
  const auto inputs = [&] { return input_files({scenario_path(options.form.empty() ? "easy_run" : options.form)}); };
  if (const ExitCode refused = outputs.open(inputs); refused != ExitCode::done) return refused;
  auto request = request_of(options, console);
  const auto models = read_load_models();
  if (!models) console.err << to_text(models.error());
  if (!request || !models) return ExitCode::invalid_input;
  std::optional<Front> front;
  if (!options.pareto.empty()) {
    auto forms = pareto_front(*request, options.pareto, *models, engines);
    if (!forms) {
      console.err << to_text(forms.error());
      return ExitCode::invalid_input;
    }
    front = Front{request->goal.metric, options.pareto, *std::move(forms)};
  }
  const auto advice = advise(*std::move(request), *models, engines);
  if (!advice) {
    console.err << to_text(advice.error());
    return ExitCode::invalid_input;
  }
  const bool stdout_taken = outputs.takes_stdout();
  ConsoleStyle style = stdout_taken ? console.err_style : console.out_style;
  style.units = units_of(options.units);
  (stdout_taken ? console.err : console.out)
      << advice_text(options, *advice, style) << (front ? front_text(*front, style) : "");
  if (!options.json.empty()) outputs.append(json, json_text(json_of(*advice, front)));
  if (front && !options.svg.empty()) outputs.append(svg, front_svg(*front));
  const ExitCode written = outputs.commit();
  return written != ExitCode::done ? written : advice->reached ? ExitCode::done : ExitCode::check_failed;
}

}  // namespace stridelab
