#include "cli/levers_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/outputs.h"
#include "cli/progress.h"
#include "core/text.h"
#include "guidance/explanation.h"
#include "levers/lever_words.h"
#include "levers/levers.h"
#include "report/plain_words.h"
#include "report/words.h"
#include "scenario/input_files.h"
#include "scenario/profile.h"
#include "scenario/scenario_places.h"
#include "study/run_cache.h"

namespace stridelab {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_lines = 6;  ///< levers with reasons; a screen
constexpr std::size_t most_raising = 4;

std::string percent_of(const LeverResult& result) { return signed_percent(result.percent); }

/// "1. 10 % more steps: -12 %; pays: ... How sure: ...": one lever as sentences of its own.
std::string sentence(std::size_t rank, const LeverResult& result) {
  std::string text =
      fmt::format("{}. {}: {}; {}.", rank, capitalised(result.lever->words), percent_of(result), pays_text(result));
  for (const std::string& more : {sure_text(result), methods_text(result)})
    if (!more.empty()) text += " " + capitalised(more) + ".";
  return text;
}

std::string list(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string levers_text(const LeverStudy& study, const Region& place, const ConsoleStyle& style) {
  const std::string load = plain_label(place.metrics.front().key);
  std::string text = style.bold(wrapped(fmt::format("What unloads the {} ({})", place.name, load), style.columns, 0));
  text += style.dim(wrapped("For: " + runner_text(study.parameters, style.units) + ".", style.columns, 0)) + "\n";
  const LeverGroups groups = lever_groups(study);
  for (std::size_t i = 0; i < std::min(groups.lowers.size(), most_lines); ++i)
    text += wrapped(sentence(i + 1, *groups.lowers[i]), style.columns, 0);
  if (groups.lowers.empty()) text += wrapped("Nothing that was tried lowers it by half a per cent.", style.columns, 0);
  std::vector<std::string> raising, nothing;
  for (std::size_t i = 0; i < std::min(groups.raises.size(), most_raising); ++i)
    raising.push_back(groups.raises[i]->lever->words + " " + percent_of(*groups.raises[i]));
  for (const LeverResult* result : groups.leaves) nothing.push_back(result->lever->words);
  text += "\n";
  if (!raising.empty()) text += wrapped("Raises it: " + list(raising) + ".", style.columns, 0);
  if (!nothing.empty()) text += wrapped("Leaves it as it is: " + list(nothing) + ".", style.columns, 0);
  return text + style.dim(wrapped(std::string(lever_disclaimer) + " All that was tried: --json -.", style.columns, 0));
}

Json levers_json(const LeverStudy& study, const Region& place) {
  Json document{{"schema", "stridelab.levers/1"}, {"region", place.key}, {"metric", place.metrics.front().key}};
  document["value"] = study.load;
  document["levers"] = Json::array();
  for (const LeverResult& r : study.results) {
    Json row{{"words", r.lever->words}, {"parameter", r.lever->parameter}, {"change_percent", r.percent}};
    row["pays"] = r.pays.empty() ? Json() : Json(r.pays);
    row["method_change_percent"] = r.method_percent;
    row["how_sure"] = r.doubt;
    row["step_source"] = r.lever->source;
    document["levers"].push_back(std::move(row));
  }
  document["without_stride"] = Json::array();
  for (const Lever* lever : study.without_stride) document["without_stride"].push_back(lever->words);
  return document;
}

std::string joined(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  return name;
}

/// The place that is meant, or null after saying which there are.
const Region* place_of(const std::string& name, const Guidance& guidance, const Console& console) {
  const Region* place = region_meant(name, guidance);
  if (place != nullptr) return place;
  std::vector<std::string> keys;
  for (const Region& region : guidance.map.regions) keys.push_back(region.key);
  console.err << fmt::format("error: '{}' is no place of the leg\n  places: {}\n", printable(name), list(keys));
  return nullptr;
}

}  // namespace

ExitCode levers_command(const ExplainOptions& options, const Console& console, const Engines& engines) {
  Outputs outputs(console);
  const std::size_t json = outputs.want("--json", options.json, json_file);
  const std::string form = options.form.empty() ? "easy_run" : options.form;
  if (const ExitCode refused = outputs.open([&] { return input_files({scenario_path(form)}); });
      refused != ExitCode::done)
    return refused;
  const auto& guidance = shipped_guidance();
  const auto models = read_load_models();
  const auto profile = read_profile_of(options.profile);
  if (!guidance) console.err << to_text(guidance.error());
  if (!models) console.err << to_text(models.error());
  if (!profile) console.err << to_text(profile.error());
  if (!guidance || !models || !profile) return ExitCode::invalid_input;
  const Region* place = place_of(joined(options.words), *guidance, console);
  if (place == nullptr) return ExitCode::invalid_input;
  RunCache cache(*models, engines);
  tl::expected<LeverStudy, Diagnostics> study;
  {
    Progress progress(console, 1);
    study = study_levers({scenario_path(form), options.set, &*profile}, *place, *guidance, cache,
                         [&](const LeverStudy& so_far) {
                           progress.within(so_far.part);
                           return true;
                         });
  }
  if (!study) {
    console.err << to_text(study.error());
    return study.error().front().line > 0 ? ExitCode::invalid_input : ExitCode::no_feasible_gait;
  }
  const bool stdout_taken = outputs.takes_stdout();
  ConsoleStyle style = stdout_taken ? console.err_style : console.out_style;
  style.units = units_of(options.units);
  (stdout_taken ? console.err : console.out) << levers_text(*study, *place, style);
  if (!options.json.empty()) outputs.append(json, levers_json(*study, *place).dump(1) + "\n");
  return outputs.commit();
}

}  // namespace stridelab
