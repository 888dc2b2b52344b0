#include "uncertainty/uncertainty_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "catalogue/parameter_table.h"
#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "core/text.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

/// Where a constant lies: all numbers that are multiplied together, or the one that is replaced.
struct ConstantPlace {
  std::string_view name;
  std::vector<double*> (*places)(LoadModels&);
};

template <std::size_t n>
std::vector<double*> each(std::array<double, n>& numbers) {
  std::vector<double*> all;
  for (double& number : numbers) all.push_back(&number);
  return all;
}

const std::array<ConstantPlace, 11>& constant_places() {
  using M = LoadModels;
  static const std::array<ConstantPlace, 11> places{{
      {"quadriceps_lever_arm", [](M& m) { return each(m.patellofemoral.lever_arm.polynomial_m); }},
      {"patellofemoral_force_ratio", [](M& m) { return each(m.patellofemoral.ratio_numerator); }},
      {"contact_area", [](M& m) { return std::vector<double*>{&m.patellofemoral.loaded_factor}; }},
      {"contact_area_load_exponent", [](M& m) { return std::vector<double*>{&m.patellofemoral.load.exponent}; }},
      {"willson_hamstrings", [](M& m) { return std::vector<double*>{&m.patellofemoral.willson.hamstrings}; }},
      {"willson_gastrocnemius", [](M& m) { return std::vector<double*>{&m.patellofemoral.willson.gastrocnemius}; }},
      {"muscle_strength", [](M& m) { return std::vector<double*>{&m.muscles.sharing.force_factor}; }},
      {"facet_slope",
       [](M& m) {
         return std::vector<double*>{&m.patella.facets.lateral_slope_rad, &m.patella.facets.medial_slope_rad};
       }},
      {"hip_motion_at_kneecap",
       [](M& m) {
         return std::vector<double*>{&m.patella.deviation.rotation_gain, &m.patella.deviation.adduction_gain};
       }},
      {"tibia_bone_centre", [](M& m) { return std::vector<double*>{&m.tibia.centroid_ahead_m}; }},
      {"landing_mass",
       [](M& m) {
         return std::vector<double*>{&m.impact.own.rearfoot.effective_mass_fraction,
                                     &m.impact.own.forefoot.effective_mass_fraction};
       }},
  }};
  return places;
}

UncertainConstant read_constant(ModelSection in) {
  UncertainConstant c;
  c.name = in.text("name");
  c.label = in.text("label");
  c.is_factor = in.has("factor");
  const std::array<double, 2> range =
      c.is_factor ? in.band("factor", {0.01, 100.0, ""}) : in.band("value", {-1e6, 1e6, ""});
  c.low = range[0];
  c.high = range[1];
  c.provenance = in.text("provenance");
  c.source = in.text("source");
  const std::vector<std::string_view> names = uncertain_constant_names();
  if (!c.name.empty() && std::ranges::find(names, c.name) == names.end()) {
    const auto near = nearest_spelling(c.name, names);
    in.fault("name", "unknown constant \"" + c.name + "\"", near ? fmt::format("did you mean {}?", *near) : "");
  }
  return c;
}

UncertainInput read_input(ModelSection in) {
  UncertainInput u{in.text("input"), in.text("label"), in.number("sd", {0.0, 1e6, ""}), in.text("provenance"),
                   in.text("source")};
  if (!u.key.empty() && find_parameter(u.key) == nullptr) in.fault("input", "unknown input \"" + u.key + "\"");
  return u;
}

UncertaintyModel read(ModelSection root) {
  UncertaintyModel model;
  for (ModelSection& entry : root.list("constant")) model.constants.push_back(read_constant(entry));
  for (ModelSection& entry : root.list("runner")) model.inputs.push_back(read_input(entry));
  ModelSection method = root.table("method");
  model.method_label = method.text("label");
  method.text("provenance");
  method.text("source");
  return model;
}

}  // namespace

std::vector<std::string_view> uncertain_constant_names() {
  std::vector<std::string_view> names;
  for (const ConstantPlace& place : constant_places()) names.push_back(place.name);
  return names;
}

void put_constant(LoadModels& models, const UncertainConstant& constant, double drawn) {
  const auto place = std::ranges::find(constant_places(), constant.name, &ConstantPlace::name);
  for (double* number : place->places(models)) *number = constant.is_factor ? *number * drawn : drawn;
}

tl::expected<UncertaintyModel, Diagnostics> read_uncertainty_model() {
  return read_model_file(model_path("uncertainty/ranges.toml"), read);
}

tl::expected<UncertaintyModel, Diagnostics> read_uncertainty_model(const std::filesystem::path& file) {
  return read_model_file(tl::expected<std::filesystem::path, Diagnostic>(file), read);
}

}  // namespace stridelab
