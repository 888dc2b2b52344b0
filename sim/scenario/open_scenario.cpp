#include "scenario/open_scenario.h"

#include <algorithm>

#include "catalogue/derived_range.h"
#include "core/text.h"
#include "scenario/base_chain.h"
#include "scenario/overrides.h"

namespace stridelab {
namespace {

/// Keys that change the same thing share a subject: the step at a given speed is one thing under four names.
std::string_view subject(std::string_view key) {
  if (key == "speed_percent") return "speed_m_s";
  const bool step = key == "cadence_percent" || key == "stride_length_percent" || key == "stride_length_m";
  return step ? "cadence_spm" : key;
}

/// The overrides of things the scenario file leaves alone: they hold for its base as well.
std::vector<Assignment> common_overrides(const Layer& overrides, const Layer& scenario) {
  std::vector<Assignment> common;
  for (const Layer::Entry& override : overrides.parameters) {
    const bool changed = std::any_of(
        scenario.parameters.begin(), scenario.parameters.end(),
        [&](const Layer::Entry& own) { return subject(own.assignment.key) == subject(override.assignment.key); });
    if (!changed) common.push_back(override.assignment);
  }
  return common;
}

void outfit(const ParameterBuilder& builder, const Equipment& equipment, ParameterSet& parameters, RunInputs& inputs) {
  parameters = builder.build(habit_of(equipment));
  inputs = resolve(parameters, equipment);
}

/// Resolves the layers of a scenario and of its base with the model files that they name.
Diagnostics outfit(Scenario& scenario, const ParameterBuilder& own, const ParameterBuilder& base,
                   EquipmentLibrary& library) {
  const auto equipment = library.of(own.build());
  const auto base_equipment = library.of(base.build());
  Diagnostics faults;
  if (!equipment) add_new(faults, equipment.error());
  if (!base_equipment) add_new(faults, base_equipment.error());
  if (!faults.empty()) return faults;
  outfit(own, *equipment, scenario.parameters, scenario.inputs);
  outfit(base, *base_equipment, scenario.base_parameters, scenario.base_inputs);
  return faults;
}

/// What the values that follow from others make of the ranges, at the key that led there.
std::optional<Diagnostic> derived_fault(const ParameterSet& parameters, std::span<const ScenarioFile> files,
                                        std::vector<Assignment> overrides) {
  std::vector<std::vector<Assignment>> layers{std::move(overrides)};
  for (const ScenarioFile& file : files) layers.push_back(file.layer.assignments());
  const auto fault = find_derived_fault(parameters, layers);
  if (!fault) return std::nullopt;
  if (const Assignment* own = find_assignment(layers.front(), fault->key)) {
    const std::string written = to_text(*own);
    return Diagnostic{"--set", 0, 1, fault->message, written, static_cast<int>(display_width(written)), fault->help};
  }
  for (const ScenarioFile& file : files)
    for (const Layer::Entry& entry : file.layer.parameters)
      if (entry.assignment.key == fault->key) return file.source.at(entry.place, {fault->message, fault->help});
  return Diagnostic{
      files.empty() ? std::string("--set") : files.front().source.shown, 0, 0, fault->message, "", 1, fault->help};
}

/// The overrides, as after `--set`, where they make another run of the scenario or of its base; else nothing.
std::string changed_by(const Scenario& scenario, const Scenario& as_written, const Layer& overrides) {
  if (scenario.inputs == as_written.inputs && scenario.base_inputs == as_written.base_inputs) return {};
  std::string text;
  for (const Layer::Entry& entry : overrides.parameters) text += (text.empty() ? "" : ", ") + to_text(entry.assignment);
  return text;
}

}  // namespace

std::string_view to_text(CheckKind kind) {
  switch (kind) {
    case CheckKind::value:
      return "value";
    case CheckKind::change:
      return "change";
    case CheckKind::change_percent:
      return "change_percent";
  }
  return "value";
}

OpenScenario OpenScenario::read(const std::filesystem::path& path, const MetricNames& metrics, Diagnostics& faults) {
  OpenScenario open;
  open.files_ = read_base_chain(path, metrics, faults);
  return open;
}

OpenScenario OpenScenario::of(std::vector<ScenarioFile> files) {
  OpenScenario open;
  open.files_ = std::move(files);
  return open;
}

tl::expected<Scenario, Diagnostics> OpenScenario::resolve(std::span<const Assignment> edits) {
  Diagnostics faults;
  const Layer overrides = layer_of(edits, faults);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  Scenario scenario;
  ParameterBuilder builder;
  for (auto file = files_.rbegin(); file + 1 != files_.rend(); ++file) {
    builder.apply(file->layer.assignments(), Origin::scenario);
    apply_run(file->layer, scenario.run);
  }
  const ScenarioFile& own = files_.front();
  // A file without a base is the ground a runner stands on; one with a base is a question about that runner.
  const bool is_ground = files_.size() == 1;
  if (!is_ground) builder.apply(profile_.assignments(), Origin::scenario);
  ParameterBuilder base = builder;
  base.apply(common_overrides(overrides, own.layer), Origin::command_line);
  builder.apply(own.layer.assignments(), Origin::scenario);
  if (is_ground) {
    builder.apply(profile_.assignments(), Origin::scenario);
    base.apply(profile_.assignments(), Origin::scenario);
  }
  builder.apply(overrides.assignments(), Origin::command_line);
  apply_run(own.layer, scenario.run);
  apply_run(overrides, scenario.run);

  scenario.path = own.source.shown;
  scenario.question = own.question;
  if (files_.size() > 1) scenario.base_path = files_[1].source.shown;
  scenario.checks = own.checks;

  faults = outfit(scenario, builder, base, equipment_);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  if (auto fault = derived_fault(scenario.parameters, files_, overrides.assignments()))
    return tl::unexpected(Diagnostics{std::move(*fault)});
  const bool looks_at_base = files_.size() > 1 || std::any_of(own.checks.begin(), own.checks.end(), [](const Check& c) {
                               return c.kind != CheckKind::value;
                             });
  if (looks_at_base)
    if (auto fault = derived_fault(scenario.base_parameters, std::span(files_).subspan(1),
                                   common_overrides(overrides, own.layer)))
      return tl::unexpected(Diagnostics{std::move(*fault)});
  if (!scenario.checks.empty() && !overrides.parameters.empty())
    if (const auto as_written = resolve({})) scenario.changed_by = changed_by(scenario, *as_written, overrides);
  return scenario;
}

std::vector<GivenNumber> OpenScenario::given_numbers(std::span<const Assignment> edits) const {
  std::vector<GivenNumber> found;
  const auto add = [&](const Assignment& given, std::optional<std::size_t> file) {
    const bool relative = find_relative(given.key) != nullptr;
    const ParameterInfo* info = find_parameter(given.key);
    if (!relative && (info == nullptr || info->kind != ParameterKind::number)) return;
    const bool replaced = !relative && std::any_of(found.begin(), found.end(), [&](const GivenNumber& newer) {
      return newer.given.key == given.key;
    });
    if (!replaced) found.push_back({given, file});
  };
  for (const Assignment& edit : edits) add(edit, std::nullopt);
  for (std::size_t i = 0; i < files_.size(); ++i)
    for (const Assignment& given : files_[i].layer.assignments()) add(given, i);
  return found;
}

tl::expected<Scenario, Diagnostics> OpenScenario::resolve_with(std::span<const Assignment> edits,
                                                               const GivenNumber& lever,
                                                               std::optional<double> value) const {
  OpenScenario other = *this;
  std::vector<Assignment> other_edits(edits.begin(), edits.end());
  const auto change = [&](auto& entries, auto assignment_of) {
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [&](auto& entry) { return assignment_of(entry).key == lever.given.key; });
    if (at == entries.end()) return;
    if (value) {
      assignment_of(*at).number = *value;
    } else {
      entries.erase(at);
    }
  };
  if (lever.file) {
    Layer& layer = other.files_[*lever.file].layer;
    change(layer.parameters, [](Layer::Entry& entry) -> Assignment& { return entry.assignment; });
    if (const auto clash = find_contradiction(layer.assignments()))
      return tl::unexpected(Diagnostics{Diagnostic{path(), 0, 0, clash->message, "", 1, clash->help}});
  } else {
    change(other_edits, [](Assignment& edit) -> Assignment& { return edit; });
  }
  return other.resolve(other_edits);
}

tl::expected<Scenario, Diagnostics> read_scenario(const std::filesystem::path& path,
                                                  std::span<const std::string> overrides, const MetricNames& metrics) {
  Diagnostics faults;
  OpenScenario open = OpenScenario::read(path, metrics, faults);
  const std::vector<Assignment> edits = read_overrides(overrides, faults).all();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return open.resolve(edits);
}

}  // namespace stridelab
