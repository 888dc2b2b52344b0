#include "validation/conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/model_path.h"
#include "core/text.h"
#include "ground/figure_file.h"

namespace stridelab {
namespace {

constexpr FigureFile::Range percent{0.0, 100.0, "%"};

SpeedCondition read_speed(FigureFile& file, const std::string& table, const std::vector<std::string>& runner) {
  file.allow(table, {"speed_m_s", "settings", "toe_off_percent"});
  SpeedCondition speed;
  speed.speed_m_s = file.number(table, "speed_m_s", {1.8, 6.0, "m/s"});
  speed.settings = runner;
  speed.settings.push_back(fmt::format("speed_m_s={}", number_text(speed.speed_m_s)));
  for (std::string& setting : file.texts(table, "settings")) speed.settings.push_back(std::move(setting));
  speed.toe_off_percent = file.number(table, "toe_off_percent", {20.0, 50.0, "% of the gait cycle"});
  return speed;
}

void read_compared(FigureFile& file, ValidationConditions& out) {
  constexpr const char* table = "compared";
  file.allow(table, {"cutoff_hz", "stance_from_percent", "stance_to_percent", "stance_step_percent",
                     "swing_margin_percent", "agreeing_share_percent"});
  out.cutoff_hz = file.number(table, "cutoff_hz", {1.0, 50.0, "Hz"});
  out.stance_from_percent = file.number(table, "stance_from_percent", percent);
  out.stance_to_percent = file.number(table, "stance_to_percent", percent);
  out.stance_step_percent = file.number(table, "stance_step_percent", {0.5, 10.0, "%"});
  out.swing_margin_percent = file.number(table, "swing_margin_percent", {0.0, 20.0, "%"});
  out.agreeing_share_percent = file.number(table, "agreeing_share_percent", percent);
}

void read_forward(FigureFile& file, ValidationConditions& out) {
  file.allow("forward", {"duration_s", "torque_noise_percent", "families"});
  out.forward_duration_s = file.number("forward", "duration_s", {0.1, 3600.0, "s"});
  out.forward_torque_noise_percent = file.number("forward", "torque_noise_percent", percent);
  out.form_families = file.texts("forward", "families");
}

Evidence read_evidence(FigureFile& file, const std::string& table) {
  file.allow(table, {"word", "reason"});
  Evidence evidence{file.text(table, "word"), file.text(table, "reason")};
  const std::string& w = evidence.word;
  if (w != "in-sample" && w != "calibrated" && w != "put in" && w != "predicted")
    file.refuse(table, "word", fmt::format("'{}' says nothing about the evidence", w),
                "in-sample, calibrated, put in or predicted");
  return evidence;
}

}  // namespace

tl::expected<ValidationConditions, Diagnostics> read_validation_conditions() {
  const auto path = model_path("reference/validation_conditions.toml");
  if (!path) return tl::unexpected(Diagnostics{path.error()});
  FigureFile file(*path);
  ValidationConditions out;
  file.allow("runner", {"settings"});
  const std::vector<std::string> runner = file.texts("runner", "settings");
  for (const std::string& table : file.tables()) {
    if (table.starts_with("speed_")) out.speeds.push_back(read_speed(file, table, runner));
    if (table.starts_with("origin_")) out.origins[table.substr(7)] = read_evidence(file, table);
  }
  read_compared(file, out);
  read_forward(file, out);
  Diagnostics faults = file.faults();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return out;
}

const SpeedCondition* find_speed(const ValidationConditions& conditions, double speed_m_s) {
  const auto found = std::find_if(conditions.speeds.begin(), conditions.speeds.end(),
                                  [&](const auto& s) { return std::abs(s.speed_m_s - speed_m_s) < 1e-9; });
  return found == conditions.speeds.end() ? nullptr : &*found;
}

}  // namespace stridelab
