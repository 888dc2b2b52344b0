#include "scenario/open_scenario.h"

#include <algorithm>

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
  return scenario;
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
