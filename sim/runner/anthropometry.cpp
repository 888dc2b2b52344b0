#include "runner/anthropometry.h"

#include <toml++/toml.h>

#include <array>
#include <stdexcept>
#include <string>

#include "core/model_path.h"

namespace stridelab {
namespace {

constexpr const char* file_name = "runners/de_leva_1996.toml";

[[noreturn]] void broken(const std::string& key) {
  throw std::runtime_error(std::string("models/") + file_name + ": " + key + " is missing or not a number");
}

double number(const toml::table& table, const char* key) {
  const auto value = table[key].value<double>();
  if (!value) broken(key);
  return *value;
}

Vec3 vector(const toml::table& table, const char* key) {
  const toml::array* list = table[key].as_array();
  if (list == nullptr || list->size() != 3) broken(key);
  Vec3 v;
  for (std::size_t i = 0; i < 3; ++i) v(static_cast<Eigen::Index>(i)) = (*list)[i].value<double>().value();
  return v;
}

const toml::table& section(const toml::table& root, const char* key) {
  const toml::table* table = root[key].as_table();
  if (table == nullptr) broken(key);
  return *table;
}

SegmentFigures segment(const toml::table& sex, const char* key) {
  const toml::table& t = section(sex, key);
  return {number(t, "mass"), number(t, "com_fraction"), vector(t, "radius"), number(t, "length_m")};
}

Anthropometry read(const toml::table& root, const char* sex_key) {
  const toml::table& sex = section(root, sex_key);
  const toml::table& joints = section(root, "joints");
  const toml::table& foot = section(root, "foot");
  Anthropometry a;
  a.reference_height_m = number(sex, "reference_height_m");
  a.vertex_above_hip_m = number(sex, "vertex_above_hip_m");
  a.head = segment(sex, "head");
  a.upper_trunk = segment(sex, "upper_trunk");
  a.mid_trunk = segment(sex, "mid_trunk");
  a.lower_trunk = segment(sex, "lower_trunk");
  a.upper_arm = segment(sex, "upper_arm");
  a.forearm = segment(sex, "forearm");
  a.hand = segment(sex, "hand");
  a.thigh = segment(sex, "thigh");
  a.shank = segment(sex, "shank");
  a.foot_segment = segment(sex, "foot");
  a.joints_reference_height_m = number(joints, "reference_height_m");
  a.hip_half_width_m = number(joints, "hip_half_width_m");
  a.lumbar_m = vector(joints, "lumbar_m");
  a.shoulder_from_lumbar_m = vector(joints, "shoulder_from_lumbar_m");
  a.subtalar_axis = vector(joints, "subtalar_axis");
  a.foot_reference_height_m = number(foot, "reference_height_m");
  a.sole_below_ankle_m = number(foot, "sole_below_ankle_m");
  a.heel_m = number(foot, "heel_m");
  a.ball_m = number(foot, "ball_m");
  a.toe_m = number(foot, "toe_m");
  a.mtp_above_sole_m = number(foot, "mtp_above_sole_m");
  a.toe_mass_fraction = number(foot, "toe_mass_fraction");
  a.foot_half_width_m = number(foot, "half_width_m");
  return a;
}

}  // namespace

double Anthropometry::mass_fraction_sum() const {
  const double trunk =
      head.mass_fraction + upper_trunk.mass_fraction + mid_trunk.mass_fraction + lower_trunk.mass_fraction;
  const double limbs = upper_arm.mass_fraction + forearm.mass_fraction + hand.mass_fraction + thigh.mass_fraction +
                       shank.mass_fraction + foot_segment.mass_fraction;
  return trunk + 2.0 * limbs;
}

const Anthropometry& anthropometry(Sex sex) {
  static const std::array<Anthropometry, 2> figures = [] {
    const auto path = model_path(file_name);
    if (!path) throw std::runtime_error(to_text(path.error()));
    const toml::table root = toml::parse_file(path->string());
    return std::array{read(root, "male"), read(root, "female")};
  }();
  return figures[sex == Sex::male ? 0 : 1];
}

}  // namespace stridelab
