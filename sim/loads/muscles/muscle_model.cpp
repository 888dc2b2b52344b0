#include "loads/muscles/muscle_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "core/frames.h"
#include "core/model_path.h"
#include "loads/muscles/data_file.h"

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

template <std::size_t n>
std::optional<int> index_of(const std::array<std::string_view, n>& names, const toml::node& node) {
  const auto at = std::find(names.begin(), names.end(), node.value_or<std::string_view>(""));
  if (at == names.end()) return std::nullopt;
  return static_cast<int>(std::distance(names.begin(), at));
}

/// Reads models/muscles/rajagopal_2016.toml into a model.
class MusclesFile {
 public:
  MusclesFile(const std::filesystem::path& file, MuscleModel& model) : in_(file), model_(model) {
    constexpr std::array<std::string_view, 4> tables{"generic", "coordinates", "groups", "units"};
    in_.allow("", tables);
    constexpr std::array<std::string_view, 5> coordinates{"names", "centre_deg", "scale_deg", "fitted_from_deg",
                                                          "fitted_to_deg"};
    constexpr std::array<std::string_view, 2> generic{"height_m", "mass_kg"};
    in_.allow("coordinates", coordinates);
    in_.allow("generic", generic);
    in_.allow("groups", group_names);
    in_.allow("units", unit_names);
    model_.generic_height_m = in_.number("generic.height_m", 1.0, 2.5);
    model_.generic_mass_kg = in_.number("generic.mass_kg", 20.0, 200.0);
    read_coordinates();
    for (int group = 0; group < n_muscle_groups; ++group) read_group(group);
    for (int unit = 0; unit < n_muscle_units; ++unit) read_unit(unit);
  }

  Diagnostics faults() { return in_.faults(); }

 private:
  void read_coordinates() {
    const toml::array* names = in_.array("coordinates.names", "the list of coordinates");
    for (int k = 0; k < n_leg_angles; ++k) {
      const toml::node* name = names != nullptr ? names->get(static_cast<std::size_t>(k)) : nullptr;
      if (names != nullptr && (name == nullptr || index_of(angle_names, *name) != k))
        in_.fault(name != nullptr ? name : names,
                  fmt::format("coordinate {} must be {}", k + 1, angle_names[static_cast<std::size_t>(k)]));
      const auto degrees = [&](const char* key, double low) {
        return rad_per_deg * in_.number(fmt::format("coordinates.{}[{}]", key, k), low, 180.0);
      };
      model_.lengths.centre_rad[k] = degrees("centre_deg", -180.0);
      model_.lengths.scale_rad[k] = degrees("scale_deg", 1.0);
      model_.lengths.fitted_from_rad[k] = degrees("fitted_from_deg", -180.0);
      model_.lengths.fitted_to_rad[k] = degrees("fitted_to_deg", -180.0);
    }
  }

  void read_group(int group) {
    UnitVector& members = model_.membership[static_cast<std::size_t>(group)];
    members.setZero();
    const toml::array* units =
        in_.array(fmt::format("groups.{}", group_names[static_cast<std::size_t>(group)]), "a list of units");
    if (units == nullptr) return;
    for (const toml::node& node : *units) {
      if (const auto unit = index_of(unit_names, node)) {
        members[*unit] = 1.0;
      } else {
        in_.fault(&node, "not the name of a muscle unit");
      }
    }
  }

  void read_unit(int unit) {
    const std::string_view name = unit_names[static_cast<std::size_t>(unit)];
    const std::string table = fmt::format("units.{}", name);
    constexpr std::array<std::string_view, 6> keys{"max_isometric_force_n", "optimal_fibre_length_m",
                                                   "tendon_slack_length_m", "pennation_deg",
                                                   "coordinates",           "terms"};
    in_.allow(table, keys);
    model_.name[static_cast<std::size_t>(unit)] = name;
    model_.max_force_n[unit] = in_.number(table + ".max_isometric_force_n", 1.0, 1e5);
    model_.optimal_fibre_m[unit] = in_.number(table + ".optimal_fibre_length_m", 0.005, 1.0);
    model_.tendon_slack_m[unit] = in_.number(table + ".tendon_slack_length_m", 0.0, 1.0);
    const double pennation_rad = rad_per_deg * in_.number(table + ".pennation_deg", 0.0, 60.0);
    model_.fibre_thickness_m[unit] = model_.optimal_fibre_m[unit] * std::sin(pennation_rad);
    read_terms(unit, table);
  }

  void read_terms(int unit, const std::string& table) {
    const toml::array* crossed = in_.array(table + ".coordinates", "a list of coordinates");
    const toml::array* terms = in_.array(table + ".terms", "a list of terms");
    if (crossed == nullptr || terms == nullptr) return;
    std::vector<int> angles;
    for (const toml::node& node : *crossed) {
      const auto angle = index_of(angle_names, node);
      if (!angle || (!angles.empty() && *angle <= angles.back())) {
        in_.fault(&node, "not the name of a coordinate, or out of their order");
        return;
      }
      angles.push_back(*angle);
    }
    for (const toml::node& node : *terms) read_term(unit, angles, node);
  }

  /// One [exponent, .., coefficient].
  void read_term(int unit, const std::vector<int>& angles, const toml::node& node) {
    const toml::array* term = node.as_array();
    if (term == nullptr || term->size() != angles.size() + 1) {
      in_.fault(&node, fmt::format("a term is {} exponents and a coefficient", angles.size()));
      return;
    }
    LengthMonomial monomial;
    for (std::size_t i = 0; i < angles.size(); ++i) {
      const auto power = (*term)[i].value<int>();
      const bool factor = power && *power > 0;
      if (!power || *power < 0 || *power > LengthMonomial::max_power ||
          (factor && monomial.n_factors == LengthMonomial::max_factors)) {
        in_.fault(&(*term)[i], fmt::format("exponents are 0 .. {}, at most {} of them not 0", LengthMonomial::max_power,
                                           LengthMonomial::max_factors));
        return;
      }
      if (factor) monomial.factor[static_cast<std::size_t>(monomial.n_factors++)] = {angles[i], *power};
    }
    const auto coefficient = term->back().value<double>();
    if (!coefficient || !std::isfinite(*coefficient)) {
      in_.fault(&term->back(), "the coefficient is not a number");
      return;
    }
    model_.lengths.coefficients_m(unit, column_of(monomial)) += *coefficient;
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

  DataFile in_;
  MuscleModel& model_;
};

Diagnostics read_sharing(const std::filesystem::path& file, SharingSettings& settings) {
  DataFile in(file);
  constexpr std::array<std::string_view, 3> tables{"capacity", "tendon", "reserve_nm"};
  constexpr std::array<std::string_view, 3> capacity{"force_factor", "force_length_width", "force_length_floor"};
  constexpr std::array<std::string_view, 2> tendon{"strain_at_capacity", "exponent"};
  in.allow("", tables);
  in.allow("capacity", capacity);
  in.allow("tendon", tendon);
  in.allow("reserve_nm", angle_names);
  settings.force_factor = in.number("capacity.force_factor", 0.1, 10.0);
  settings.force_length_width = in.number("capacity.force_length_width", 0.1, 2.0);
  settings.force_length_floor = in.number("capacity.force_length_floor", 0.001, 1.0);
  settings.tendon_strain_at_capacity = in.number("tendon.strain_at_capacity", 0.0, 0.2);
  settings.tendon_exponent = in.number("tendon.exponent", 0.1, 2.0);
  for (int k = 0; k < n_leg_angles; ++k)
    settings.reserve_scale_nm[k] =
        in.number(fmt::format("reserve_nm.{}", angle_names[static_cast<std::size_t>(k)]), 0.01, 1000.0);
  return in.faults();
}

}  // namespace

tl::expected<MuscleModel, Diagnostics> read_muscle_model(const std::filesystem::path& muscles_file,
                                                         const std::filesystem::path& sharing_file) {
  MuscleModel model;
  Diagnostics faults = MusclesFile(muscles_file, model).faults();
  const Diagnostics of_sharing = read_sharing(sharing_file, model.sharing);
  faults.insert(faults.end(), of_sharing.begin(), of_sharing.end());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return model;
}

tl::expected<MuscleModel, Diagnostics> read_muscle_model() {
  const auto muscles = model_path("muscles/rajagopal_2016.toml");
  const auto sharing = model_path("muscles/sharing.toml");
  if (muscles && sharing) return read_muscle_model(*muscles, *sharing);
  Diagnostics faults;
  if (!muscles) faults.push_back(muscles.error());
  if (!sharing) faults.push_back(sharing.error());
  return tl::unexpected(std::move(faults));
}

}  // namespace stridelab
