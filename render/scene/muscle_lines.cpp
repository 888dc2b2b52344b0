#include "render/scene/muscle_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace stridelab::view {
namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float arc_step_rad = 0.25F;

constexpr std::array<Bone, n_path_segments> right_bone{Bone::pelvis, Bone::thigh_r, Bone::shank_r,
                                                       Bone::foot_r, Bone::toes_r,  Bone::thigh_r};
constexpr std::array<Bone, n_path_segments> left_bone{Bone::pelvis, Bone::thigh_l, Bone::shank_l,
                                                      Bone::foot_l, Bone::toes_l,  Bone::thigh_l};

/// Stretches a segment: along the line between two joints of the source to that between two of the person, across it by
/// `size`.
glm::vec3 between_joints(const glm::vec3& p, const glm::vec3& from, const glm::vec3& to, const glm::vec3& onto_from,
                         const glm::vec3& onto_to, float size) {
  const float along = (p.y - from.y) / (to.y - from.y);
  const glm::vec3 across = p - glm::mix(from, to, along);
  return glm::mix(onto_from, onto_to, along) + size * glm::vec3(across.x, 0.0F, across.z);
}

/// The foot is stretched from ankle to toe joint; the toes keep their distance to the joint.
glm::vec3 on_foot(const glm::vec3& p, const SourceFrames& s, const FigureSize& person, float size) {
  const glm::vec3 source = s.toe_joint_in_foot - s.ankle_in_foot, own = person.toe_joint - person.ankle,
                  q = p - s.ankle_in_foot;
  const float sink = (own.y - size * source.y) / source.x;  // in front of the ankle: a shod foot's arch is flatter
  return person.ankle + glm::vec3(own.x / source.x * q.x, size * q.y + sink * std::max(q.x, 0.0F), size * q.z);
}

glm::vec3 placed(const PathPoint& point, const SourceFrames& s, const FigureSize& person, float size) {
  const glm::vec3& p = point.at_m;
  switch (point.on) {
    case PathSegment::pelvis:
      return person.hip.z / s.hip_in_pelvis.z * (p - s.hip_in_pelvis * glm::vec3(1.0F, 1.0F, 0.0F));
    case PathSegment::thigh:
      return between_joints(p, glm::vec3(0.0F), s.knee_in_thigh, person.hip, person.knee, size);
    case PathSegment::shank:
      return between_joints(p, s.knee_in_shank, s.ankle_in_shank, person.knee, person.ankle, size);
    case PathSegment::foot:
      return on_foot(p, s, person, size);
    case PathSegment::toes:
      return person.toe_joint + size * p;
    case PathSegment::patella:
      break;
  }
  return size * p;  // stays in the frame of the kneecap
}

glm::vec2 turned(const glm::vec2& v, float angle) {
  const float c = std::cos(angle), s = std::sin(angle);
  return {c * v.x - s * v.y, s * v.x + c * v.y};
}

/// What lies between two points when they are joined over a cylinder along z: the points of the arc, or none where the
/// straight line passes it. Looking down a limb, a muscle behind the cylinder goes round it against the clock.
/// A point inside of the cylinder makes it as small as to go through that point.
std::vector<glm::vec3> arc_over(const PathPoint& round, const glm::vec3& a, const glm::vec3& b) {
  const glm::vec2 centre(round.at_m), from = glm::vec2(a) - centre, to = glm::vec2(b) - centre;
  const float radius = std::min({round.radius_m, 0.999F * glm::length(from), 0.999F * glm::length(to)});
  const float sense = round.behind ? 1.0F : -1.0F, chord = glm::length(to - from);
  if (chord < 1e-5F || radius < 1e-4F) return {};
  const float clearance = sense * (from.x * to.y - from.y * to.x) / chord;  // of the middle, on the side it should be
  const float nearest = glm::clamp(-glm::dot(from, to - from) / (chord * chord), 0.0F, 1.0F);
  const bool beside = nearest > 0.0F && nearest < 1.0F;  // else the cylinder lies beyond one of the ends
  const bool clear = glm::length(glm::mix(from, to, nearest)) >= radius;
  if (clearance >= radius || (clear && (clearance > 0.0F || !beside))) return {};
  const auto touch = [&](const glm::vec2& p, float turn) {
    const glm::vec2 t = turned(glm::normalize(p), turn * std::acos(radius / glm::length(p)));
    return std::atan2(t.y, t.x);
  };
  const float first = touch(from, sense), last = touch(to, -sense);
  float angle = sense * (last - first);
  angle -= 2.0F * pi * std::floor(angle / (2.0F * pi));
  if (angle > 1.2F * pi) return {};  // the touching points have passed each other
  std::vector<glm::vec3> arc;
  const int steps = std::max(1, static_cast<int>(std::ceil(angle / arc_step_rad)));
  for (int i = 0; i <= steps; ++i) {
    const float at = first + sense * angle * float(i) / float(steps);
    arc.emplace_back(centre + radius * glm::vec2(std::cos(at), std::sin(at)), 0.0F);
  }
  // Across, the line moves evenly with its length.
  const float ahead = glm::distance(glm::vec2(a), glm::vec2(arc.front())), around = radius * angle,
              after = glm::distance(glm::vec2(b), glm::vec2(arc.back()));
  for (std::size_t i = 0; i < arc.size(); ++i) {
    const float gone = ahead + around * float(i) / float(steps);
    arc[i].z = glm::mix(a.z, b.z, gone / std::max(ahead + around + after, 1e-6F));
  }
  return arc;
}

/// Between the rest pose of the right leg and the world, for either leg.
class Carrier {
 public:
  Carrier(const LegPose& leg, PathSegment on)
      : matrix_(
            leg.pose
                ->bone[static_cast<std::size_t>((leg.left ? left_bone : right_bone)[static_cast<std::size_t>(on)])]),
        mirror_(1.0F, 1.0F, leg.left ? -1.0F : 1.0F) {}
  [[nodiscard]] glm::vec3 world(const glm::vec3& rest) const { return {matrix_ * glm::vec4(mirror_ * rest, 1.0F)}; }
  [[nodiscard]] glm::vec3 rest(const glm::vec3& world) const {
    // Rigid: the inverse turns back.
    return mirror_ * ((world - glm::vec3(matrix_[3])) * glm::mat3(matrix_));
  }

 private:
  glm::mat4 matrix_;
  glm::vec3 mirror_;
};

glm::vec3 in_world(const PathPoint& point, const LegPose& leg) {
  const Carrier carrier(leg, point.on);
  if (point.on != PathSegment::patella) return carrier.world(point.at_m);
  return carrier.world(leg.knee_rest_m + leg.patella.base_m + point.at_m);
}

}  // namespace

SizedPath sized(const MusclePath& path, const SourceFrames& source, const FigureSize& person) {
  const glm::vec3 tree = person.toe_joint - person.hip, model = source.knee_in_thigh + source.ankle_in_shank -
                                                                source.knee_in_shank + source.toe_joint_in_foot -
                                                                source.ankle_in_foot;
  SizedPath own{path, tree.y / model.y};
  for (PathPoint& point : own.path.points) {
    point.at_m = placed(point, source, person, own.size);
    point.radius_m *= own.size;
  }
  return own;
}

std::vector<glm::vec3> muscle_line(const SizedPath& path, const LegPose& leg) {
  const auto& points = path.path.points;
  std::vector<glm::vec3> line;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].radius_m == 0.0F) {
      line.push_back(in_world(points[i], leg));
      continue;
    }
    const Carrier carrier(leg, points[i].on);
    for (const glm::vec3& p :
         arc_over(points[i], carrier.rest(line.back()), carrier.rest(in_world(points[i + 1], leg))))
      line.push_back(carrier.world(p));
  }
  return line;
}

std::vector<glm::vec3> patellar_tendon_line(const LegPose& leg) {
  const Carrier thigh(leg, PathSegment::thigh);
  return {thigh.world(leg.knee_rest_m + leg.patella.tendon_m), thigh.world(leg.knee_rest_m + leg.patella.tubercle_m)};
}

float length_m(const std::vector<glm::vec3>& line) {
  float sum = 0.0F;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) sum += glm::distance(line[i], line[i + 1]);
  return sum;
}

}  // namespace stridelab::view
