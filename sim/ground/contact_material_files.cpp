#include <fmt/format.h>

#include <algorithm>

#include "core/model_path.h"
#include "core/text.h"
#include "ground/contact_materials.h"
#include "ground/figure_file.h"

namespace stridelab {
namespace {

using Range = FigureFile::Range;

constexpr std::array<std::string_view, n_sole_regions> region_names{"heel", "ball", "toe"};

constexpr Range stiffness_range{1e3, 1e8, "N/m"};
// Below 5 % the damping that would do it grows without bound.
constexpr Range energy_return_range{5.0, 100.0, "%"};
constexpr Range friction_range{0.05, 2.0, ""};

ContactLayer layer(FigureFile& in, std::string_view table) {
  return {in.number(table, "stiffness_n_m", stiffness_range),
          in.number(table, "energy_return_percent", energy_return_range) / 100.0};
}

/// [heel], [ball] and [toe], each with its source.
SoleLayers sole(FigureFile& in) {
  SoleLayers layers{};
  for (std::size_t i = 0; i < layers.size(); ++i) {
    in.allow(region_names[i], {"stiffness_n_m", "energy_return_percent", "source"});
    layers[i] = layer(in, region_names[i]);
    in.text(region_names[i], "source");
  }
  return layers;
}

/// [habit] and [support]: a shoe without them has none.
void read_manners(FigureFile& in, Shoe& shoe) {
  if (in.has("habit")) {
    in.allow("habit", {"foot_strike_change_deg", "cadence_change_percent", "landing_mass_change_percent", "source"});
    // A landing of 12 deg stays inside what a scenario may give.
    shoe.habit.foot_strike_change_deg = in.number("habit", "foot_strike_change_deg", {-20.0, 15.0, "deg"});
    shoe.habit.cadence_change_percent = in.number("habit", "cadence_change_percent", {-10.0, 10.0, "%"});
    if (in.has("habit", "landing_mass_change_percent"))
      shoe.habit.landing_mass_change_percent = in.number("habit", "landing_mass_change_percent", {-50.0, 50.0, "%"});
    in.text("habit", "source");
  }
  if (in.has("support")) {
    in.allow("support", {"arch_support_percent", "source"});
    shoe.arch_support = in.number("support", "arch_support_percent", {0.0, 100.0, "%"}) / 100.0;
    in.text("support", "source");
  }
}

MidsoleWear read_wear(FigureFile& in) {
  in.allow("", {"shock_absorption", "energy_return"});
  in.allow("shock_absorption", {"lost_at_most_percent", "distance_km", "source"});
  in.allow("energy_return", {"lost_at_most_percent", "source"});
  MidsoleWear wear;
  wear.absorption_lost_at_most = in.number("shock_absorption", "lost_at_most_percent", {0.0, 90.0, "%"}) / 100.0;
  wear.distance_km = in.number("shock_absorption", "distance_km", {1.0, 10000.0, "km"});
  in.text("shock_absorption", "source");
  wear.return_lost_at_most = in.number("energy_return", "lost_at_most_percent", {0.0, 90.0, "%"}) / 100.0;
  in.text("energy_return", "source");
  return wear;
}

Diagnostics joined(Diagnostics first, const Diagnostics& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// What lies in a folder of models/, known by the file that is always there.
struct Shelf {
  std::string_view key, folder, usual;
};
constexpr Shelf shoe_shelf{"shoe", "shoes", "cushioned"};
constexpr Shelf surface_shelf{"surface", "surfaces", "asphalt"};

std::string relative_file(const Shelf& shelf, std::string_view name) {
  return fmt::format("{}/{}.toml", shelf.folder, name);
}

std::vector<std::string> names_on(const Shelf& shelf) {
  std::vector<std::string> names;
  const auto usual = model_path(relative_file(shelf, shelf.usual));
  if (!usual) return names;
  std::error_code unreadable;
  const std::filesystem::directory_iterator end;
  for (std::filesystem::directory_iterator it(usual->parent_path(), unreadable); !unreadable && it != end;
       it.increment(unreadable)) {
    if (it->path().extension() == ".toml") names.push_back(it->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The file of a name; only names of the folder lead to one, so no name can lead out of it.
tl::expected<std::filesystem::path, Diagnostic> file_on(const Shelf& shelf, std::string_view name) {
  const std::vector<std::string> names = names_on(shelf);
  if (names.empty() || std::find(names.begin(), names.end(), name) != names.end())
    return model_path(relative_file(shelf, names.empty() ? shelf.usual : name));
  const std::vector<std::string_view> words(names.begin(), names.end());
  Diagnostic unknown;
  unknown.file = fmt::format("models/{}", shelf.folder);
  unknown.message = fmt::format("{} = \"{}\" is not {}", shelf.key, printable(name), or_list(words));
  const auto near = nearest_spelling(name, words);
  unknown.help = near ? fmt::format("did you mean {}?", *near) : "each is a file in that folder";
  return tl::unexpected(unknown);
}

}  // namespace

std::vector<std::string> shoe_names() { return names_on(shoe_shelf); }
std::vector<std::string> surface_names() { return names_on(surface_shelf); }

tl::expected<Shoe, Diagnostics> read_shoe_file(const std::filesystem::path& shoe_file,
                                               const std::filesystem::path& soft_tissue,
                                               const std::filesystem::path& wear) {
  Shoe shoe{};
  FigureFile in(shoe_file);
  shoe.name = shoe_file.stem().string();
  in.allow("", {"description", "whole", "heel", "ball", "toe", "habit", "support"});
  in.allow("whole", {"mass_kg", "drop_m", "grip", "source"});
  shoe.description = in.text("", "description");
  shoe.mass_kg = in.number("whole", "mass_kg", {0.0, 2.0, "kg"});
  shoe.drop_m = in.number("whole", "drop_m", {-0.05, 0.05, "m"});
  shoe.grip = in.number("whole", "grip", friction_range);
  in.text("whole", "source");
  shoe.midsole = sole(in);
  read_manners(in, shoe);

  FigureFile foot(soft_tissue);
  foot.allow("", {"reference_mass_kg", "heel", "ball", "toe"});
  shoe.tissue_mass_kg = foot.number("", "reference_mass_kg", {20.0, 200.0, "kg"});
  shoe.tissue = sole(foot);
  FigureFile age(wear);
  shoe.wear = read_wear(age);
  Diagnostics faults = joined(joined(in.faults(), foot.faults()), age.faults());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return shoe;
}

tl::expected<Surface, Diagnostics> read_surface_file(const std::filesystem::path& file) {
  FigureFile in(file);
  in.allow("", {"description", "stiffness_n_m", "energy_return_percent", "friction", "source"});
  Surface surface{file.stem().string(), in.text("", "description"), layer(in, ""),
                  in.number("", "friction", friction_range)};
  in.text("", "source");
  Diagnostics faults = in.faults();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return surface;
}

tl::expected<Shoe, Diagnostics> read_shoe(std::string_view name) {
  const auto file = file_on(shoe_shelf, name);
  const auto tissue = model_path("runners/sole_soft_tissue.toml");
  const auto wear = model_path("ground/midsole_wear.toml");
  if (file && tissue && wear) return read_shoe_file(*file, *tissue, *wear);
  Diagnostics faults;
  for (const auto* found : {&file, &tissue, &wear})
    if (!*found) faults.push_back(found->error());
  return tl::unexpected(std::move(faults));
}

tl::expected<Surface, Diagnostics> read_surface(std::string_view name) {
  const auto file = file_on(surface_shelf, name);
  if (!file) return tl::unexpected(Diagnostics{file.error()});
  return read_surface_file(*file);
}

tl::expected<Ground, Diagnostics> read_ground(std::string_view shoe_name, std::string_view surface_name,
                                              double shoe_distance_km) {
  auto shoe = read_shoe(shoe_name);
  auto surface = read_surface(surface_name);
  if (shoe && surface) return Ground{worn(*shoe, shoe_distance_km), *std::move(surface)};
  return tl::unexpected(joined(shoe ? Diagnostics{} : shoe.error(), surface ? Diagnostics{} : surface.error()));
}

tl::expected<ContactModel, Diagnostics> read_contact_model(std::string_view shoe_name, std::string_view surface_name,
                                                           double body_mass_kg, double shoe_distance_km) {
  return read_ground(shoe_name, surface_name, shoe_distance_km).map([&](const Ground& ground) {
    return contact_model(ground.shoe, ground.surface, body_mass_kg);
  });
}

}  // namespace stridelab
