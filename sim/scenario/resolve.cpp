#include "scenario/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/frames.h"
#include "ground/footing.h"

namespace stridelab {

namespace {

FootPosture foot_posture_of(const std::string& word) {
  if (word == "flat") return FootPosture::flat;
  return word == "high" ? FootPosture::high : FootPosture::neutral;
}

KneeSupport knee_support_of(const std::string& word) {
  if (word == "tape") return KneeSupport::tape;
  if (word == "brace") return KneeSupport::brace;
  return word == "sleeve" ? KneeSupport::sleeve : KneeSupport::none;
}

double fraction(const ParameterSet& parameters, std::string_view key) { return parameters.number(key) / 100.0; }
double radians(const ParameterSet& parameters, std::string_view key) { return parameters.number(key) * rad_per_deg; }

Body body_of(const ParameterSet& given) {
  Body body;
  body.mass_kg = given.number("mass_kg");
  body.height_m = given.number("height_m");
  body.sex = given.text("sex") == "female" ? Sex::female : Sex::male;
  body.q_angle_rad = radians(given, "q_angle_deg");
  body.knee_alignment_rad = radians(given, "knee_alignment_deg");
  body.foot_posture = foot_posture_of(given.text("foot_posture"));
  body.hamstring_tightness = fraction(given, "hamstring_tightness_percent");
  body.calf_tightness = fraction(given, "calf_tightness_percent");
  return body;
}

void set_strengths(Form& form, const ParameterSet& given) {
  form.hip_strength = fraction(given, "hip_strength_percent");
  form.quad_strength = fraction(given, "quad_strength_percent");
  form.hip_extensor_strength = fraction(given, "hip_extensor_strength_percent");
  form.calf_strength = fraction(given, "calf_strength_percent");
  form.core_strength = fraction(given, "core_strength_percent");
}

Form form_of(const ParameterSet& given) {
  Form form;
  form.speed_m_s = given.number("speed_m_s");
  form.cadence_spm = given.number("cadence_spm");
  form.foot_strike_rad = radians(given, "foot_strike_deg");
  form.foot_placement_m = given.number("foot_placement_m");
  form.trunk_lean_rad = radians(given, "trunk_lean_deg");
  form.step_width_m = given.number("step_width_m");
  form.toe_out_rad = radians(given, "toe_out_deg");
  form.slope_rad = std::atan(fraction(given, "slope_percent"));
  set_strengths(form, given);
  form.arch_support = fraction(given, "arch_support_percent");
  form.knee_support = knee_support_of(given.text("knee_support"));
  return form;
}

}  // namespace

RunInputs resolve(const ParameterSet& parameters, const Equipment& equipment) {
  const auto& [ground, usual, fatigue] = equipment;
  RunInputs inputs{body_of(parameters), form_of(parameters), parameters.text("shoe"), parameters.text("surface"),
                   parameters.number("shoe_distance_km")};
  inputs.body.shoe_mass_change_kg = ground.shoe.mass_kg - usual.shoe.mass_kg;
  inputs.form.arch_support = std::max(inputs.form.arch_support, ground.shoe.arch_support);
  inputs.form.footing = footing(ground, usual);
  tire(inputs.form, fatigue, fraction(parameters, "fatigue_percent"));
  return inputs;
}

tl::expected<RunInputs, Diagnostics> resolve(const ParameterSet& parameters) {
  return read_equipment(parameters).map([&](const Equipment& found) { return resolve(parameters, found); });
}

std::optional<std::string> stride_engine_note(std::string_view surface) {
  if (surface == usual_surface_name) return std::nullopt;
  return fmt::format(
      "surface: how far {} gives acts on this stride; the energy it keeps and slipping on it act in the "
      "forward engine only",
      surface);
}

}  // namespace stridelab
