#include "render/scene/knee_tendons.h"

#include <cmath>

namespace stridelab::view {
namespace {

using namespace knee_shape;

constexpr float over_groove_m = 0.0075F;  // middle of the tendon where it wraps, over the groove's bottom
constexpr glm::vec3 top_m{0.0235F, 0.108F, 0.001F};
constexpr int strands = 9, arc_points = 7;

struct Band {
  std::vector<glm::vec3> middle_m;
  float half_width_from_m, half_width_to_m, thickness_m;
};

/// Side by side across the leg, spreading evenly from one end to the other.
void add_band(std::vector<Tube>& tubes, const Band& band) {
  for (int i = 0; i < strands; ++i) {
    const float across = 2.0F * static_cast<float>(i) / (strands - 1) - 1.0F;
    Tube tube;
    const auto last = static_cast<float>(band.middle_m.size() - 1);
    for (std::size_t k = 0; k < band.middle_m.size(); ++k) {
      const float half = glm::mix(band.half_width_from_m, band.half_width_to_m, static_cast<float>(k) / last);
      tube.points_m.push_back(band.middle_m[k] + glm::vec3(0.0F, 0.0F, across * half));
      tube.radius_m.push_back(0.5F * band.thickness_m * (1.0F - 0.25F * across * across));
    }
    tubes.push_back(std::move(tube));
  }
}

/// From the base of the kneecap up; round the groove as long as the straight way would cut through it.
std::vector<glm::vec3> quadriceps_line(const PatellaPose& pose) {
  const glm::vec2 axis(groove_x_m, groove_y_m), base = glm::vec2(pose.base_m) - axis, top = glm::vec2(top_m) - axis;
  const float around = groove_radius_m + over_groove_m;
  const float leaves = std::atan2(top.y, top.x) - std::acos(std::min(around / glm::length(top), 1.0F));
  const float from = std::atan2(base.y, base.x), start = glm::length(base);
  std::vector<glm::vec3> line = {pose.base_m};
  for (int i = 1; i <= arc_points && from < leaves; ++i) {
    const float t = static_cast<float>(i) / arc_points, angle = glm::mix(from, leaves, t);
    const float radius = glm::mix(start, around, std::min(2.0F * t, 1.0F));
    line.push_back({axis.x + radius * std::cos(angle), axis.y + radius * std::sin(angle), groove_z_m});
  }
  const glm::vec3 last = line.back();
  for (int i = 1; i <= 3; ++i) line.push_back(glm::mix(last, top_m, static_cast<float>(i) / 3.0F));
  return line;
}

}  // namespace

std::vector<Tube> knee_tendons(const PatellaPose& pose) {
  std::vector<Tube> tubes;
  add_band(tubes, {quadriceps_line(pose), 0.0125F, 0.0105F, 0.0075F});
  // It begins a little inside of the bone and runs out on the tibia.
  const glm::vec3 along = glm::normalize(pose.tubercle_m - pose.tendon_m), out = glm::normalize(pose.tubercle_m);
  const glm::vec3 from = pose.tendon_m - 0.004F * along, middle = glm::mix(from, pose.tubercle_m, 0.5F);
  const glm::vec3 end = pose.tubercle_m + 0.010F * (along + out) * 0.6F - 0.004F * out;
  add_band(tubes, {{from, middle, pose.tubercle_m, end}, 0.0085F, 0.006F, 0.0055F});
  return tubes;
}

}  // namespace stridelab::view
