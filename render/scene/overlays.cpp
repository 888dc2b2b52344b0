#include "render/scene/overlays.h"

#include <fmt/format.h>

#include <cmath>

#include "loads/frontal.h"
#include "render/scene/palette.h"
#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

constexpr double least_force_n = 20.0;
constexpr double arc_radius_m = 0.13;
constexpr int arc_points = 17;

/// Direction seen along X, unit.
Vec3 in_frontal_plane(const Vec3& v) { return Vec3(0.0, v.y(), v.z()).normalized(); }

/// Points on the arc from one unit direction to another about a centre.
std::vector<glm::vec3> arc(const Vec3& centre, const Vec3& from, const Vec3& to) {
  const double angle = std::atan2(from.cross(to).x(), from.dot(to));
  std::vector<glm::vec3> points;
  for (int i = 0; i < arc_points; ++i) {
    const Vec3 direction = Eigen::AngleAxisd(angle * i / (arc_points - 1), Vec3::UnitX()) * from;
    points.push_back(to_glm(centre + arc_radius_m * direction));
  }
  return points;
}

/// Lines over body and clothes, whose colours they may share: on dark edges, which lie below all of them.
void add_lines(DrawList& list, const std::vector<Stroke>& lines) {
  for (const Stroke& line : lines)
    list.strokes.push_back({line.points_m, palette::line_edge, line.width_px + 2.0F, false, true});
  for (const Stroke& line : lines) list.strokes.push_back({line.points_m, line.colour, line.width_px, false, true});
}

std::string angle_text(double valgus_rad) {
  const double deg = valgus_rad * deg_per_rad;
  if (std::abs(deg) < 0.5) return "0\u00b0";
  return fmt::format("{:.0f}\u00b0 {}", std::abs(deg), deg > 0.0 ? "valgus" : "varus");
}

}  // namespace

std::string ForceScale::text() const { return fmt::format("{:.3g} N per cm", n_per_cm); }

void add_force_arrow(DrawList& list, const StrideSample& sample, double body_mass_kg, const ForceScale& scale) {
  const Vec3 force = sample.leg[0].grf_n + sample.leg[1].grf_n;
  const double size = force.norm();
  if (size < least_force_n) return;
  const Vec3 tip = sample.cop_m + scale.metres(size) * force / size;
  list.strokes.push_back({{to_glm(sample.cop_m), to_glm(tip)}, palette::force, 5.0F, true, true});
  const double weights = size / (body_mass_kg * gravity_m_s2);
  list.labels.push_back({to_glm(tip), fmt::format("{:.1f} BW", weights), palette::force});
}

void add_frontal_line(DrawList& list, const StrideSample& sample, Side side, const LineOf& of) {
  const LegSample& leg = sample.leg[static_cast<std::size_t>(index(side))];
  const Vec3 thigh = in_frontal_plane(leg.knee_m - leg.hip_m), shank = in_frontal_plane(leg.ankle_m - leg.knee_m);
  const std::vector<glm::vec3> bow = arc(leg.knee_m, thigh, shank);
  const glm::vec3 knee = to_glm(leg.knee_m), prolonged = to_glm(leg.knee_m + 1.25 * arc_radius_m * thigh);
  add_lines(list, {{{to_glm(leg.hip_m), knee, to_glm(leg.ankle_m)}, of.colour, 3.0F},
                   {{knee, prolonged}, of.colour, 1.5F},
                   {bow, of.colour, 3.0F}});
  const double valgus = frontal_plane_projection_rad(leg.hip_m, leg.knee_m, leg.ankle_m, side);
  list.labels.push_back({bow[arc_points / 2], of.name + angle_text(valgus), of.colour});
}

KneeLever knee_lever(const StrideSample& sample, Side side) {
  const LegSample& leg = sample.leg[static_cast<std::size_t>(index(side))];
  KneeLever lever;
  if (leg.grf_n.norm() < least_force_n) return lever;
  const Vec3 axis = leg.tibia.col(2);  // to the right; flexion turns the shank about its opposite
  const auto across = [&](const Vec3& v) { return Vec3(v - axis * axis.dot(v)); };
  const Vec3 along = across(leg.grf_n).normalized(), to_foot = across(sample.cop_m - leg.knee_m);
  const Vec3 arm = to_foot - along * along.dot(to_foot);
  lever.loaded = true;
  lever.knee_m = leg.knee_m;
  lever.on_force_line_m = leg.knee_m + arm;
  lever.arm_m = -axis.dot(to_foot.cross(along));
  return lever;
}

void add_knee_lever(DrawList& list, const StrideSample& sample, Side side) {
  const KneeLever lever = knee_lever(sample, side);
  if (!lever.loaded) return;
  const glm::vec3 knee = to_glm(lever.knee_m), there = to_glm(lever.on_force_line_m);
  list.strokes.push_back({{to_glm(sample.cop_m), there}, palette::force, 1.5F, false, true});
  add_lines(list, {{{knee, there}, palette::lever, 4.0F}});
  list.labels.push_back(
      {0.5F * (knee + there), fmt::format("lever arm {:.1f} cm", 100.0 * std::abs(lever.arm_m)), palette::lever});
}

}  // namespace stridelab::view
