#include "scenario/resolve.h"

#include <fmt/format.h>

#include <algorithm>

#include "ground/footing.h"

namespace stridelab {

namespace {

/// The inputs of a runner whose both sides are like one.
RunInputs resolve_side(const ParameterSet& parameters, const Equipment& equipment) {
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

}  // namespace

RunInputs resolve(const ParameterSet& parameters, const Equipment& equipment) {
  const double longer_m = 0.001 * parameters.number("leg_length_difference_mm");
  if (parameters.sides().empty() && longer_m == 0.0) return resolve_side(parameters, equipment);
  RunInputs inputs = resolve_side(parameters.of_side(Side::right), equipment);
  RunInputs left = resolve_side(parameters.of_side(Side::left), equipment);
  inputs.body.leg_length_change_m = 0.5 * longer_m;
  left.body.leg_length_change_m = -0.5 * longer_m;
  if (!(left.body == inputs.body && left.form == inputs.form)) inputs.left = LeftSide{left.body, left.form};
  return inputs;
}

tl::expected<RunInputs, Diagnostics> resolve(const ParameterSet& parameters) {
  return EquipmentLibrary{}.of(parameters).map([&](const Equipment& found) { return resolve(parameters, found); });
}

std::optional<std::string> sides_refused(const RunInputs& inputs, std::string_view what) {
  if (!inputs.left) return std::nullopt;
  return fmt::format(
      "{} runners with two like sides only: leave out what one leg has for itself ([left], [right], "
      "leg_length_difference_mm), or ask stridelab run or compare with the stride engine",
      what);
}

std::optional<std::string> stride_engine_note(std::string_view surface) {
  if (surface == usual_surface_name) return std::nullopt;
  return fmt::format(
      "surface: how far {} gives acts on this stride; the energy it keeps and slipping on it act in the "
      "forward engine only",
      surface);
}

}  // namespace stridelab
