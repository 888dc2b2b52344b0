#include "render/scene/skin_weights.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <numeric>

namespace stridelab::view {
namespace {

using Weights = std::array<float, n_bones>;

float& of(Weights& w, Bone bone) { return w[static_cast<std::size_t>(bone)]; }

float ramp(float low, float high, float x) { return std::clamp((x - low) / (high - low), 0.0F, 1.0F); }
float soft(float low, float high, float x) {
  const float t = ramp(low, high, x);
  return t * t * (3.0F - 2.0F * t);
}

/// Shares an amount among the bone inside a joint, its half-way bone and the bone outside, 0 .. 1 across the joint: the
/// skin then turns evenly from one to the other.
void across(Weights& w, float amount, float t, Bone inner, Bone half, Bone outer) {
  of(w, inner) += amount * (1.0F - t) * (1.0F - t);
  of(w, half) += amount * 2.0F * t * (1.0F - t);
  of(w, outer) += amount * t * t;
}

/// The leg's own share of a point: thigh, knee, shank, foot, toes along the limb.
void add_leg(Weights& w, const FigureSize& size, float amount, const glm::vec3& p, bool shoe) {
  const glm::vec3 q = spread_leg(size).local(p);
  const float k = size.scale, ankle = size.thigh + size.shank;
  // As long as the fold behind the knee needs for a heel that nearly touches the seat.
  const float knee = ramp(size.thigh - 0.095F * k, size.thigh + 0.095F * k, q.y);
  const float foot = shoe ? 1.0F : soft(ankle - 0.075F * k, ankle + 0.010F * k, q.y);
  const float toes = foot * soft(size.toe_joint.x - 0.03F * k, size.toe_joint.x + 0.03F * k, q.x);
  across(w, amount * (1.0F - foot), knee, Bone::thigh_r, Bone::knee_r, Bone::shank_r);
  of(w, Bone::foot_r) += amount * (foot - toes);
  of(w, Bone::toes_r) += amount * toes;
}

/// Trunk and head, from the pelvis up.
void add_trunk(Weights& w, const FigureSize& size, float amount, const glm::vec3& p, bool head) {
  const float torso = soft(0.3F * size.lumbar.y, 1.75F * size.lumbar.y, p.y);
  of(w, Bone::pelvis) += amount * (1.0F - torso);
  of(w, head ? Bone::head : Bone::torso) += amount * torso;
}

/// Only the four largest, summing to one.
void keep_four(Weights& w) {
  Weights sorted = w;
  std::nth_element(sorted.begin(), sorted.begin() + 4, sorted.end(), std::greater<>());
  const float fifth = sorted[4];
  for (float& x : w)
    if (x <= fifth) x = 0.0F;
  const float sum = std::accumulate(w.begin(), w.end(), 0.0F);
  for (float& x : w) x /= sum;
}

glm::mat4 turned_about(const glm::vec3& point, float angle_rad) {
  glm::mat4 m = glm::translate(glm::mat4(1.0F), point);
  m = glm::rotate(m, angle_rad, glm::vec3(1.0F, 0.0F, 0.0F));
  return glm::translate(m, -point);
}

}  // namespace

std::array<float, n_bones> skin_weights(const FigureSize& size, const std::array<float, n_parts>& d,
                                        const glm::vec3& p) {
  const auto far = [&](Part part) { return d[static_cast<std::size_t>(part)]; };
  const float trunk = std::min(far(Part::trunk), far(Part::head)), leg = std::min(far(Part::leg), far(Part::foot)),
              arm = std::min(far(Part::arm), far(Part::forearm));
  const float k = size.scale;
  const float on_arm = soft(-0.045F * k, 0.045F * k, std::min(trunk, leg) - arm);
  // Near the midline the skin stays with the pelvis: the left leg would claim as much of it.
  const float on_leg = ramp(-0.065F * k, 0.065F * k, trunk - leg) * soft(0.0F, 0.035F * k, p.z) * (1.0F - on_arm);
  Weights w{};
  of(w, Bone::upper_arm_r) += on_arm * (1.0F - soft(-0.02F * k, 0.02F * k, far(Part::arm) - far(Part::forearm)));
  of(w, Bone::forearm_r) += on_arm * soft(-0.02F * k, 0.02F * k, far(Part::arm) - far(Part::forearm));
  of(w, Bone::hip_r) += (1.0F - on_arm) * 2.0F * on_leg * (1.0F - on_leg);
  add_leg(w, size, (1.0F - on_arm) * on_leg * on_leg, p, far(Part::foot) < far(Part::leg) - 0.01F * k);
  add_trunk(w, size, (1.0F - on_arm) * (1.0F - on_leg) * (1.0F - on_leg), p, far(Part::head) < far(Part::trunk));
  keep_four(w);
  return w;
}

std::array<glm::mat4, n_bones> gather(const FigureSize& size) {
  std::array<glm::mat4, n_bones> back;
  back.fill(glm::mat4(1.0F));
  const auto set = [&](Bone bone, const glm::vec3& centre, float angle) {
    back[static_cast<std::size_t>(bone)] = turned_about(centre, angle);
  };
  for (Bone bone : {Bone::thigh_r, Bone::knee_r, Bone::shank_r, Bone::foot_r, Bone::toes_r})
    set(bone, size.hip, spread_leg_rad);
  set(Bone::hip_r, size.hip, 0.5F * spread_leg_rad);
  for (Bone bone : {Bone::upper_arm_r, Bone::forearm_r}) set(bone, size.shoulder, spread_arm_rad - carried_arm_rad);
  return back;
}

}  // namespace stridelab::view
