#include "runner/anthropometry.h"

#include <array>
#include <cmath>

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"
#include "model_files/model_overlay.h"

namespace stridelab {
namespace {

// Wide enough for children's and giants' proportions; a wrong sign or power of ten is none of them.
constexpr ModelRange mass_share{0.001, 0.3, "of body mass"}, length_share{0.05, 0.95, "of the segment"},
    segment_m{0.03, 0.8, "m"}, trunk_m{0.4, 1.3, "m"}, forward_m{0.02, 0.4, "m"};

SegmentFigures segment(ModelSection sex, const char* key) {
  ModelSection t = sex.table(key);
  return {t.number("mass", mass_share), t.number("com_fraction", length_share), t.point("radius", length_share),
          t.number("length_m", segment_m)};
}

void read_segments(ModelSection sex, Anthropometry& a) {
  a.reference_height_m = sex.number("reference_height_m", body_height_m);
  a.vertex_above_hip_m = sex.number("vertex_above_hip_m", trunk_m);
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
  const double whole = a.mass_fraction_sum();
  if (!(std::abs(whole - 1.0) <= 0.05)) sex.refuse("the segments weigh together what is not the body's mass");
}

void read_joints(ModelSection joints, Anthropometry& a) {
  a.joints_reference_height_m = joints.number("reference_height_m", body_height_m);
  a.hip_half_width_m = joints.number("hip_half_width_m", {0.04, 0.15, "m"});
  a.womens_hip_width = joints.number("womens_hip_width", {0.8, 1.3, ""});
  a.trunk_behind_hip_m = joints.number("trunk_behind_hip_m", {-0.05, 0.10, "m"});
  a.lumbar_m = joints.point("lumbar_m", {{{-0.15, 0.0, "m"}, {0.05, 0.3, "m"}, {-0.01, 0.01, "m"}}});
  a.shoulder_from_lumbar_m =
      joints.point("shoulder_from_lumbar_m", {{{-0.1, 0.1, "m"}, {0.2, 0.6, "m"}, {0.08, 0.3, "m"}}});
  // Forward, up and towards the other foot.
  a.subtalar_axis = joints.point("subtalar_axis", {{{0.1, 1.0, ""}, {0.1, 1.0, ""}, {-1.0, 0.0, ""}}});
  if (!(std::abs(a.subtalar_axis.norm() - 1.0) <= 0.01))
    joints.fault("subtalar_axis", "subtalar_axis is not a direction of length 1");
  joints.number("elbow_flexion_deg", {0.0, 150.0, "deg"});  // in the geometry of the skeleton
}

void read_foot(ModelSection foot, Anthropometry& a) {
  a.foot_reference_height_m = foot.number("reference_height_m", body_height_m);
  a.sole_below_ankle_m = foot.number("sole_below_ankle_m", {0.03, 0.2, "m"});
  a.heel_m = foot.number("heel_m", {-0.15, -0.01, "m"});
  a.ball_m = foot.number("ball_m", forward_m);
  a.toe_m = foot.number("toe_m", forward_m);
  a.mtp_above_sole_m = foot.number("mtp_above_sole_m", {0.005, 0.1, "m"});
  a.toe_mass_fraction = foot.number("toe_mass_fraction", {0.02, 0.5, "of the foot"});
  a.foot_half_width_m = foot.number("half_width_m", {0.01, 0.1, "m"});
}

std::array<Anthropometry, 2> read_file(ModelSection root) {
  std::array<Anthropometry, 2> both{};
  read_joints(root.table("joints"), both[0]);
  read_foot(root.table("foot"), both[0]);
  both[1] = both[0];
  read_segments(root.table("male"), both[0]);
  read_segments(root.table("female"), both[1]);
  return both;
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
  static constexpr std::string_view file = "runners/de_leva_1996.toml";
  const auto now = [] { return value_or_throw(read_model_file(model_path(file), read_file)); };
  static const std::array<Anthropometry, 2> figures = without_overlay(now);
  return overlaid(figures, file, now)[sex == Sex::male ? 0 : 1];
}

}  // namespace stridelab
