#include "scenario/settings_inputs.h"

#include <array>

#include "catalogue/derived_range.h"
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
  const ParameterSet parameters = builder.build(habit_of(*equipment));
  if (const auto fault = find_derived_fault(parameters, std::array{layer.assignments()}))
    return tl::unexpected(Diagnostics{Diagnostic{"--set", 0, 1, fault->message, "", 1, fault->help}});
  return resolve(parameters, *equipment);
}

}  // namespace stridelab
