#include "parameters/parameter_table.h"

#include <array>
#include <vector>

#include "core/text.h"
#include "parameters/model_choices.h"

namespace stridelab {
namespace {

constexpr ParameterInfo number(std::string_view key, std::string_view table, std::string_view unit, double value,
                               double lo, double hi, std::string_view meaning, std::string_view source) {
  return {key, table, unit, ParameterKind::number, value, "", lo, hi, {}, meaning, source};
}

constexpr ParameterInfo follows(std::string_view key, std::string_view unit, std::string_view how, double lo, double hi,
                                std::string_view meaning, std::string_view source) {
  return {key, "form", unit, ParameterKind::number, std::nullopt, how, lo, hi, {}, meaning, source};
}

constexpr ParameterInfo text(std::string_view key, std::string_view table, std::string_view value,
                             std::span<const std::string_view> choices, std::string_view meaning,
                             std::string_view source) {
  return {key, table, "", ParameterKind::text, std::nullopt, value, 0.0, 0.0, choices, meaning, source};
}

constexpr std::array<std::string_view, 2> sexes{"male", "female"};
constexpr std::array<std::string_view, 2> engines{"stride", "forward"};

constexpr std::string_view fukuchi = "Fukuchi, Fukuchi & Duarte 2017, PeerJ 5:e3298";

constexpr std::array fixed_rows{
    number("speed_m_s", "form", "m/s", 3.3, 1.8, 6.0,
           "forward speed along the slope; 3.3 m/s is 5:03 min per km, and 12 km/h is 3.33 m/s", "convention"),
    follows("cadence_spm", "steps/min", "preferred at that speed", 130.0, 220.0,
            "steps per minute, both feet together; a watch that counts one foot shows half of it", fukuchi),
    follows("stride_length_m", "m", "derived", 1.2, 4.5,
            "two steps: from one right foot contact to the next; speed = stride length x cadence / 120",
            "definition (speed and cadence give it)"),
    number("foot_strike_deg", "form", "deg", 12.0, -15.0, 30.0,
           "angle of the sole to the ground at contact; heel first is positive, below about 0 is a forefoot strike",
           "convention; 5.8 +- 10.1 at 2.5 m/s and 9.05 at 3.5 m/s in Fukuchi 2017"),
    number("foot_placement_m", "form", "m", 0.0, -0.10, 0.10,
           "shift of the landing point from where this form would put it; positive is further ahead (overstriding)",
           "convention"),
    number("trunk_lean_deg", "form", "deg", 6.0, -10.0, 25.0,
           "forward lean of the trunk to the vertical, mean over the stride",
           "Teng & Powers 2014, JOSPT 44:785: self-selected 7.3 +- 3.6"),
    number("step_width_m", "form", "m", 0.04, -0.05, 0.25,
           "distance between the line of the left and the line of the right foot; negative crosses over",
           "Fukuchi 2017: 0.041 at 2.5 and 0.030 at 3.5 m/s"),
    number("toe_out_deg", "form", "deg", 7.0, -15.0, 30.0,
           "how far the foot points outward from the running direction; negative points inward", "convention"),
    number("mass_kg", "body", "kg", 70.0, 40.0, 140.0, "body mass with clothes; forces in BW divide by mass x 9.81",
           "convention; 69.4 in Fukuchi 2017"),
    number("height_m", "body", "m", 1.75, 1.45, 2.05, "standing height without shoes; scales segments and leg length",
           "convention; 1.756 in Fukuchi 2017"),
    text("sex", "body", "male", sexes, "selects published segment inertia and knee geometry",
         "de Leva 1996, J Biomech 29:1223; Besier 2005, J Orthop Res 23:345"),
    number("hip_strength_percent", "strength", "%", 100.0, 20.0, 150.0,
           "capacity of the hip abductors, 100 is a healthy adult; above what the run demands nothing changes",
           "convention"),
    number("slope_percent", "ground", "%", 0.0, -20.0, 20.0,
           "rise over run of the ground, uphill positive; 9 degrees is 15.8 %", "convention"),
};

/// A text row whose choices are the files of a folder of models/: known when the program runs.
class ModelRow {
 public:
  ModelRow(std::string_view key, std::string_view table, std::string_view folder, std::string_view usual,
           std::string_view meaning)
      : folder_("models/" + std::string(folder)),
        choices_(folder, usual),
        meaning_(std::string(meaning) + ": " + or_list(choices_.values())),
        info_(text(key, table, usual, choices_.values(), meaning_, "each file names the source of its figures")) {
    info_.folder = folder_;
  }
  [[nodiscard]] const ParameterInfo& info() const { return info_; }

 private:
  std::string folder_;
  ModelChoices choices_;
  std::string meaning_;
  ParameterInfo info_;
};

const ParameterInfo& shoe_row() {
  static const ModelRow row("shoe", "shoe", "shoes", "cushioned", "what the foot runs in, forward engine only");
  return row.info();
}

const ParameterInfo& surface_row() {
  static const ModelRow row("surface", "ground", "surfaces", "asphalt", "what is run on, forward engine only");
  return row.info();
}

const std::vector<ParameterInfo>& table() {
  static const std::vector<ParameterInfo> rows = [] {
    std::vector<ParameterInfo> all(fixed_rows.begin(), fixed_rows.end());
    all.insert(all.end() - 1, {shoe_row(), surface_row()});  // the slope comes last, after its surface
    return all;
  }();
  return rows;
}

constexpr std::array run_rows{
    text("engine", "run", "stride", engines,
         "stride: one periodic stride in milliseconds; forward: step after step in a rigid-body simulation",
         "convention"),
    number("duration_s", "run", "s", 10.0, 0.1, 3600.0, "simulated time of the forward engine", "convention"),
    number("seed", "run", "", 1.0, 0.0, 4294967295.0, "start of everything random; a whole number", "convention"),
    number("assist_percent", "run", "%", 0.0, 0.0, 100.0, "help that holds the runner up in the forward engine",
           "convention"),
    number("torque_noise_percent", "run", "%", 0.0, 0.0, 100.0, "random part of the joint torques, forward engine",
           "convention"),
};

// A relative change is not range-checked in its result, so its own range only keeps out slips of the pen.
constexpr std::array relative_rows{
    RelativeInfo{"speed_percent", "speed_m_s", -50.0, 100.0,
                 "change of speed from the base; cadence stays the preferred one unless the base gives it"},
    RelativeInfo{"cadence_percent", "cadence_spm", -50.0, 100.0,
                 "change of cadence from the base at the same speed; the stride gets shorter in proportion"},
    RelativeInfo{"stride_length_percent", "stride_length_m", -50.0, 100.0,
                 "change of stride length from the base at the same speed; the cadence drops in proportion"},
};

constexpr std::array later_rows{
    LaterInfo{"quad_strength_percent", "strength", "muscles"},
    LaterInfo{"hip_extensor_strength_percent", "strength", "muscles"},
    LaterInfo{"calf_strength_percent", "strength", "muscles"},
    LaterInfo{"core_strength_percent", "strength", "muscles"},
    LaterInfo{"hamstring_tightness_percent", "body", "muscles"},
    LaterInfo{"calf_tightness_percent", "body", "muscles"},
    LaterInfo{"q_angle_deg", "body", "static knee alignment"},
    LaterInfo{"knee_alignment_deg", "body", "static knee alignment"},
    LaterInfo{"foot_posture", "body", "a foot with an arch"},
    LaterInfo{"fatigue_percent", "body", "muscles"},
    LaterInfo{"arch_support_percent", "shoe", "a foot with an arch"},
    LaterInfo{"shoe_distance_km", "shoe", "the wear of shoes"},
    LaterInfo{"knee_support", "knee", "knee supports"},
    LaterInfo{"weekly_distance_km", "training", "training weeks"},
};

template <typename Rows>
auto find_row(const Rows& rows, std::string_view key) -> decltype(&*rows.begin()) {
  for (const auto& row : rows) {
    if (row.key == key) return &row;
  }
  return nullptr;
}

}  // namespace

std::span<const ParameterInfo> parameter_table() { return table(); }
std::span<const ParameterInfo> run_table() { return run_rows; }
std::span<const RelativeInfo> relative_table() { return relative_rows; }
std::span<const LaterInfo> later_table() { return later_rows; }

const ParameterInfo* find_parameter(std::string_view key) { return find_row(table(), key); }
const ParameterInfo* find_run_setting(std::string_view key) { return find_row(run_rows, key); }
const RelativeInfo* find_relative(std::string_view key) { return find_row(relative_rows, key); }
const LaterInfo* find_later(std::string_view key) { return find_row(later_rows, key); }

std::span<const std::string_view> all_keys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> names;
    for (const auto& row : table()) names.push_back(row.key);
    for (const auto& row : relative_rows) names.push_back(row.key);
    for (const auto& row : run_rows) names.push_back(row.key);
    for (const auto& row : later_rows) names.push_back(row.key);
    return names;
  }();
  return keys;
}

std::string_view table_of(std::string_view key) {
  if (const auto* row = find_parameter(key)) return row->table;
  if (find_relative(key) != nullptr) return "form";
  if (const auto* row = find_run_setting(key)) return row->table;
  if (const auto* row = find_later(key)) return row->table;
  return "";
}

std::string range_text(double lo, double hi, std::string_view unit) {
  const std::string range = number_text(lo) + " .. " + number_text(hi);
  return unit.empty() ? range : range + " " + std::string(unit);
}

std::string range_text(const ParameterInfo& info) {
  if (!info.folder.empty()) return "one of " + std::string(info.folder);
  if (info.kind == ParameterKind::text) {
    std::string quoted;
    for (std::size_t i = 0; i < info.choices.size(); ++i) {
      if (i > 0) quoted += i + 1 == info.choices.size() ? " or " : ", ";
      quoted += '"' + std::string(info.choices[i]) + '"';
    }
    return quoted;
  }
  return range_text(info.lo, info.hi, info.unit);
}

}  // namespace stridelab
