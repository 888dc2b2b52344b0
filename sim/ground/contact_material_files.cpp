#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "core/model_path.h"
#include "core/text.h"
#include "ground/contact_materials.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, n_sole_regions> region_names{"heel", "ball", "toe"};

struct Range {
  double lo, hi;
  std::string_view unit;
};

constexpr Range stiffness_range{1e3, 1e8, "N/m"};
// Below 5 % the damping that would do it grows without bound.
constexpr Range energy_return_range{5.0, 100.0, "%"};
constexpr Range friction_range{0.05, 2.0, ""};

/// Reads a material file table by table and collects every fault instead of stopping at the first.
class MaterialFile {
 public:
  explicit MaterialFile(const std::filesystem::path& file) : file_(file.string()) {
    try {
      root_ = toml::parse_file(file_);
    } catch (const toml::parse_error& error) {
      fault(std::string(error.description()), error.source().begin);
    }
  }

  /// Keys that a table may hold, with `table` "" for the file itself; all others are faults.
  void allow(std::string_view table, std::vector<std::string_view> keys) {
    const toml::table* values = find(table);
    if (values == nullptr) return;
    for (const auto& [key, node] : *values) {
      if (std::find(keys.begin(), keys.end(), key.str()) != keys.end()) continue;
      const auto near = nearest_spelling(key.str(), keys);
      fault(fmt::format("unknown key '{}'", shown(table, key.str())), node.source().begin,
            near ? fmt::format("did you mean {}?", *near) : "it takes " + or_list(keys));
    }
  }

  double number(std::string_view table, std::string_view key, const Range& range) {
    const toml::node* node = get(table, key);
    const auto value = node != nullptr ? node->value<double>() : std::nullopt;
    if (!value) {
      missing(table, key, node, "a number");
    } else if (!(*value >= range.lo && *value <= range.hi)) {
      fault(fmt::format("{} = {} is outside {} .. {}{}{}", shown(table, key), number_text(*value),
                        number_text(range.lo), number_text(range.hi), range.unit.empty() ? "" : " ", range.unit),
            node->source().begin);
    }
    return value.value_or(0.0);
  }

  std::string text(std::string_view table, std::string_view key) {
    const toml::node* node = get(table, key);
    const auto value = node != nullptr ? node->value<std::string>() : std::nullopt;
    if (!value || value->empty()) missing(table, key, node, "a text");
    return value.value_or("");
  }

  ContactLayer layer(std::string_view table) {
    return {number(table, "stiffness_n_m", stiffness_range),
            number(table, "energy_return_percent", energy_return_range) / 100.0};
  }

  /// [heel], [ball] and [toe], each with its source.
  SoleLayers sole() {
    SoleLayers layers{};
    for (std::size_t i = 0; i < layers.size(); ++i) {
      allow(region_names[i], {"stiffness_n_m", "energy_return_percent", "source"});
      layers[i] = layer(region_names[i]);
      text(region_names[i], "source");
    }
    return layers;
  }

  /// What is wrong with the file, in the order of its lines; a key that is missing from everywhere comes first.
  Diagnostics faults() {
    std::stable_sort(faults_.begin(), faults_.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
    return std::move(faults_);
  }

 private:
  [[nodiscard]] const toml::table* find(std::string_view table) const {
    if (!root_) return nullptr;
    return table.empty() ? &*root_ : root_->get_as<toml::table>(table);
  }

  [[nodiscard]] const toml::node* get(std::string_view table, std::string_view key) const {
    const toml::table* values = find(table);
    return values != nullptr ? values->get(key) : nullptr;
  }

  static std::string shown(std::string_view table, std::string_view key) {
    return table.empty() ? std::string(key) : fmt::format("{}.{}", table, key);
  }

  void missing(std::string_view table, std::string_view key, const toml::node* node, std::string_view kind) {
    if (!root_) return;  // the file itself is the fault
    fault(fmt::format("'{}' is missing or not {}", shown(table, key), kind),
          node != nullptr ? node->source().begin : toml::source_position{});
  }

  void fault(std::string message, const toml::source_position& where,
             std::string help = "every figure needs its unit, range and source; compare a file that ships") {
    Diagnostic d;
    d.file = file_;
    d.line = static_cast<int>(where.line);
    d.column = static_cast<int>(where.column);
    d.message = std::move(message);
    d.help = std::move(help);
    faults_.push_back(std::move(d));
  }

  std::string file_;
  std::optional<toml::table> root_;
  Diagnostics faults_;
};

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
                                               const std::filesystem::path& soft_tissue) {
  Shoe shoe{};
  MaterialFile in(shoe_file);
  shoe.name = shoe_file.stem().string();
  in.allow("", {"description", "whole", "heel", "ball", "toe"});
  in.allow("whole", {"mass_kg", "drop_m", "grip", "source"});
  shoe.description = in.text("", "description");
  shoe.mass_kg = in.number("whole", "mass_kg", {0.0, 2.0, "kg"});
  shoe.drop_m = in.number("whole", "drop_m", {-0.05, 0.05, "m"});
  shoe.grip = in.number("whole", "grip", friction_range);
  in.text("whole", "source");
  shoe.midsole = in.sole();

  MaterialFile foot(soft_tissue);
  foot.allow("", {"reference_mass_kg", "heel", "ball", "toe"});
  shoe.tissue_mass_kg = foot.number("", "reference_mass_kg", {20.0, 200.0, "kg"});
  shoe.tissue = foot.sole();
  Diagnostics faults = joined(in.faults(), foot.faults());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return shoe;
}

tl::expected<Surface, Diagnostics> read_surface_file(const std::filesystem::path& file) {
  MaterialFile in(file);
  in.allow("", {"description", "stiffness_n_m", "energy_return_percent", "friction", "source"});
  Surface surface{file.stem().string(), in.text("", "description"), in.layer(""),
                  in.number("", "friction", friction_range)};
  in.text("", "source");
  Diagnostics faults = in.faults();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return surface;
}

tl::expected<Shoe, Diagnostics> read_shoe(std::string_view name) {
  const auto file = file_on(shoe_shelf, name);
  const auto tissue = model_path("runners/sole_soft_tissue.toml");
  if (file && tissue) return read_shoe_file(*file, *tissue);
  Diagnostics faults;
  if (!file) faults.push_back(file.error());
  if (!tissue) faults.push_back(tissue.error());
  return tl::unexpected(std::move(faults));
}

tl::expected<Surface, Diagnostics> read_surface(std::string_view name) {
  const auto file = file_on(surface_shelf, name);
  if (!file) return tl::unexpected(Diagnostics{file.error()});
  return read_surface_file(*file);
}

tl::expected<ContactModel, Diagnostics> read_contact_model(std::string_view shoe_name, std::string_view surface_name,
                                                           double body_mass_kg) {
  const auto shoe = read_shoe(shoe_name);
  const auto surface = read_surface(surface_name);
  if (shoe && surface) return contact_model(*shoe, *surface, body_mass_kg);
  return tl::unexpected(joined(shoe ? Diagnostics{} : shoe.error(), surface ? Diagnostics{} : surface.error()));
}

}  // namespace stridelab
