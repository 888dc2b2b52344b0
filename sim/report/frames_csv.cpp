#include "report/frames_csv.h"

#include <fmt/format.h>

#include <filesystem>
#include <iterator>

#include "core/text.h"
#include "report/csv_text.h"

namespace stridelab {
namespace {

/// A table that is written and headed by the same walk, so that no column can lose its name.
class Row {
 public:
  explicit Row(std::string* names) : names_(names) {}

  void number(std::string_view name, double value) { text(name, fmt::format("{:.7g}", value)); }
  void text(std::string_view name, std::string_view value) {
    if (names_ != nullptr) *names_ += (names_->empty() ? "" : ",") + std::string(name);
    if (!values_.empty()) values_ += ',';
    values_ += value;
  }
  void vector(std::string_view name, const Vec3& v, std::string_view unit) {
    for (int axis = 0; axis < 3; ++axis) number(fmt::format("{}{}_{}", name, "xyz"[axis], unit), v[axis]);
  }
  [[nodiscard]] const std::string& values() const { return values_; }

 private:
  std::string* names_;
  std::string values_;
};

std::string at_limit(std::uint32_t saturated) {
  std::string names;
  for (std::size_t i = 0; i < coordinate_names.size(); ++i)
    if ((saturated >> i & 1U) != 0) names += (names.empty() ? "" : " ") + std::string(coordinate_names[i]);
  return names;
}

void add_leg(Row& row, const Frame& frame, std::size_t leg) {
  const std::string side = leg == 0 ? "right_" : "left_";
  const FootContact& foot = frame.contact[leg];
  Vec3 total_n = Vec3::Zero();
  for (const Vec3& force_n : foot.force_n) total_n += force_n;
  row.vector(side + "ground_force_", total_n, "n");
  constexpr std::array<std::string_view, 3> regions{"heel", "ball", "toe"};
  std::array<double, 3> region_n{};
  for (std::size_t k = 0; k < foot.force_n.size(); ++k)
    region_n[static_cast<std::size_t>(sole_regions[k])] += foot.force_n[k].y();
  for (std::size_t r = 0; r < regions.size(); ++r)
    row.number(fmt::format("{}{}_force_y_n", side, regions[r]), region_n[r]);
  for (std::size_t q = 0; q < n_quantities; ++q)
    if (quantity_table[q].in_frames) row.number(side + std::string(quantity_table[q].key), frame.leg[leg].value[q]);
}

void add_frame(Row& row, const Frame& frame) {
  const StrideSample& motion = frame.motion;
  row.text("time_s", number_text(frame.time_s));
  row.number("stride_phase", frame.stride_phase);
  row.text("settling", frame.settling ? "1" : "0");
  row.vector("pelvis_", motion.pelvis_m, "m");
  row.vector("com_", motion.com_m, "m");
  row.vector("com_v", motion.com_velocity_m_s, "m_s");
  for (int i = 0; i < n_coordinates; ++i) {
    const std::string name(coordinate_names[static_cast<std::size_t>(i)]);
    row.number(name + "_deg", deg_per_rad * motion.q_rad[i]);
    row.number(name + "_plan_deg", deg_per_rad * frame.plan.q_rad[i]);
    if (i > pelvis_rotation) row.number(name + "_actuator_nm", frame.actuator_torque_nm[i]);
  }
  for (const std::size_t leg : {0U, 1U}) add_leg(row, frame, leg);
  row.vector("residual_force_", motion.residual_force_n, "n");
  row.text("at_strength_limit", at_limit(frame.saturated));
}

}  // namespace

std::string FramesText::add(const std::string& scenario, const Frame& frame) {
  std::string header;
  Row row(empty_ ? &header : nullptr);
  row.text("scenario", csv_cell(scenario));
  add_frame(row, frame);
  empty_ = false;
  return header.empty() ? row.values() + "\n" : header + "\n" + row.values() + "\n";
}

std::string frames_csv_path(const std::string& csv_path) {
  const std::filesystem::path path(csv_path);
  const bool csv = path.extension() == ".csv";
  return (path.parent_path() / ((csv ? path.stem() : path.filename()).string() + "_frames.csv")).string();
}

}  // namespace stridelab
