#include "scenario/resolve.h"

#include <fmt/format.h>

#include <algorithm>

#include "ground/footing.h"

namespace stridelab {

RunInputs resolve(const ParameterSet& parameters, const Equipment& equipment) {
  const auto& [ground, usual, fatigue] = equipment;
  RunInputs inputs;
  inputs.surface = parameters.text("surface");
  parameters.bind(inputs.body, inputs.form);
  inputs.body.shoe_mass_change_kg = ground.shoe.mass_kg - usual.shoe.mass_kg;
  inputs.form.arch_support = std::max(inputs.form.arch_support, ground.shoe.arch_support);
  inputs.form.footing = footing(ground, usual);
  tire(inputs.form, fatigue, parameters.number("fatigue_percent") / 100.0);
  inputs.contact = contact_model(ground.shoe, ground.surface, inputs.body.mass_kg);
  return inputs;
}

tl::expected<RunInputs, Diagnostics> resolve(const ParameterSet& parameters) {
  return EquipmentLibrary{}.of(parameters).map([&](const Equipment& found) { return resolve(parameters, found); });
}

std::optional<std::string> stride_engine_note(std::string_view surface) {
  if (surface == usual_surface_name) return std::nullopt;
  return fmt::format(
      "surface: how far {} gives acts on this stride; the energy it keeps and slipping on it act in the "
      "forward engine only",
      surface);
}

}  // namespace stridelab
