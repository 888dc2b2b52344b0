#include "render/ui/own_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/data_folder.h"
#include "render/ui/save_scenario.h"
#include "report/atomic_file.h"
#include "report/words.h"

namespace stridelab::view {
namespace fs = std::filesystem;
namespace {

using Outcome = tl::expected<std::string, std::string>;

RunSettings run_of(const ViewModel& model) {
  const auto scenario = read_scenario(model.scenario(), model.edits().overrides());
  return scenario ? scenario->run : RunSettings{};
}

bool is_there(const fs::path& path) {
  std::error_code unreadable;
  return fs::exists(path, unreadable);
}

/// A file's name as a person types it, with its extension; empty for none and for what is no name.
fs::path file_name(const std::string& name) {
  fs::path file(name);
  if (file.empty() || file.has_parent_path() || name == "." || name == "..") return {};
  if (file.extension() != ".toml") file += ".toml";
  return file;
}

tl::expected<fs::path, std::string> path_of(const FormFile& file) {
  const fs::path name = file_name(file.name);
  if (name.empty()) return tl::unexpected(std::string("a name is needed, without a folder in it"));
  const fs::path folder = file.folder.empty() ? own_folder("scenarios") : fs::path(file.folder);
  if (const auto made = make_folder(folder); !made) return tl::unexpected(made.error());
  return folder / name;
}

/// What a form that has no note of its own asks.
std::string note_of(const ViewModel& model) {
  if (model.edits().empty()) return model.asked();
  return fmt::format("{}: what does it change?", capitalised(what_changed(model.start(), model.parameters())));
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The values of a profile: those of the person that somebody gave, and the pace.
std::string runner_text(const ParameterSet& parameters) {
  std::vector<Assignment> given;
  for (const ParameterValue& value : parameters.values()) {
    const bool is_given = value.origin == Origin::scenario || value.origin == Origin::command_line;
    if (is_given && (is_of_person(value.info->key) || is_pace(value.info->key)))
      given.push_back({std::string(value.info->key), value.number, value.text});
  }
  ParameterBuilder builder;
  builder.apply(given, Origin::scenario);
  return scenario_text(builder.build(), "");
}

}  // namespace

fs::path own_folder(const char* kind) {
  const fs::path home = user_data_folder();
  std::error_code gone;
  return home.empty() ? fs::current_path(gone) : home / kind;
}

FormFile proposed_file(const ViewModel& model) {
  const fs::path now = model.scenario();
  if (can_save_over(model)) return {now.stem().string(), now.parent_path().string(), model.asked()};
  std::string name = now.stem().string();
  if (!model.edits().empty()) name += "_changed";
  return {name, own_folder("scenarios").string(), note_of(model)};
}

Outcome save_form_as(ViewModel& model, const FormFile& file, IfThere there) {
  const auto path = path_of(file);
  if (!path) return tl::unexpected(path.error());
  if (there == IfThere::refuse && is_there(*path))
    return tl::unexpected(fmt::format("{} is there already: press Replace, or take another name", path->string()));
  if (const auto saved = save_scenario(*path, model.parameters(), file.note, run_of(model)); !saved)
    return tl::unexpected(saved.error());
  if (!model.saved(*path)) return tl::unexpected(model.message());
  return "saved the form as " + path->string();
}

bool can_save_over(const ViewModel& model) {
  const auto bare = read_scenario(model.scenario());
  return bare && text_of(model.scenario()) == scenario_text(bare->parameters, bare->question, bare->run);
}

Outcome save_form(ViewModel& model) {
  if (!can_save_over(model))
    return tl::unexpected(std::string("this file holds more than a form: save the form under a name of its own"));
  const fs::path now = model.scenario();
  return save_form_as(model, {now.stem().string(), now.parent_path().string(), model.asked()}, IfThere::replace);
}

tl::expected<std::string, std::string> save_runner(ViewModel& model, const std::string& name) {
  const fs::path file = file_name(name), folder = own_folder("profiles");
  if (file.empty()) return tl::unexpected(std::string("a runner needs a name"));
  if (const auto made = make_folder(folder); !made) return tl::unexpected(made.error());
  if (is_there(folder / file))
    return tl::unexpected(fmt::format("{} is there already: take another name", (folder / file).string()));
  if (const auto saved = write_file(folder / file, runner_text(model.parameters())); !saved)
    return tl::unexpected(saved.error());
  if (!model.run_by(folder / file)) return tl::unexpected(model.message());
  return "saved the runner as " + (folder / file).string();
}

std::vector<fs::path> own_runners() {
  std::vector<fs::path> files;
  if (user_data_folder().empty()) return files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(own_folder("profiles"), none))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string title_of(const ViewModel& model) {
  const std::string runner = model.runner().empty() ? "" : " (" + model.runner() + ")";
  return fs::path(model.scenario()).stem().string() + (model.unsaved() ? "*" : "") + runner + " - Stridelab";
}

}  // namespace stridelab::view
