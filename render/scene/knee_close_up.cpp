#include "render/scene/knee_close_up.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "loads/joint_moments.h"
#include "render/scene/knee_bones.h"
#include "render/scene/knee_contact.h"
#include "render/scene/knee_patella.h"
#include "render/scene/knee_tendons.h"
#include "runner/skeleton.h"

namespace stridelab::view {
namespace {

// The room is drawn larger than life: the margins of its shadows are made for a whole body.
constexpr float enlarged = 2.0F;
constexpr float knee_height_m = 1.2F;  // of the room: clear of the dimmer light near its floor
constexpr float least_stress_mpa = 0.01F;
constexpr float least_force_n = 20.0F;
constexpr float arrow_m_per_n = 7.0e-6F;  // 7 mm of the knee per kilonewton

constexpr glm::vec4 bone{0.86F, 0.80F, 0.68F, 1.0F}, cartilage{0.80F, 0.87F, 0.90F, 1.0F},
    tendon{0.83F, 0.74F, 0.68F, 1.0F}, glass{0.95F, 0.92F, 0.85F, 0.24F};

/// From where, in millimetres of the knee: in front and to the outer side, a little from above.
struct View {
  glm::vec3 to_eye, right, up;
};

View view() {
  constexpr float around = 0.72F, above = 0.20F;
  const glm::vec3 to_eye(std::cos(around) * std::cos(above), std::sin(above), std::sin(around) * std::cos(above));
  const glm::vec3 right = glm::normalize(glm::cross({0.0F, 1.0F, 0.0F}, to_eye));
  return {to_eye, right, glm::cross(to_eye, right)};
}

/// From metres of a knee of reference size, upright, into the room.
glm::mat4 room() {
  return {{enlarged, 0.0F, 0.0F, 0.0F},
          {0.0F, enlarged, 0.0F, 0.0F},
          {0.0F, 0.0F, enlarged, 0.0F},
          {0.0F, knee_height_m, 0.0F, 1.0F}};
}

/// The tibia's turn about the knee's axis.
glm::mat4 bent(float flexion_rad) {
  const float c = std::cos(flexion_rad), s = std::sin(flexion_rad);
  return {{c, -s, 0.0F, 0.0F}, {s, c, 0.0F, 0.0F}, {0.0F, 0.0F, 1.0F, 0.0F}, {0.0F, 0.0F, 0.0F, 1.0F}};
}

/// Where the kneecap seen from behind stands: beside the joint, facets to the eye.
glm::mat4 opened() {
  const View v = view();
  constexpr float larger = 1.25F;
  const glm::vec3 at = 0.072F * v.right + 0.040F * v.up;
  return {glm::vec4(-larger * v.to_eye, 0.0F), glm::vec4(larger * v.up, 0.0F), glm::vec4(larger * v.right, 0.0F),
          glm::vec4(at, 1.0F)};
}

/// Everything is made for a right leg; a left one is its mirror image.
glm::vec3 turned(const glm::vec3& p) { return {p.x, p.y, -p.z}; }

void mirror(DrawList& list) {
  const glm::mat4 flip({1.0F, 0.0F, 0.0F, 0.0F}, {0.0F, 1.0F, 0.0F, 0.0F}, {0.0F, 0.0F, -1.0F, 0.0F},
                       {0.0F, 0.0F, 0.0F, 1.0F});
  for (Solid& solid : list.solids) solid.world = flip * solid.world * flip;  // its mesh is the mirrored one
  for (Tube& tube : list.tubes)
    for (glm::vec3& p : tube.points_m) p = turned(p);
  for (Stroke& stroke : list.strokes)
    for (glm::vec3& p : stroke.points_m) p = turned(p);
  for (Patch& patch : list.patches)
    for (glm::vec3& p : patch.outline_m) p = turned(p);
  for (Label& label : list.labels) label.at_m = turned(label.at_m);
  list.camera.eye_m = turned(list.camera.eye_m);
  list.camera.target_m = turned(list.camera.target_m);
}

glm::vec3 placed(const glm::mat4& m, const glm::vec3& p) { return glm::vec3(m * glm::vec4(p, 1.0F)); }

/// A picture being made.
struct Making {
  DrawList& list;
  const LegValues& values;
  PatellaPose pose;
  float flexion_rad;
  double mass_kg;
};

void add_bones(Making& to, const KneeCloseUp::Leg& leg) {
  const glm::mat4 femur = room(), tibia = room() * bent(to.flexion_rad), kneecap = room() * to.pose.in_femur;
  const glm::mat4 aside = room() * opened();
  const auto add = [&](const auto& mesh, const glm::mat4& world, const glm::vec4& colour) {
    to.list.solids.push_back({mesh, world, colour});
  };
  add(leg.femur, femur, bone);
  add(leg.femur_cartilage, femur, cartilage);
  add(leg.tibia, tibia, bone);
  add(leg.tibia_cartilage, tibia, cartilage);
  add(leg.fibula, tibia, bone);
  add(leg.patella, aside, bone);
  add(leg.patella_cartilage, aside, cartilage);
  add(leg.patella, kneecap, glass);
}

void add_tendons(Making& to) {
  for (Tube& tube : knee_tendons(to.pose)) {
    for (glm::vec3& p : tube.points_m) p = placed(room(), p);
    for (float& radius : tube.radius_m) radius *= enlarged;
    tube.colour = tendon;
    to.list.tubes.push_back(std::move(tube));
  }
}

void add_strips(Making& to, const Strips& strips, const glm::mat4& world, const glm::vec4& colour) {
  for (const auto& strip : strips) {
    Patch patch{{}, colour};
    for (const glm::vec3& p : strip) patch.outline_m.push_back(placed(world, p));
    to.list.patches.push_back(std::move(patch));
  }
}

/// In the groove, seen through the kneecap, and on the facets of the one beside.
void add_contact(Making& to, double size) {
  const ContactBand band = contact_band_of(to.values[quantity("contact_band")],
                                           to.values[quantity("pfj_contact_area_mm2")] * 1e-6 / size / size);
  const LoadScale scale = contact_stress_scale();
  for (const auto& [facet, stress] : {std::pair(Facet::lateral, to.values[quantity("pfj_lateral_stress_mpa")]),
                                      std::pair(Facet::medial, to.values[quantity("pfj_medial_stress_mpa")])}) {
    if (!(stress > least_stress_mpa)) continue;
    add_strips(to, on_groove(band, facet, to.pose), room(), scale.colour(stress));
    add_strips(to, on_patella(band, facet), room() * opened(), scale.colour(stress));
  }
}

/// What presses the kneecap into the groove.
void add_force(Making& to) {
  const auto force_n = static_cast<float>(to.values[quantity("pfj_force_n")]);
  if (!(force_n > least_force_n)) return;
  const glm::vec3 tip = to.pose.contact_m + (knee_shape::thickness_m + 0.002F) * to.pose.contact_normal;
  const glm::vec3 tail = tip + arrow_m_per_n * force_n * to.pose.contact_normal;
  to.list.strokes.push_back({{placed(room(), tail), placed(room(), tip)}, palette::force, 4.0F, true, true});
  // Beside the arrow, not on it.
  const glm::vec3 beside = tail + 0.018F * view().right - 0.006F * view().up;
  to.list.labels.push_back({placed(room(), beside),
                            fmt::format("{:.1f} BW", static_cast<double>(force_n) / (to.mass_kg * gravity_m_s2)),
                            palette::force});
}

constexpr glm::vec4 plain{0.55F, 0.57F, 0.62F, 1.0F};

void say(Making& to, float right_m, float up_m, std::string text) {
  const View v = view();
  to.list.labels.push_back({placed(room(), right_m * v.right + up_m * v.up), std::move(text), plain});
}

/// Around the kneecap seen from behind.
void add_captions(Making& to) {
  say(to, 0.072F, 0.078F, "kneecap from behind");
  say(to, 0.092F, 0.006F, "outer");
  say(to, 0.048F, 0.006F, "inner");
}

/// In the corner that no bone reaches however the knee is bent.
void add_angle(Making& to) { say(to, 0.082F, -0.076F, fmt::format("{:.0f}\u00b0 bent", to.flexion_rad * deg_per_rad)); }

/// The joint on the left, the opened kneecap on the right; a narrow picture is taken from further away.
Camera camera(float aspect) {
  constexpr float half_height_m = 0.086F, half_width_m = 0.082F;
  const View v = view();
  Camera camera;
  camera.field_of_view_rad = 0.42F;
  const float half = std::max(half_height_m, half_width_m / std::max(aspect, 0.1F));
  const glm::vec3 middle = 0.024F * v.right;
  camera.target_m = placed(room(), middle);
  camera.eye_m = placed(room(), middle + half / std::tan(0.5F * camera.field_of_view_rad) * v.to_eye);
  return camera;
}

KneeCloseUp::Leg leg_of(KneeMeshes&& made) {
  const auto share = [](Mesh& mesh) { return std::make_shared<const Mesh>(std::move(mesh)); };
  return {share(made.femur),
          share(made.femur_cartilage),
          share(made.tibia),
          share(made.tibia_cartilage),
          share(made.fibula),
          share(made.patella),
          share(made.patella_cartilage)};
}

KneeMeshes mirrored_all(const KneeMeshes& m) {
  return {mirrored(m.femur),
          mirrored(m.femur_cartilage),
          mirrored(m.tibia),
          mirrored(m.tibia_cartilage),
          mirrored(m.fibula),
          mirrored(m.patella),
          mirrored(m.patella_cartilage)};
}

}  // namespace

KneeCloseUp knee_close_up(const Body& body) {
  KneeMeshes right = knee_meshes(knee_cell_m);
  KneeMeshes left = mirrored_all(right);
  return {{leg_of(std::move(right)), leg_of(std::move(left))}, build_skeleton(body).thigh_m, body.mass_kg};
}

LoadScale contact_stress_scale() { return {0.0, 12.0, "kneecap pressure", "MPa"}; }

std::optional<double> beyond_contact_scale_mpa(const LegValues& values) {
  const double most = std::max(values[quantity("pfj_lateral_stress_mpa")], values[quantity("pfj_medial_stress_mpa")]);
  return contact_stress_scale().covers(most) ? std::nullopt : std::optional(most);
}

DrawList close_up_picture(const KneeCloseUp& knee, const StrideSample& sample, const LegValues& values, Side side,
                          float aspect) {
  const double flexion_rad = sample.q_rad[leg_coordinate(knee_angle_r, side)];
  const double size = knee.thigh_m / double(knee_shape::reference_thigh_m);
  DrawList list;
  list.ground.shown = false;
  list.camera = camera(aspect);
  Making to{list, values,
            patella_pose(flexion_rad, values[quantity("contact_band")], double(knee_shape::reference_thigh_m)),
            static_cast<float>(flexion_rad), knee.mass_kg};
  add_bones(to, knee.leg[static_cast<std::size_t>(index(side))]);
  add_tendons(to);
  add_contact(to, size);
  add_captions(to);
  add_force(to);
  add_angle(to);
  if (side == Side::left) mirror(list);
  return list;
}

}  // namespace stridelab::view
