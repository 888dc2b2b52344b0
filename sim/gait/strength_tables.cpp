#include "gait/strength_tables.h"

#include <array>
#include <string>

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"
#include "model_files/model_overlay.h"

namespace stridelab {
namespace {

constexpr ModelRange moment{0.05, 15.0, "Nm/kg"};

/// What trunk and one leg are called in the file: both legs are as strong.
constexpr std::array<const char*, 3> trunk_keys = {"lumbar_extension_nm_kg", "lumbar_bending_nm_kg",
                                                   "lumbar_rotation_nm_kg"};
constexpr std::array<const char*, n_leg_coordinates> leg_keys = {
    "hip_flexion_nm_kg", "hip_adduction_nm_kg",  "hip_rotation_nm_kg", "knee_angle_nm_kg",
    "ankle_angle_nm_kg", "subtalar_angle_nm_kg", "mtp_angle_nm_kg",    "arm_flex_nm_kg"};

/// Calls put(key, coordinates) once per key, with both legs' coordinates for a key of the leg.
template <typename Put>
void for_each_key(Put put) {
  for (std::size_t k = 0; k < trunk_keys.size(); ++k) {
    const int trunk = lumbar_extension + static_cast<int>(k);
    put(trunk_keys[k], std::array{trunk, trunk});
  }
  for (std::size_t k = 0; k < leg_keys.size(); ++k)
    put(leg_keys[k], std::array{hip_flexion_r + static_cast<int>(k), hip_flexion_l + static_cast<int>(k)});
}

StrengthTables::StrideCapacity read_stride(ModelSection in) {
  ModelSection abductors = in.table("hip_abductors");
  return {in.number("reference_height_m", body_height_m),    in.number("knee_extensors_nm_kg", moment),
          in.number("hip_extensors_nm_kg", moment),          in.number("plantarflexors_nm_kg", moment),
          in.number("side_benders_nm_kg", moment),           abductors.number("demand_nm_kg", moment),
          abductors.number("forward_margin", {0.5, 3.0, ""})};
}

CoordinateVector read_effort(ModelSection in) {
  CoordinateVector out = CoordinateVector::Zero();
  for_each_key([&](const char* key, const std::array<int, 2>& coordinates) {
    const double value = in.number(key, moment);
    for (const int i : coordinates) out(i) = value;
  });
  return out;
}

void read_forward(ModelSection in, StrengthTables& tables) {
  CoordinateVector &up = tables.forward_up_nm_kg, &down = tables.forward_down_nm_kg;
  up.setZero();
  down.setZero();
  for_each_key([&](const char* key, const std::array<int, 2>& coordinates) {
    const bool adduction = coordinates[0] == hip_adduction_r;
    const std::array<double, 2> peak = adduction ? std::array{in.number(key, moment), 0.0} : in.numbers<2>(key, moment);
    for (const int i : coordinates) {
      up(i) = peak[0];
      down(i) = peak[1];
    }
  });
}

StrengthTables read(ModelSection root) {
  StrengthTables tables{};
  ModelSection passive = root.table("passive_abduction");
  tables.stride = read_stride(root.table("stride_capacity"));
  tables.passive_abduction = {passive.number("moment_nm_kg", {0.0, 1.0, "Nm/kg"}),
                              passive.number("growth_deg", {0.5, 45.0, "deg"})};
  tables.effort_nm_kg = read_effort(root.table("effort"));
  read_forward(root.table("forward_peak"), tables);
  return tables;
}

}  // namespace

const StrengthTables& strength_tables() {
  static constexpr std::string_view file = "runners/joint_strength.toml";
  const auto now = [] { return value_or_throw(read_model_file(model_path(file), read)); };
  static const StrengthTables tables = without_overlay(now);
  return overlaid(tables, file, now);
}

}  // namespace stridelab
