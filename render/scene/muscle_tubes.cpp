#include "render/scene/muscle_tubes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stridelab::view {
namespace {

constexpr glm::vec4 tendon_colour{0.93F, 0.91F, 0.84F, 1.0F};
constexpr float usual_force_n = 1500.0F;  // of a muscle whose tendon has the radius of the rule
constexpr int belly_points = 13, tendon_points = 5;

/// A place on a line at a share of its length.
class Along {
 public:
  explicit Along(const std::vector<glm::vec3>& line) : line_(line), gone_(line.size(), 0.0F) {
    for (std::size_t i = 1; i < line.size(); ++i) gone_[i] = gone_[i - 1] + glm::distance(line[i - 1], line[i]);
  }
  [[nodiscard]] glm::vec3 at(float share) const {
    const float way = share * gone_.back();
    const auto next = std::upper_bound(gone_.begin() + 1, gone_.end() - 1, way);
    const auto i = static_cast<std::size_t>(next - gone_.begin());
    const float step = gone_[i] - gone_[i - 1];
    return glm::mix(line_[i - 1], line_[i], step > 0.0F ? std::clamp((way - gone_[i - 1]) / step, 0.0F, 1.0F) : 0.0F);
  }

 private:
  const std::vector<glm::vec3>& line_;
  std::vector<float> gone_;
};

/// Cuts corners off (Chaikin), ends stay.
std::vector<glm::vec3> rounded(const std::vector<glm::vec3>& line) {
  std::vector<glm::vec3> out{line.front()};
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (i > 0) out.push_back(glm::mix(line[i], line[i + 1], 0.25F));
    if (i + 2 < line.size()) out.push_back(glm::mix(line[i], line[i + 1], 0.75F));
  }
  out.push_back(line.back());
  return out;
}

Tube piece(const Along& line, float from, float to, int points, const glm::vec4& colour) {
  Tube tube;
  tube.colour = colour;
  for (int i = 0; i < points; ++i) tube.points_m.push_back(line.at(glm::mix(from, to, float(i) / float(points - 1))));
  return tube;
}

}  // namespace

float belly_radius_m(const MuscleModel& model, const ThicknessRule& rule, const MusclePath& path, float length_m) {
  const auto unit = static_cast<Eigen::Index>(path.unit);
  const double volume_m3 = model.max_force_n[unit] / double(rule.tension_n_m2) * model.optimal_fibre_m[unit];
  const float belly_m = length_m * (path.belly_to - path.belly_from);
  // A radius that follows a sine has half of its square in the mean.
  const float radius = std::sqrt(2.0F * static_cast<float>(volume_m3) / (std::numbers::pi_v<float> * belly_m));
  return std::clamp(rule.drawn_share * radius, rule.smallest_m, rule.largest_m);
}

float tendon_radius_m(const MuscleModel& model, const ThicknessRule& rule, const MusclePath& path) {
  const auto share = static_cast<float>(model.max_force_n[path.unit]) / usual_force_n;
  return rule.tendon_m * std::clamp(std::sqrt(share), 0.6F, 2.0F);
}

void add_muscle_tubes(DrawList& list, const std::vector<glm::vec3>& line, const MusclePath& path, float belly_m,
                      float tendon_m, const glm::vec4& colour) {
  const std::vector<glm::vec3> smooth = rounded(rounded(line));
  const Along along(smooth);
  Tube belly = piece(along, path.belly_from, path.belly_to, belly_points, colour);
  for (int i = 0; i < belly_points; ++i) {
    const float swell = std::sin(std::numbers::pi_v<float> * float(i) / float(belly_points - 1));
    belly.radius_m.push_back(glm::mix(tendon_m, belly_m, std::pow(std::max(swell, 0.0F), 0.8F)));
  }
  list.tubes.push_back(std::move(belly));
  const auto tendon = [&](float from, float to) {
    if (to - from < 0.01F) return;
    Tube tube = piece(along, from, to, tendon_points, tendon_colour);
    tube.radius_m.assign(tube.points_m.size(), tendon_m);
    list.tubes.push_back(std::move(tube));
  };
  tendon(0.0F, path.belly_from);
  tendon(path.belly_to, 1.0F);
}

void add_tendon_tube(DrawList& list, const std::vector<glm::vec3>& line, float radius_m) {
  list.tubes.push_back({line, std::vector<float>(line.size(), radius_m), tendon_colour});
}

}  // namespace stridelab::view
