#include "render/web/web_engine.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/ui/form_edits.h"
#include "render/ui/save_scenario.h"
#include "report/words.h"
#include "scenario/overrides.h"
#include "scenario/scenario_places.h"
#include "study/run_cache.h"
#include "study/way_out.h"

namespace stridelab::web {
namespace {

constexpr int longest_chain = 64;           ///< previews in a row, as in the window
constexpr std::size_t most_remembered = 4;  ///< canonical answers

Json refusal(const Diagnostics& faults) { return {{"refusal", to_text(faults)}}; }

view::FormEdits edited(const view::FormEdits& before, const Json& edit, const ParameterSet& now, view::Hold hold) {
  view::FormEdits edits = before;
  const std::string key = edit.at("key");
  if (edit.contains("number")) {
    edits.set_number(key, edit["number"], now, hold);
  } else if (edit.contains("text")) {
    edits.set_text(key, edit["text"].get<std::string>());
  } else {
    edits.reset(key);
  }
  return edits;
}

Json parameters_json(const ParameterSet& now, const ParameterSet& start) {
  Json all = Json::object();
  for (const ParameterValue& value : now.values()) {
    const ParameterValue& before = start.value(value.info->key);
    const bool number = value.info->kind == ParameterKind::number;
    all[std::string(value.info->key)] = {{"value", number ? Json(value.number) : Json(value.text)},
                                         {"start", number ? Json(before.number) : Json(before.text)},
                                         {"changed", value.number != before.number || value.text != before.text}};
    if (number) {
      const std::string text = fmt::format("{:.{}f}", value.number, view::slider_decimals(*value.info));
      all[std::string(value.info->key)]["shown"] =
          with_units(value.info->key, value.number, text, value.info->unit, Units::metric);
    }
  }
  return all;
}

}  // namespace

FormName form_of(const Json& given) {
  return {given.at("scenario"), given.value("overrides", std::vector<std::string>())};
}

Json to_json(const FormName& form) { return {{"scenario", form.scenario}, {"overrides", form.overrides}}; }

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

tl::expected<std::unique_ptr<WebEngine>, Diagnostics> WebEngine::open() {
  auto models = read_load_models();
  if (!models) return tl::unexpected(models.error());
  auto map = read_region_map();
  if (!map) return tl::unexpected(map.error());
  return std::unique_ptr<WebEngine>(new WebEngine(*std::move(models), *std::move(map)));
}

tl::expected<OpenScenario*, Diagnostics> WebEngine::scenario_named(const std::string& name) {
  if (const auto known = scenarios_.find(name); known != scenarios_.end()) return &known->second;
  Diagnostics faults;
  OpenScenario opened = OpenScenario::read("scenarios/" + name + ".toml", shipped_metrics(), faults);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return &scenarios_.emplace(name, std::move(opened)).first->second;
}

tl::expected<Scenario, Diagnostics> WebEngine::read(const FormName& form) {
  const auto opened = scenario_named(form.scenario);
  if (!opened) return tl::unexpected(opened.error());
  Diagnostics faults;
  const std::vector<Assignment> edits = read_overrides(form.overrides, faults).all();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return (*opened)->resolve(edits);
}

Json WebEngine::resolve(const Json& request) {
  FormName form = form_of(request.at("form"));
  auto now = read(form);
  if (!now) return refusal(now.error());
  const auto start = read({form.scenario, {}});
  if (request.contains("edit")) {
    const view::Hold hold =
        request.value("hold", "speed") == "stride_length" ? view::Hold::stride_length : view::Hold::speed;
    form.overrides = edited(view::FormEdits(form.overrides), request["edit"], now->parameters, hold).overrides();
    now = read(form);
    if (!now) return refusal(now.error());
  }
  return {{"form", to_json(form)},
          {"parameters", parameters_json(now->parameters, start->parameters)},
          {"question", now->question},
          {"base", std::filesystem::path(now->base_path).stem().string()},
          {"conditions", conditions(now->parameters)},
          {"file", view::scenario_text(now->parameters, now->question)}};
}

WebEngine::Run WebEngine::remembered(const RunInputs& inputs) const {
  const auto is_asked = [&](const Run& run) { return run && !run->preview && run->question.inputs == inputs; };
  if (is_asked(a_)) return a_;
  const auto found = std::find_if(remembered_.begin(), remembered_.end(), is_asked);
  return found == remembered_.end() ? nullptr : *found;
}

WebEngine::Run WebEngine::kept(const view::Question& question, const std::shared_ptr<const SolvedRun>& run,
                               bool preview) {
  Run shown = view::shown_run(question, run, nullptr, models_, map_, preview);
  if (preview) return shown;
  remembered_.push_front(shown);
  if (remembered_.size() > most_remembered) remembered_.pop_back();
  return shown;
}

WebEngine::Solution WebEngine::solved(const FormName& form) {
  const auto scenario = read(form);
  if (!scenario) return tl::unexpected(to_text(scenario.error()));
  const view::Question question{scenario->path, form.overrides, scenario->parameters, scenario->inputs};
  if (const Run known = remembered(question.inputs)) {
    auto again = std::make_shared<view::ShownRun>(*known);
    again->question = question;
    return again;
  }
  const SolveResult run = solve_run(question.inputs, stride_engine(), models_);
  if (run) return kept(question, *run, false);
  RunCache tried(models_, Engines());
  return tl::unexpected(with_way_out(run.error(), {scenario->path, {}, form.overrides}, tried));
}

WebEngine::Solution WebEngine::previewed(const FormName& form) {
  const auto scenario = read(form);
  if (!scenario) return tl::unexpected(to_text(scenario.error()));
  const view::Question question{scenario->path, form.overrides, scenario->parameters, scenario->inputs};
  if (!b_ || previews_ >= longest_chain || remembered(question.inputs)) return solved(form);
  const StrideSolver warm = [&](const RunInputs& inputs) { return preview_engine()(b_->stride(), inputs); };
  if (const SolveResult run = solve_run(question.inputs, warm, models_)) return kept(question, *run, true);
  // Only the cold solve says that there is no such gait; the way out is looked for when the slider rests.
  const SolveResult run = solve_run(question.inputs, stride_engine(), models_);
  if (run) return kept(question, *run, false);
  return tl::unexpected(run.error().text());
}

}  // namespace stridelab::web
