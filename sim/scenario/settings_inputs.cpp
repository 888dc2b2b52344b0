#include "scenario/settings_inputs.h"

#include "scenario/equipment.h"
#include "scenario/overrides.h"

namespace stridelab {

tl::expected<RunInputs, Diagnostics> settings_inputs(std::span<const std::string> settings) {
  Diagnostics faults;
  const Layer layer = read_overrides(settings, faults);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  ParameterBuilder builder;
  builder.apply(layer.assignments(), Origin::command_line);
  const auto equipment = EquipmentLibrary{}.of(builder.build());
  if (!equipment) return tl::unexpected(equipment.error());
  return resolve(builder.build(habit_of(*equipment)), *equipment);
}

}  // namespace stridelab
