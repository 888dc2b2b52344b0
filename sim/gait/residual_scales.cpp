#include "gait/residual_scales.h"

#include <array>

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

// A scale divides: none is zero.
constexpr ModelRange moment_bw_m{1e-4, 0.5, "BW m"}, force_bw{1e-4, 1.0, "BW"}, distance_m{1e-5, 0.5, "m"},
    angle_deg{0.01, 90.0, "deg"}, moment_nm_kg{0.001, 5.0, "Nm/kg"};

ResidualScales::RestingFoot read_resting_foot(ModelSection in) {
  return {in.number("height_m", distance_m),
          in.number("speed_m_s", {1e-4, 2.0, "m/s"}),
          in.number("sinking_m_s", {1e-4, 10.0, "m/s"}),
          in.number("loaded_bw", {0.05, 5.0, "BW"}),
          in.angle_rad("pitch_deg", angle_deg),
          in.angle_rad("heel_up_pitch_deg", angle_deg),
          in.number("heel_up_below_rad", {-1.5, 0.0, "rad"}),
          in.angle_rad("toe_pitch_deg", angle_deg),
          in.angle_rad("roll_deg", angle_deg),
          in.angle_rad("toe_out_deg", angle_deg),
          in.number("fades_to", {0.01, 1.0, ""})};
}

ResidualScales::LandingFoot read_landing_foot(ModelSection in) {
  return {in.number("height_m", distance_m), in.angle_rad("pitch_deg", angle_deg),
          in.angle_rad("toe_out_deg", angle_deg), in.number("placement_m", distance_m)};
}

ResidualScales::Trunk read_trunk(ModelSection in) {
  return {in.angle_rad("fore_aft_deg", angle_deg),
          in.angle_rad("sideways_deg", angle_deg),
          in.angle_rad("stance_lean_deg", {0.0, 45.0, "deg"}),
          in.angle_rad("mean_lean_deg", angle_deg),
          in.angle_rad("held_lean_deg", {0.1, 45.0, "deg"}),
          in.angle_rad("usual_lean_deg", {0.0, 45.0, "deg"})};
}

ResidualScales::Weakness read_weakness(ModelSection in) {
  return {in.number("recruits_nm_kg_deg", {0.0, 5.0, "Nm/(kg deg)"}), in.number("moment_nm_kg", moment_nm_kg)};
}

/// Of all 22 coordinates: both legs keep to their posture alike.
CoordinateVector read_tracking(ModelSection in) {
  constexpr std::array<const char*, hip_flexion_l> keys = {
      "pelvis_tilt",     "pelvis_list",    "pelvis_rotation", "lumbar_extension", "lumbar_bending",
      "lumbar_rotation", "hip_flexion",    "hip_adduction",   "hip_rotation",     "knee_angle",
      "ankle_angle",     "subtalar_angle", "mtp_angle",       "arm_flex"};
  CoordinateVector deg;
  for (int i = 0; i < hip_flexion_l; ++i) deg(i) = in.number(keys[static_cast<std::size_t>(i)], angle_deg);
  deg.segment<n_leg_coordinates>(hip_flexion_l) = deg.segment<n_leg_coordinates>(hip_flexion_r).eval();
  return deg * rad_per_deg;
}

void read_ground(ModelSection root, ResidualScales& scales) {
  ModelSection balance = root.table("stance_balance"), shape = root.table("load_shape"),
               compression = root.table("compression"), swing = root.table("swing_clearance"),
               pressure = root.table("pressure"), work = root.table("ground_work");
  scales.flight_moment_bw_m = root.table("flight_balance").number("moment_bw_m", moment_bw_m);
  scales.stance_moment_bw_m =
      Vec3(balance.number("sideways_bw_m", moment_bw_m), balance.number("free_moment_bw_m", moment_bw_m),
           balance.number("fore_aft_bw_m", moment_bw_m));
  scales.force_bw = Vec3(shape.number("fore_aft_bw", force_bw), shape.number("vertical_bw", force_bw),
                         shape.number("lateral_bw", force_bw));
  scales.early_force = {shape.number("early_fore_aft_bw", force_bw),
                        shape.number("early_until", {0.0, 1.0, "of stance"}),
                        shape.number("early_over", {0.001, 1.0, "of stance"})};
  scales.pressure = {pressure.number("usual_m", distance_m), pressure.number("inside_m", distance_m)};
  scales.ground_work = {work.number("loss_j_kg", {0.0, 1.0, "J/kg"}), work.number("scale_j_kg", {1e-4, 20.0, "J/kg"})};
  scales.compression = {compression.number("depth_m", {0.0, 0.1, "m"}),
                        compression.number("at_force_bw", {0.5, 10.0, "BW"}),
                        compression.number("most", {0.1, 10.0, ""})};
  scales.resting_foot = read_resting_foot(root.table("resting_foot"));
  scales.foot_line_m = root.table("foot_line").number("side_m", distance_m);
  scales.landing_foot = read_landing_foot(root.table("landing_foot"));
  scales.swing_clearance = {swing.number("clearance_m", {0.0, 0.3, "m"}), swing.number("scale_m", distance_m)};
}

ResidualScales read(ModelSection root) {
  ResidualScales scales{};
  ModelSection groups = root.table("weak_groups"), duty = root.table("duty");
  read_ground(root, scales);
  scales.trunk = read_trunk(root.table("trunk_posture"));
  scales.effort_share = root.table("joint_effort").number("share", {0.001, 10.0, ""});
  ModelSection hip = root.table("weak_abductors");
  scales.weak_abductors = read_weakness(hip);
  scales.weak_hip = {hip.number("lets_go_at", {0.01, 10.0, ""}), hip.number("adduction_hold", {0.0, 100.0, ""}),
                     hip.angle_rad("toe_out_deg", angle_deg), hip.angle_rad("sideways_deg", angle_deg)};
  scales.weak_trunk = read_weakness(root.table("weak_trunk"));
  scales.weak_groups = {groups.number("hinge_nm_kg", moment_nm_kg), groups.number("hinge_scale", {0.01, 10.0, ""})};
  constexpr ModelRange duty_factor{1e-4, 0.1, ""};
  scales.duty = {duty.number("weight", {0.0, 10.0, ""}), duty.number("duty_factor", duty_factor),
                 duty.number("placed_duty_factor", duty_factor)};
  scales.tracking_rad = read_tracking(root.table("tracking_deg"));
  return scales;
}

}  // namespace

const ResidualScales& residual_scales() {
  static const ResidualScales scales = value_or_throw(read_model_file(model_path("gait/residual_scales.toml"), read));
  return scales;
}

}  // namespace stridelab
