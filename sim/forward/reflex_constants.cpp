#include "forward/reflex_constants.h"

#include <array>

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr ModelRange filter_s{1e-4, 1.0, "s"}, leak_s{0.01, 1000.0, "s"}, force_n{1.0, 10000.0, "N"},
    strides{0.001, 5.0, "strides"}, angle_rad{0.01, 1.5, "rad"};

ReflexConstants::Time read_time(ModelSection in) {
  return {in.number("load_filter_s", filter_s), in.number("speed_filter_s", filter_s),
          in.number("integral_leak_s", leak_s), in.number("clock_filter_s", filter_s)};
}

ReflexConstants::Placement read_placement(ModelSection in) {
  const ReflexConstants::Placement placement{in.number("from_s", {0.0, 1.0, "s"}), in.number("full_s", {0.0, 1.0, "s"}),
                                             in.number("filter_s", filter_s), in.number("decay_s", filter_s)};
  if (!(placement.from_s < placement.full_s)) in.refuse("full_s is not after from_s");
  return placement;
}

ReflexConstants::Contact read_contact(ModelSection in) {
  const ReflexConstants::Contact contact{in.number("lands_above_n", force_n), in.number("leaves_below_n", force_n),
                                         in.number("shortest_swing_s", {0.001, 1.0, "s"}),
                                         in.number("most_error_strides", strides),
                                         in.number("most_sum_strides", strides)};
  if (!(contact.leaves_below_n < contact.lands_above_n)) in.refuse("leaves_below_n is not below lands_above_n");
  return contact;
}

ReflexConstants::Most read_most(ModelSection in) {
  return {in.number("force_n", force_n),
          in.number("vertical_force_n", force_n),
          in.number("moment_nm", {1.0, 2000.0, "Nm"}),
          in.number("speed_integral_m", {0.001, 20.0, "m"}),
          in.number("reach_rad", angle_rad),
          in.number("spread_rad", angle_rad)};
}

ReflexConstants::Learning read_learning(ModelSection in) {
  return {in.number("rate", any_share),
          in.number("leak", any_share),
          in.number("smoothing_strides", {0.001, 0.047, "strides"}),
          in.number("most_share", any_share),
          in.number("calm_rad", angle_rad),
          in.number("trust_loss_s", leak_s),
          in.number("trust_gain_s", leak_s)};
}

/// Both legs alike.
CoordinateVector read_stiffness(ModelSection in) {
  constexpr ModelRange stiffness{1.0, 10000.0, "Nm/rad"};
  constexpr std::array<const char*, n_leg_coordinates> keys = {
      "hip_flexion_nm_rad", "hip_adduction_nm_rad",  "hip_rotation_nm_rad", "knee_angle_nm_rad",
      "ankle_angle_nm_rad", "subtalar_angle_nm_rad", "mtp_angle_nm_rad",    "arm_flex_nm_rad"};
  CoordinateVector k = CoordinateVector::Zero();
  k.segment<3>(lumbar_extension).setConstant(in.number("lumbar_nm_rad", stiffness));
  for (int i = 0; i < n_leg_coordinates; ++i)
    k(hip_flexion_r + i) = k(hip_flexion_l + i) = in.number(keys[static_cast<std::size_t>(i)], stiffness);
  return k;
}

ReflexConstants read(ModelSection root) {
  ReflexConstants c{};
  ModelSection yield = root.table("yield"), toes = root.table("toes"), feedback = root.table("feedback"),
               fit = root.table("ground_fit");
  c.reference_mass_kg = root.number("reference_mass_kg", body_mass_kg);
  c.time = read_time(root.table("time"));
  c.full_load_n = root.table("load").number("full_n", force_n);
  c.placement = read_placement(root.table("placement"));
  c.yield = {yield.number("filter_s", filter_s), yield.number("leak_s", leak_s)};
  c.contact = read_contact(root.table("contact"));
  c.toes = {toes.number("freedom", any_share), toes.number("stop_stiffness", {0.0, 100.0, ""})};
  c.ground_fit = {fit.number("full_bw", {0.01, 2.0, "BW"}), fit.number("smoothing_s", {0.005, 0.15, "s"}),
                  fit.number("rate_share", any_share)};
  c.most = read_most(root.table("most"));
  c.learning = read_learning(root.table("learning"));
  c.damping_ratio = feedback.number("damping_ratio", {0.0, 10.0, ""});
  c.stiffness_nm_rad = read_stiffness(feedback);
  return c;
}

}  // namespace

const ReflexConstants& reflex_constants() {
  static const ReflexConstants constants =
      value_or_throw(read_model_file(model_path("gait/reflex_constants.toml"), read));
  return constants;
}

}  // namespace stridelab
