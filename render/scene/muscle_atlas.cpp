#include "render/scene/muscle_atlas.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "core/model_path.h"
#include "core/text.h"
#include "loads/muscles/data_file.h"

namespace stridelab::view {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 3> tables{"frames", "thickness", "path"};
constexpr std::array<std::string_view, 2> sources{"rajagopal", "delp"};
constexpr std::array<std::string_view, 7> joints{"height_m",           "hip_in_pelvis_m",  "knee_in_thigh_m",
                                                 "knee_in_shank_m",    "ankle_in_shank_m", "ankle_in_foot_m",
                                                 "toe_joint_in_foot_m"};
constexpr std::array<std::string_view, 5> thicknesses{"tension_n_cm2", "drawn_share", "smallest_m", "largest_m",
                                                      "tendon_m"};
constexpr std::array<std::string_view, 4> path_keys{"unit", "frames", "belly", "points"};
constexpr std::array<std::string_view, 2> point_keys{"on", "at_m"};
constexpr std::array<std::string_view, 4> round_keys{"on", "around_m", "radius_m", "side"};
constexpr std::array<std::string_view, n_path_segments> segments{"pelvis", "thigh", "shank", "foot", "toes", "patella"};
constexpr std::array<std::string_view, 2> sides{"front", "back"};
constexpr double furthest_m = 0.6;  // no point of a leg lies further from the origin of its segment

/// Reads the file table by table; faults collect in the DataFile.
class AtlasReader {
 public:
  AtlasReader(const std::filesystem::path& file, const MuscleModel& model) : in_(file) {
    for (const std::string& name : model.name) units_.push_back(name);
  }

  Diagnostics read(MuscleAtlas& atlas) {
    in_.allow("", tables);
    in_.allow("frames", sources);
    for (std::string_view source : sources) atlas.frames.push_back(frames(fmt::format("frames.{}", source)));
    in_.allow("thickness", thicknesses);
    atlas.thickness = {
        float(1e4 * in_.number("thickness.tension_n_cm2", 10.0, 200.0)),
        float(in_.number("thickness.drawn_share", 0.1, 1.0)), float(in_.number("thickness.smallest_m", 0.001, 0.02)),
        float(in_.number("thickness.largest_m", 0.005, 0.06)), float(in_.number("thickness.tendon_m", 0.0005, 0.01))};
    if (const toml::array* paths = in_.array("path", "a list of paths"))
      for (const toml::node& node : *paths) read_path(node, atlas);
    return in_.faults();
  }

 private:
  SourceFrames frames(const std::string& at) {
    in_.allow(at, joints);
    const auto point = [&](std::string_view key) {
      const toml::array* xyz = in_.array(fmt::format("{}.{}", at, key), "a point [x, y, z] in metres");
      return xyz != nullptr ? vec3(*xyz, 3) : glm::vec3(0.0F);
    };
    return {float(in_.number(at + ".height_m", 1.4, 2.1)),
            point("hip_in_pelvis_m"),
            point("knee_in_thigh_m"),
            point("knee_in_shank_m"),
            point("ankle_in_shank_m"),
            point("ankle_in_foot_m"),
            point("toe_joint_in_foot_m")};
  }

  glm::vec3 vec3(const toml::array& list, std::size_t count) {
    glm::vec3 p(0.0F);
    bool good = list.size() == count;
    for (std::size_t i = 0; i < std::min(count, list.size()); ++i) {
      const auto value = list[i].value<double>();
      good = good && value && std::abs(*value) <= furthest_m;
      p[int(i)] = static_cast<float>(value.value_or(0.0));
    }
    if (!good)
      in_.fault(&list, fmt::format("needs {} numbers of metres between -{} and {}", count, furthest_m, furthest_m));
    return p;
  }

  void allow_keys(const toml::table& table, Names keys) {
    for (const auto& [key, node] : table)
      if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
        in_.fault(&node, fmt::format("unknown key '{}'", key.str()), "it takes " + or_list(keys));
  }

  /// Place of a word in a list; a fault where it is not one of it.
  std::optional<std::size_t> word(const toml::table& table, std::string_view key, Names words) {
    const toml::node* node = table.get(key);
    const auto text = node != nullptr ? node->value_exact<std::string_view>() : std::nullopt;
    if (text) {
      const auto found = std::find(words.begin(), words.end(), *text);
      if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
      const auto near = nearest_spelling(*text, words);
      in_.fault(node, fmt::format("unknown {} '{}'", key, *text),
                near ? fmt::format("did you mean {}?", *near) : "it takes " + or_list(words));
    } else {
      in_.fault(node != nullptr ? node : &table, fmt::format("'{}' is missing or not a text", key));
    }
    return std::nullopt;
  }

  float number(const toml::table& table, std::string_view key, double low, double high) {
    const toml::node* node = table.get(key);
    const auto value = node != nullptr ? node->value<double>() : std::nullopt;
    if (!value || !(*value >= low && *value <= high))
      in_.fault(node != nullptr ? node : &table, fmt::format("'{}' must be a number {} .. {}", key, low, high));
    return static_cast<float>(value.value_or(low));
  }

  void read_path(const toml::node& node, MuscleAtlas& atlas) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return in_.fault(&node, "a path must be a table");
    allow_keys(*table, path_keys);
    MusclePath path;
    const auto unit = word(*table, "unit", units_), frames = word(*table, "frames", sources);
    path.unit = static_cast<int>(unit.value_or(0));
    path.frames = frames.value_or(0);
    if (unit && !seen_.insert(*unit).second) in_.fault(table, fmt::format("'{}' has a path already", units_[*unit]));
    read_belly(*table, path);
    const toml::node* list = table->get("points");
    if (list == nullptr || !list->is_array()) return in_.fault(table, "'points' is missing or not a list of points");
    for (const toml::node& point : *list->as_array()) read_point(point, path);
    const bool ends_fixed =
        path.points.size() >= 2 && path.points.front().radius_m == 0.0F && path.points.back().radius_m == 0.0F;
    if (!ends_fixed) in_.fault(list, "a path begins and ends with a fixed point");
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i)
      if (path.points[i].radius_m > 0.0F && path.points[i + 1].radius_m > 0.0F)
        in_.fault(list, "two round surfaces need a fixed point between them");
    atlas.paths.push_back(std::move(path));
  }

  void read_belly(const toml::table& table, MusclePath& path) {
    const toml::node* node = table.get("belly");
    const toml::array* list = node != nullptr ? node->as_array() : nullptr;
    const auto share = [&](std::size_t i) {
      return list != nullptr && list->size() == 2 ? (*list)[i].value<double>() : std::nullopt;
    };
    const auto from = share(0), to = share(1);
    if (!from || !to || *from < 0.0 || *to > 1.0 || *to - *from < 0.05)
      return in_.fault(node != nullptr ? node : &table,
                       "'belly' must be two shares of the length, 0 .. 1, rising by 0.05 or more");
    path.belly_from = static_cast<float>(*from);
    path.belly_to = static_cast<float>(*to);
  }

  void read_point(const toml::node& node, MusclePath& path) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return in_.fault(&node, "a point must be a table");
    const bool round = table->contains("around_m");
    allow_keys(*table, round ? Names(round_keys) : Names(point_keys));
    PathPoint point;
    point.on = static_cast<PathSegment>(word(*table, "on", segments).value_or(0));
    const toml::node* place = table->get(round ? "around_m" : "at_m");
    if (place != nullptr && place->is_array())
      point.at_m = vec3(*place->as_array(), round ? 2 : 3);
    else
      in_.fault(table, "'at_m' is missing or not a point");
    if (round) {
      point.radius_m = number(*table, "radius_m", 0.001, 0.1);
      point.behind = word(*table, "side", sides).value_or(0) == 1;
    }
    path.points.push_back(point);
  }

  DataFile in_;
  std::vector<std::string_view> units_;
  std::set<std::size_t> seen_;
};

}  // namespace

tl::expected<MuscleAtlas, Diagnostics> read_muscle_atlas(const std::filesystem::path& file, const MuscleModel& model) {
  MuscleAtlas atlas{};
  Diagnostics faults = AtlasReader(file, model).read(atlas);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return atlas;
}

tl::expected<MuscleAtlas, Diagnostics> read_muscle_atlas(const MuscleModel& model) {
  const auto file = model_path("muscles/paths.toml");
  if (!file) return tl::unexpected(Diagnostics{file.error()});
  return read_muscle_atlas(*file, model);
}

}  // namespace stridelab::view
