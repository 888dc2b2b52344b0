#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/model_path.h"
#include "core/text.h"
#include "ground/contact_materials.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, n_sole_regions> region_names{"heel", "ball", "toe"};

constexpr ModelRange soft_range{1e3, 2e7, "N/m"}, ground_range{1e3, 1e8, "N/m"};
// Below 5 % the damping that would do it grows without bound.
constexpr ModelRange energy_return_range{5.0, 100.0, "%"};
constexpr ModelRange friction_range{0.05, 2.0, ""};

ContactLayer layer(ModelSection in, const ModelRange& stiffness_range) {
  return {in.number("stiffness_n_m", stiffness_range), in.number("energy_return_percent", energy_return_range) / 100.0};
}

/// [heel], [ball] and [toe], each with its source.
SoleLayers sole(ModelSection in) {
  SoleLayers layers{};
  for (std::size_t i = 0; i < layers.size(); ++i) {
    ModelSection region = in.table(region_names[i]);
    layers[i] = layer(region, soft_range);
    region.text("source");
  }
  return layers;
}

/// [habit] and [support]: a shoe without them has none.
ShoeHabit read_habit(ModelSection in) {
  ShoeHabit habit;
  // A landing of 12 deg stays inside what a scenario may give.
  habit.foot_strike_change_deg = in.number("foot_strike_change_deg", {-20.0, 15.0, "deg"});
  habit.cadence_change_percent = in.number("cadence_change_percent", {-10.0, 10.0, "%"});
  if (in.has("landing_mass_change_percent"))
    habit.landing_mass_change_percent = in.number("landing_mass_change_percent", {-50.0, 50.0, "%"});
  in.text("source");
  return habit;
}

double read_support(ModelSection in) {
  in.text("source");
  return in.number("arch_support_percent", any_percent) / 100.0;
}

/// All of a shoe but what its own file does not hold.
Shoe read_shoe_itself(ModelSection in) {
  Shoe shoe{};
  ModelSection whole = in.table("whole");
  shoe.description = in.text("description");
  shoe.mass_kg = whole.number("mass_kg", {0.0, 2.0, "kg"});
  shoe.drop_m = whole.number("drop_m", {-0.05, 0.05, "m"});
  shoe.grip = whole.number("grip", friction_range);
  whole.text("source");
  shoe.midsole = sole(in);
  if (in.has("habit")) shoe.habit = read_habit(in.table("habit"));
  if (in.has("support")) shoe.arch_support = read_support(in.table("support"));
  return shoe;
}

/// The foot's layers and the body mass they hold for.
std::pair<SoleLayers, double> read_tissue(ModelSection in) {
  return {sole(in), in.number("reference_mass_kg", body_mass_kg)};
}

MidsoleWear read_wear(ModelSection in) {
  ModelSection absorption = in.table("shock_absorption"), energy = in.table("energy_return");
  MidsoleWear wear;
  wear.absorption_lost_at_most = absorption.number("lost_at_most_percent", {0.0, 90.0, "%"}) / 100.0;
  wear.distance_km = absorption.number("distance_km", {1.0, 10000.0, "km"});
  absorption.text("source");
  wear.return_lost_at_most = energy.number("lost_at_most_percent", {0.0, 90.0, "%"}) / 100.0;
  energy.text("source");
  return wear;
}

Surface read_surface_itself(ModelSection in) {
  Surface surface{"", in.text("description"), layer(in, ground_range), in.number("friction", friction_range)};
  in.text("source");
  return surface;
}

/// A file that was found, or why there is none.
using Found = tl::expected<std::filesystem::path, Diagnostic>;

tl::expected<Shoe, Diagnostics> read_shoe_from(const Found& file, const Found& tissue_file, const Found& wear_file) {
  auto shoe = read_model_file(file, read_shoe_itself);
  const auto tissue = read_model_file(tissue_file, read_tissue);
  const auto wear = read_model_file(wear_file, read_wear);
  Diagnostics faults;
  add_faults(faults, shoe);
  add_faults(faults, tissue);
  add_faults(faults, wear);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  shoe->name = file->stem().string();
  std::tie(shoe->tissue, shoe->tissue_mass_kg) = *tissue;
  shoe->wear = *wear;
  return shoe;
}

tl::expected<Surface, Diagnostics> read_surface_from(const Found& file) {
  auto surface = read_model_file(file, read_surface_itself);
  if (surface) surface->name = file->stem().string();
  return surface;
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
  for (const auto& file : model_paths(shelf.folder)) names.push_back(file.stem().string());
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

tl::expected<Shoe, Diagnostics> read_shoe_file(const std::filesystem::path& shoe,
                                               const std::filesystem::path& soft_tissue,
                                               const std::filesystem::path& wear) {
  return read_shoe_from(shoe, soft_tissue, wear);
}

tl::expected<Surface, Diagnostics> read_surface_file(const std::filesystem::path& file) {
  return read_surface_from(file);
}

tl::expected<Shoe, Diagnostics> read_shoe(std::string_view name) {
  return read_shoe_from(file_on(shoe_shelf, name), model_path("runners/sole_soft_tissue.toml"),
                        model_path("ground/midsole_wear.toml"));
}

tl::expected<Surface, Diagnostics> read_surface(std::string_view name) {
  return read_surface_from(file_on(surface_shelf, name));
}

tl::expected<Ground, Diagnostics> read_ground(std::string_view shoe_name, std::string_view surface_name,
                                              double shoe_distance_km) {
  auto shoe = read_shoe(shoe_name);
  auto surface = read_surface(surface_name);
  if (shoe && surface) return Ground{worn(*shoe, shoe_distance_km), *std::move(surface)};
  Diagnostics faults;
  add_faults(faults, shoe);
  add_faults(faults, surface);
  return tl::unexpected(std::move(faults));
}

tl::expected<ContactModel, Diagnostics> read_contact_model(std::string_view shoe_name, std::string_view surface_name,
                                                           double body_mass_kg, double shoe_distance_km) {
  return read_ground(shoe_name, surface_name, shoe_distance_km).map([&](const Ground& ground) {
    return contact_model(ground.shoe, ground.surface, body_mass_kg);
  });
}

}  // namespace stridelab
