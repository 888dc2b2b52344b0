#include "gait/normative_laws.h"

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"
#include "model_files/model_overlay.h"

namespace stridelab {
namespace {

constexpr ModelRange exponent{0.0, 3.0, ""}, angle{-45.0, 45.0, "deg"}, size{0.0, 45.0, "deg"},
    stance_share{0.01, 0.99, "of stance"};

NormativeLaws::ContactTime read_contact_time(ModelSection in) {
  return {in.number("seconds", {0.05, 0.6, "s"}), in.number("speed_exponent", exponent),
          in.number("cadence_exponent", exponent)};
}

NormativeLaws::Load read_load(ModelSection in) {
  return {in.number("share", {0.0, 3.0, ""}), in.number("cadence_exponent", exponent)};
}

NormativeLaws::Usual read_usual(ModelSection in) {
  return {in.angle_rad("trunk_lean_deg", angle), in.number("pelvis_share_of_lean", any_share),
          in.number("step_width_m", {-0.1, 0.3, "m"}), in.angle_rad("toe_out_deg", angle)};
}

NormativeLaws::UpperBody read_upper_body(ModelSection in) {
  return {in.angle_rad("lumbar_rotation_deg", size), in.number("arm_mean_deg", angle),
          in.number("arm_swing_deg", size)};
}

NormativeLaws::Rearfoot read_rearfoot(ModelSection in) {
  constexpr ModelRange soon{-0.1, 0.2, "s"};
  return {in.angle_rad("swing_inversion_deg", angle), in.angle_rad("landing_inversion_deg", size),
          in.number("rolls_in_from_s", soon),         in.number("flat_at_s", soon),
          in.angle_rad("toe_break_deg", size),        in.angle_rad("oblique_rise_deg", {1.0, 45.0, "deg"}),
          in.angle_rad("arch_change_deg", size),      in.number("comes_over_stride", {0.01, 0.5, "of the stride"})};
}

NormativeLaws::Toes read_toes(ModelSection in) {
  return {in.number("push_from", stance_share), in.number("push_over", stance_share),
          in.number("back_over_stride", {0.01, 0.5, "of the stride"})};
}

NormativeLaws read(ModelSection root) {
  NormativeLaws laws{};
  ModelSection force = root.table("force_shape"), slope = root.table("slope_habit"), women = root.table("women");
  ModelSection flight = root.table("flight"), zero = root.table("zero"), weak = root.table("weak_rotation");
  laws.slowest_force_m_s = force.number("slowest_m_s", {1.0, 3.5, "m/s"});
  laws.fastest_force_m_s = force.number("fastest_m_s", {3.5, 10.0, "m/s"});
  laws.contact_time = read_contact_time(root.table("contact_time"));
  laws.flight = {flight.number("bends_from_duty", {0.3, 0.49, ""}), flight.number("bends_by_duty", {0.001, 0.1, ""})};
  laws.load = read_load(root.table("load"));
  laws.knee_zero_rad = zero.angle_rad("knee_deg", angle);
  laws.ankle_zero_rad = zero.angle_rad("ankle_deg", angle);
  laws.slope_habit = {slope.number("cadence_per_rad", {-2.0, 2.0, "1/rad"}),
                      slope.number("strike_deg_per_deg", {-3.0, 3.0, ""})};
  laws.women = {women.angle_rad("hip_adduction_deg", angle), women.angle_rad("hip_rotation_deg", angle)};
  laws.usual = read_usual(root.table("usual"));
  laws.upper_body = read_upper_body(root.table("upper_body"));
  laws.rearfoot = read_rearfoot(root.table("rearfoot"));
  laws.arch_support_share = root.table("arch_support").number("share", any_share);
  laws.toes = read_toes(root.table("toes"));
  laws.weak_rotation = {weak.angle_rad("turn_deg", size), weak.number("bends", {0.01, 100.0, ""})};
  return laws;
}

}  // namespace

const NormativeLaws& normative_laws() {
  static constexpr std::string_view file = "gait/normative_laws.toml";
  const auto now = [] { return value_or_throw(read_model_file(model_path(file), read)); };
  static const NormativeLaws laws = without_overlay(now);
  return overlaid(laws, file, now);
}

}  // namespace stridelab
