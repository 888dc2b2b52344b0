#include "render/scene/muscle_atlas.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string>
#include <string_view>

#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab::view {
namespace {

constexpr std::array<std::string_view, 2> sources{"rajagopal", "delp"};
constexpr std::array<std::string_view, n_path_segments> segments{"pelvis", "thigh", "shank", "foot", "toes", "patella"};
constexpr std::array<std::string_view, 2> sides{"front", "back"};
constexpr ModelRange place_m{-0.6, 0.6, "m"};  // no point of a leg lies further from the origin of its segment

glm::vec3 vec3(const Vec3& p) {
  return {static_cast<float>(p.x()), static_cast<float>(p.y()), static_cast<float>(p.z())};
}

SourceFrames read_frames(ModelSection in) {
  const auto point = [&](const char* key) { return vec3(in.point(key, place_m)); };
  return {static_cast<float>(in.number("height_m", body_height_m)),
          point("hip_in_pelvis_m"),
          point("knee_in_thigh_m"),
          point("knee_in_shank_m"),
          point("ankle_in_shank_m"),
          point("ankle_in_foot_m"),
          point("toe_joint_in_foot_m")};
}

ThicknessRule read_thickness(ModelSection in) {
  const auto number = [&](const char* key, const ModelRange& range) {
    return static_cast<float>(in.number(key, range));
  };
  return {static_cast<float>(1e4 * in.number("tension_n_cm2", {10.0, 200.0, "N/cm2"})),
          number("drawn_share", {0.1, 1.0, ""}), number("smallest_m", {0.001, 0.02, "m"}),
          number("largest_m", {0.005, 0.06, "m"}), number("tendon_m", {0.0005, 0.01, "m"})};
}

PathPoint read_point(ModelSection in) {
  PathPoint point;
  point.on = static_cast<PathSegment>(in.word("on", segments));
  if (!in.has("around_m")) {
    point.at_m = vec3(in.point("at_m", place_m));
    return point;
  }
  const auto middle = in.numbers<2>("around_m", place_m);
  point.at_m = {static_cast<float>(middle[0]), static_cast<float>(middle[1]), 0.0F};
  point.radius_m = static_cast<float>(in.number("radius_m", {0.001, 0.1, "m"}));
  point.behind = in.word("side", sides) == 1;
  return point;
}

/// Round surfaces lie between fixed points.
void judge_points(ModelSection& in, const std::vector<PathPoint>& points) {
  if (points.size() < 2 || points.front().radius_m > 0.0F || points.back().radius_m > 0.0F)
    in.fault("points", "a path begins and ends with a fixed point");
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    if (points[i].radius_m > 0.0F && points[i + 1].radius_m > 0.0F)
      in.fault("points", "two round surfaces need a fixed point between them");
}

MusclePath read_path(ModelSection in, const std::vector<std::string_view>& units) {
  MusclePath path;
  path.unit = static_cast<int>(in.word("unit", units));
  path.frames = in.word("frames", sources);
  const auto belly = in.band("belly", any_share);
  if (!(belly[1] - belly[0] >= 0.05)) in.fault("belly", "'belly' must be two shares of the length that differ by 0.05");
  path.belly_from = static_cast<float>(belly[0]);
  path.belly_to = static_cast<float>(belly[1]);
  for (const ModelSection& point : in.list("points")) path.points.push_back(read_point(point));
  judge_points(in, path.points);
  return path;
}

MuscleAtlas read_atlas(ModelSection in, const MuscleModel& model) {
  MuscleAtlas atlas{};
  ModelSection frames = in.table("frames");
  for (const std::string_view source : sources) atlas.frames.push_back(read_frames(frames.table(source)));
  atlas.thickness = read_thickness(in.table("thickness"));
  const std::vector<std::string_view> units(model.name.begin(), model.name.end());
  std::set<std::string> seen;
  for (ModelSection& path : in.list("path")) {
    atlas.paths.push_back(read_path(path, units));
    const std::string unit = path.optional_text("unit");
    if (!unit.empty() && !seen.insert(unit).second) path.fault("unit", fmt::format("'{}' has a path already", unit));
  }
  return atlas;
}

}  // namespace

tl::expected<MuscleAtlas, Diagnostics> read_muscle_atlas(const std::filesystem::path& file, const MuscleModel& model) {
  return read_model_file(file, [&](ModelSection in) { return read_atlas(in, model); });
}

tl::expected<MuscleAtlas, Diagnostics> read_muscle_atlas(const MuscleModel& model) {
  return read_model_file(model_path("muscles/paths.toml"), [&](ModelSection in) { return read_atlas(in, model); });
}

}  // namespace stridelab::view
