#include "loads/muscles/muscle_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "core/frames.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, n_leg_angles> angle_names{
    "hip_flexion", "hip_adduction", "hip_rotation", "knee_flexion", "ankle_dorsiflexion", "subtalar_inversion"};

constexpr std::array<std::string_view, n_muscle_groups> group_names{
    "quadriceps",      "vasti_medial",    "gastrocnemius",       "soleus", "hamstrings", "gluteus_medius",
    "gluteus_minimus", "gluteus_maximus", "tensor_fasciae_latae"};

constexpr std::array<std::string_view, n_muscle_units> unit_names{
    "addbrev", "addlong", "addmagDist", "addmagIsch", "addmagMid", "addmagProx", "bflh",   "bfsh",
    "edl",     "ehl",     "fdl",        "fhl",        "gaslat",    "gasmed",     "glmax1", "glmax2",
    "glmax3",  "glmed1",  "glmed2",     "glmed3",     "glmin1",    "glmin2",     "glmin3", "grac",
    "iliacus", "perbrev", "perlong",    "piri",       "psoas",     "recfem",     "sart",   "semimem",
    "semiten", "soleus",  "tfl",        "tibant",     "tibpost",   "vasint",     "vaslat", "vasmed"};

constexpr ModelRange angle_deg{-180.0, 180.0, "deg"};

template <std::size_t n>
std::optional<int> index_of(const std::array<std::string_view, n>& names, const toml::node& node) {
  const auto at = std::find(names.begin(), names.end(), node.value_or<std::string_view>(""));
  if (at == names.end()) return std::nullopt;
  return static_cast<int>(std::distance(names.begin(), at));
}

/// Reads models/muscles/rajagopal_2016.toml into a model.
class MusclesFile {
 public:
  explicit MusclesFile(ModelSection root) : root_(root) {}

  MuscleModel read() {
    ModelSection generic = root_.table("generic"), groups = root_.table("groups"), units = root_.table("units");
    model_.generic_height_m = generic.number("height_m", body_height_m);
    model_.generic_mass_kg = generic.number("mass_kg", body_mass_kg);
    read_coordinates(root_.table("coordinates"));
    for (std::size_t group = 0; group < n_muscle_groups; ++group) read_group(groups, group);
    for (std::size_t unit = 0; unit < n_muscle_units; ++unit) read_unit(units.table(unit_names[unit]), unit);
    return std::move(model_);
  }

 private:
  void read_coordinates(ModelSection in) {
    const toml::array* names = in.array("names", "the list of coordinates");
    for (std::size_t k = 0; names != nullptr && k < n_leg_angles; ++k) {
      const toml::node* name = names->get(k);
      if (name == nullptr || index_of(angle_names, *name) != static_cast<int>(k))
        in.fault(name != nullptr ? *name : *names, fmt::format("coordinate {} must be {}", k + 1, angle_names[k]));
    }
    const auto degrees = [&](const char* key, const ModelRange& range) {
      const auto read = in.numbers<n_leg_angles>(key, range);
      LegAngles angles;
      for (int k = 0; k < n_leg_angles; ++k) angles[k] = rad_per_deg * read[static_cast<std::size_t>(k)];
      return angles;
    };
    model_.lengths.centre_rad = degrees("centre_deg", angle_deg);
    model_.lengths.scale_rad = degrees("scale_deg", {1.0, 180.0, "deg"});
    model_.lengths.fitted_from_rad = degrees("fitted_from_deg", {-180.0, 0.0, "deg"});
    model_.lengths.fitted_to_rad = degrees("fitted_to_deg", {0.0, 180.0, "deg"});
  }

  void read_group(ModelSection groups, std::size_t group) {
    UnitVector& members = model_.membership[group];
    members.setZero();
    const toml::array* units = groups.array(group_names[group], "a list of units");
    for (std::size_t i = 0; units != nullptr && i < units->size(); ++i) {
      const toml::node& node = (*units)[i];
      if (const auto unit = index_of(unit_names, node))
        members[*unit] = 1.0;
      else
        groups.fault(node, "not the name of a muscle unit");
    }
    if (units != nullptr && units->empty())
      groups.fault(group_names[group], fmt::format("'{}' has no unit", group_names[group]));
  }

  void read_unit(ModelSection in, std::size_t place) {
    const auto unit = static_cast<Eigen::Index>(place);
    model_.name[place] = unit_names[place];
    model_.max_force_n[unit] = in.number("max_isometric_force_n", {20.0, 10000.0, "N"});
    model_.optimal_fibre_m[unit] = in.number("optimal_fibre_length_m", {0.01, 0.8, "m"});
    model_.tendon_slack_m[unit] = in.number("tendon_slack_length_m", {0.0, 0.8, "m"});
    const double pennation_rad = rad_per_deg * in.number("pennation_deg", {0.0, 60.0, "deg"});
    model_.fibre_thickness_m[unit] = model_.optimal_fibre_m[unit] * std::sin(pennation_rad);
    read_terms(unit, in);
  }

  void read_terms(Eigen::Index unit, ModelSection in) {
    const toml::array* crossed = in.array("coordinates", "a list of coordinates");
    const toml::array* terms = in.array("terms", "a list of terms");
    if (crossed == nullptr || terms == nullptr) return;
    std::vector<int> angles;
    for (const toml::node& node : *crossed) {
      const auto angle = index_of(angle_names, node);
      if (!angle || (!angles.empty() && *angle <= angles.back()))
        return in.fault(node, "not the name of a coordinate, or out of their order");
      angles.push_back(*angle);
    }
    for (const toml::node& node : *terms) read_term(unit, angles, in, node);
    judge_length(unit, in);
  }

  /// One [exponent, .., coefficient].
  void read_term(Eigen::Index unit, const std::vector<int>& angles, ModelSection in, const toml::node& node) {
    const toml::array* term = node.as_array();
    if (term == nullptr || term->size() != angles.size() + 1)
      return in.fault(node, fmt::format("a term is {} exponents and a coefficient", angles.size()));
    LengthMonomial monomial;
    for (std::size_t i = 0; i < angles.size(); ++i) {
      const auto power = (*term)[i].value<int>();
      const bool factor = power && *power > 0;
      if (!power || *power < 0 || *power > LengthMonomial::max_power ||
          (factor && monomial.n_factors == LengthMonomial::max_factors))
        return in.fault((*term)[i], fmt::format("exponents are 0 .. {}, at most {} of them not 0",
                                                LengthMonomial::max_power, LengthMonomial::max_factors));
      if (factor) monomial.factor[static_cast<std::size_t>(monomial.n_factors++)] = {angles[i], *power};
    }
    constexpr ModelRange metres{-1.0, 1.0, "m"};  // no unit of a leg is longer, nor changes by more
    const auto coefficient = term->back().value<double>();
    if (!coefficient || !metres.holds(*coefficient))
      return in.fault(term->back(), "the coefficient is not a number in " + metres.text());
    model_.lengths.coefficients_m(unit, column_of(monomial)) += *coefficient;
  }

  /// The length in the middle of the fit is about that of fibre and tendon; coefficients alone say nothing of it.
  void judge_length(Eigen::Index unit, ModelSection in) {
    const double middle_m = model_.lengths.coefficients_m(unit, column_of({}));
    const double made_of_m = model_.optimal_fibre_m[unit] + model_.tendon_slack_m[unit];
    if (!(middle_m > 0.4 * made_of_m && middle_m < 2.0 * made_of_m))
      in.fault("terms", fmt::format("a length of {:.3f} m in the middle does not fit fibre and tendon of {:.3f} m",
                                    middle_m, made_of_m));
  }

  Eigen::Index column_of(const LengthMonomial& monomial) {
    auto& known = model_.lengths.monomials;
    const auto at = std::find(known.begin(), known.end(), monomial);
    const auto column = std::distance(known.begin(), at);
    if (at == known.end()) {
      known.push_back(monomial);
      model_.lengths.coefficients_m.conservativeResize(Eigen::NoChange, column + 1);
      model_.lengths.coefficients_m.col(column).setZero();
    }
    return column;
  }

  ModelSection root_;
  MuscleModel model_;
};

SharingSettings read_sharing(ModelSection in) {
  SharingSettings settings{};
  ModelSection capacity = in.table("capacity"), tendon = in.table("tendon"), reserve = in.table("reserve_nm");
  settings.force_factor = capacity.number("force_factor", {0.1, 10.0, ""});
  settings.force_length_width = capacity.number("force_length_width", {0.1, 2.0, ""});
  settings.force_length_floor = capacity.number("force_length_floor", {0.001, 1.0, ""});
  settings.tendon_strain_at_capacity = tendon.number("strain_at_capacity", {0.0, 0.2, ""});
  settings.tendon_exponent = tendon.number("exponent", {0.1, 2.0, ""});
  for (int k = 0; k < n_leg_angles; ++k)
    settings.reserve_scale_nm[k] = reserve.number(angle_names[static_cast<std::size_t>(k)], {0.01, 1000.0, "Nm"});
  return settings;
}

}  // namespace

tl::expected<MuscleModel, Diagnostics> read_muscle_model(
    const tl::expected<std::filesystem::path, Diagnostic>& muscles_file,
    const tl::expected<std::filesystem::path, Diagnostic>& sharing_file) {
  auto model = read_model_file(muscles_file, [](ModelSection root) { return MusclesFile(root).read(); });
  const auto sharing = read_model_file(sharing_file, read_sharing);
  Diagnostics faults;
  add_faults(faults, model);
  add_faults(faults, sharing);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  model->sharing = *sharing;
  return model;
}

tl::expected<MuscleModel, Diagnostics> read_muscle_model() {
  return read_muscle_model(model_path("muscles/rajagopal_2016.toml"), model_path("muscles/sharing.toml"));
}

}  // namespace stridelab
