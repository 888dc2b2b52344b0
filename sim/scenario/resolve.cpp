#include "scenario/resolve.h"

#include <cmath>

#include "core/frames.h"

namespace stridelab {

RunInputs resolve(const ParameterSet& parameters) {
  RunInputs inputs;
  inputs.body.mass_kg = parameters.number("mass_kg");
  inputs.body.height_m = parameters.number("height_m");
  inputs.body.sex = parameters.text("sex") == "female" ? Sex::female : Sex::male;
  inputs.form.speed_m_s = parameters.number("speed_m_s");
  inputs.form.cadence_spm = parameters.number("cadence_spm");
  inputs.form.foot_strike_rad = parameters.number("foot_strike_deg") * rad_per_deg;
  inputs.form.foot_placement_m = parameters.number("foot_placement_m");
  inputs.form.trunk_lean_rad = parameters.number("trunk_lean_deg") * rad_per_deg;
  inputs.form.step_width_m = parameters.number("step_width_m");
  inputs.form.toe_out_rad = parameters.number("toe_out_deg") * rad_per_deg;
  inputs.form.hip_strength = parameters.number("hip_strength_percent") / 100.0;
  inputs.form.slope_rad = std::atan(parameters.number("slope_percent") / 100.0);
  inputs.shoe = parameters.text("shoe");
  inputs.surface = parameters.text("surface");
  return inputs;
}

std::optional<std::string> stride_engine_note(const RunInputs& inputs) {
  const RunInputs usual;
  if (inputs.shoe == usual.shoe && inputs.surface == usual.surface) return std::nullopt;
  return "shoe, surface: they act in the forward engine; this stride is planned for one ground, whatever the two are";
}

}  // namespace stridelab
