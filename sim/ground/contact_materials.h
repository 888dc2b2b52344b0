#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "ground/contact_model.h"
#include "ground/midsole_wear.h"

namespace stridelab {

/// One layer under each region of the sole, in the order of SoleRegion.
using SoleLayers = std::array<ContactLayer, n_sole_regions>;

/// What people do in a shoe without thinking of it, against the usual shoe. It stands in for what nobody said: a form
/// that is given is run as given.
struct ShoeHabit {
  double foot_strike_change_deg = 0.0;       ///< of the sole to the ground at contact; negative lands flatter
  double cadence_change_percent = 0.0;       ///< of the preferred cadence
  double landing_mass_change_percent = 0.0;  ///< of the body stopped in a landing: how stiff a leg meets the ground
  bool operator==(const ShoeHabit&) const = default;
};

/// A shoe and the foot that wears it.
struct Shoe {
  std::string name;         ///< of the file, as in the parameter `shoe`
  std::string description;  ///< for people
  SoleLayers midsole;
  SoleLayers tissue;      ///< the foot's own soft tissue at `tissue_mass_kg`
  double tissue_mass_kg;  ///< body mass at which `tissue` holds; its stiffness is proportional to body mass
  double mass_kg;         ///< of one shoe
  double drop_m;          ///< heel above forefoot
  double grip;            ///< friction against that of a plain dry rubber outsole, 1 = as that
  ShoeHabit habit;
  double arch_support = 0.0;  ///< built into the shoe, 0 .. 1
  MidsoleWear wear;           ///< what distance does to `midsole`
};

/// What is run on.
struct Surface {
  std::string name;         ///< of the file, as in the parameter `surface`
  std::string description;  ///< for people
  ContactLayer ground;
  double friction;  ///< coefficient with a dry rubber outsole of grip 1
};

/// A pair in which a runner meets the ground.
struct Ground {
  Shoe shoe;
  Surface surface;
};

/// The shoe after a distance: its midsole stiffer and less lively, all else as it was. A distance of 0 changes no bit.
///
/// distance_km  0 .. 2000
/// errors       none (pure function)
Shoe worn(const Shoe& shoe, double distance_km);

/// The landing speed at which the damping of a contact model returns the measured share of energy: 1 m/s. Feet of the
/// reference runners come down at 0.92 and 1.26 m/s (2.5 and 3.5 m/s, models/loads/impact.toml).
inline constexpr double damping_speed_m_s = 1.0;

/// Foot, shoe and surface as one law per region of the sole.
///
///   stiffness  the layers carry the same force: 1/k = sum of 1/k_i, the tissue's k_i times body mass / tissue mass
///   damping    a layer takes up F^2 / (2 k_i) and returns r_i of it; the sum over the layers is what is lost. So the
///              whole returns r = sum of (k/k_i) r_i, and c is such that f = k d (1 + c dd/dt) returns r to a mass that
///              lands at `damping_speed_m_s`
///   friction   surface times grip
///
/// unit    N/m, s/m, 1
/// valid   body mass > 0; at least one layer of each region gives way
/// errors  none (pure function)
/// source  Hunt & Crossley 1975, J Appl Mech 42:440 (form of the law); files of models/ (figures)
ContactModel contact_model(const Shoe& shoe, const Surface& surface, double body_mass_kg);

/// The c of f = k d (1 + c dd/dt) that returns a share of the energy of a mass landing on it; exact for any mass and k.
///
/// energy_return  0 < r <= 1;  speed_m_s  of landing, > 0;  returns s/m, 0 for r = 1
/// errors         none (pure function)
double damping_for_energy_return(double energy_return, double speed_m_s);

/// Names a scenario may give as `shoe`: the files of models/shoes (of the folder that holds the usual shoe), sorted.
std::vector<std::string> shoe_names();

/// The same for `surface` and models/surfaces.
std::vector<std::string> surface_names();

/// Reads models/shoes/<name>.toml, the soft tissue of models/runners and the wear of models/ground.
/// errors  a name that is not in shoe_names(), with the nearest one; every missing, unknown, misplaced or out-of-range
///         key and every figure without a source, in one pass
tl::expected<Shoe, Diagnostics> read_shoe(std::string_view name);

/// Reads models/surfaces/<name>.toml; errors likewise.
tl::expected<Surface, Diagnostics> read_surface(std::string_view name);

/// The same from named files; the name is that of the file.
tl::expected<Shoe, Diagnostics> read_shoe_file(const std::filesystem::path& shoe,
                                               const std::filesystem::path& soft_tissue,
                                               const std::filesystem::path& wear);
tl::expected<Surface, Diagnostics> read_surface_file(const std::filesystem::path& surface);

/// Reads both by name, the shoe as it is after a distance.
/// errors  those of the shoe, then those of the surface
tl::expected<Ground, Diagnostics> read_ground(std::string_view shoe, std::string_view surface, double shoe_distance_km);

/// The same, combined to the contact of a body; errors likewise.
tl::expected<ContactModel, Diagnostics> read_contact_model(std::string_view shoe, std::string_view surface,
                                                           double body_mass_kg, double shoe_distance_km = 0.0);

}  // namespace stridelab
