#include "render/scene/anatomy.h"

#include <glm/gtc/matrix_transform.hpp>

#include "loads/joint_moments.h"
#include "loads/patella.h"
#include "loads/patellofemoral.h"
#include "render/scene/bone_mesh.h"
#include "render/scene/knee_bones.h"
#include "render/scene/muscle_tubes.h"
#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

constexpr glm::vec4 bone_colour{0.90F, 0.87F, 0.78F, 1.0F};

glm::mat4 patella_in_world(const LegPose& leg) {
  glm::mat4 in_rest = glm::translate(glm::mat4(1.0F), leg.knee_rest_m) * leg.patella.in_femur;
  if (leg.left) in_rest[3].z = -in_rest[3].z;  // its mesh is mirrored itself
  return leg.pose->bone[static_cast<std::size_t>(leg.left ? Bone::thigh_l : Bone::thigh_r)] * in_rest;
}

void add_muscles(DrawList& list, const Anatomy& anatomy, const LegPose& leg, const UnitVector& activation) {
  const LoadScale scale = activation_scale();
  for (std::size_t i = 0; i < anatomy.muscles.size(); ++i) {
    const SizedPath& muscle = anatomy.muscles[i];
    add_muscle_tubes(list, muscle_line(muscle, leg), muscle.path, anatomy.belly_radius_m[i], anatomy.tendon_radius_m[i],
                     scale.colour(100.0 * activation[muscle.path.unit]));
  }
  add_tendon_tube(list, patellar_tendon_line(leg), 2.0F * anatomy.thickness.tendon_m);
}

/// How thick the muscles are when the person stands.
void size_muscles(Anatomy& anatomy) {
  StrideSample standing{};
  standing.q_rad.setZero();
  standing.pelvis_m.setZero();
  const Pose pose = pose_of(anatomy.skeleton, standing);
  const LegPose leg = leg_pose(anatomy, pose, standing, Side::right);
  const MuscleModel& model = anatomy.models->muscles;
  for (const SizedPath& muscle : anatomy.muscles) {
    const float length = length_m(muscle_line(muscle, leg));
    anatomy.belly_radius_m.push_back(belly_radius_m(model, anatomy.thickness, muscle.path, length));
    anatomy.tendon_radius_m.push_back(tendon_radius_m(model, anatomy.thickness, muscle.path));
  }
}

}  // namespace

LegPose leg_pose(const Anatomy& anatomy, const Pose& pose, const StrideSample& sample, Side side) {
  const double flexion = sample.q_rad[leg_coordinate(knee_angle_r, side)];
  const double band = contact_band(anatomy.models->patella, fit_flexion(anatomy.models->patellofemoral, flexion));
  return {&pose, side == Side::left, rest_joint(anatomy.skeleton, Bone::shank_r),
          patella_pose(flexion, band, anatomy.skeleton.thigh_m)};
}

tl::expected<Anatomy, Diagnostics> anatomy_of(const Body& body) {
  auto models = read_load_models();
  if (!models) return tl::unexpected(std::move(models.error()));
  const auto atlas = read_muscle_atlas(models->muscles);
  if (!atlas) return tl::unexpected(atlas.error());
  Anatomy anatomy;
  anatomy.models = std::make_shared<const LoadModels>(*std::move(models));
  anatomy.skeleton = build_skeleton(body);
  anatomy.bones = std::make_shared<const Mesh>(bone_mesh(body));
  Mesh patella = patella_mesh();
  anatomy.patella = {std::make_shared<const Mesh>(patella), std::make_shared<const Mesh>(mirrored(std::move(patella)))};
  anatomy.thickness = atlas->thickness;
  const FigureSize size = figure_size(anatomy.skeleton);
  for (const MusclePath& path : atlas->paths) anatomy.muscles.push_back(sized(path, atlas->frames[path.frames], size));
  size_muscles(anatomy);
  return anatomy;
}

void add_anatomy(DrawList& list, const Anatomy& anatomy, const StrideSample& sample,
                 const std::array<UnitVector, 2>& activation) {
  const Pose pose = pose_of(anatomy.skeleton, sample);
  list.figures.push_back({anatomy.bones, pose});
  for (Side side : {Side::right, Side::left}) {
    const auto i = static_cast<std::size_t>(index(side));
    const LegPose leg = leg_pose(anatomy, pose, sample, side);
    list.solids.push_back({anatomy.patella[i], patella_in_world(leg), bone_colour});
    add_muscles(list, anatomy, leg, activation[i]);
  }
}

LoadScale activation_scale() { return {0.0, 100.0, "muscle activation", "%", Ramp::flesh}; }

}  // namespace stridelab::view
