#include "validation/conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/model_path.h"
#include "core/text.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

SpeedCondition read_speed(ModelSection in, const std::vector<std::string>& runner) {
  SpeedCondition speed;
  speed.speed_m_s = in.number("speed_m_s", {1.8, 6.0, "m/s"});
  speed.settings = runner;
  speed.settings.push_back(fmt::format("speed_m_s={}", number_text(speed.speed_m_s)));
  for (std::string& setting : in.texts("settings")) speed.settings.push_back(std::move(setting));
  speed.toe_off_percent = in.number("toe_off_percent", {20.0, 50.0, "% of the gait cycle"});
  return speed;
}

void read_compared(ModelSection in, ValidationConditions& out) {
  out.cutoff_hz = in.number("cutoff_hz", {1.0, 50.0, "Hz"});
  out.stance_from_percent = in.number("stance_from_percent", {0.0, 50.0, "%"});
  out.stance_to_percent = in.number("stance_to_percent", {50.0, 100.0, "%"});
  out.stance_step_percent = in.number("stance_step_percent", {0.5, 10.0, "%"});
  out.swing_margin_percent = in.number("swing_margin_percent", {0.0, 20.0, "%"});
  out.agreeing_share_percent = in.number("agreeing_share_percent", any_percent);
}

void read_forward(ModelSection in, ValidationConditions& out) {
  out.forward_duration_s = in.number("duration_s", {0.1, 3600.0, "s"});
  out.forward_torque_noise_percent = in.number("torque_noise_percent", any_percent);
  out.form_families = in.texts("families");
}

Evidence read_evidence(ModelSection in) {
  constexpr std::array<std::string_view, 4> words{"in-sample", "calibrated", "put in", "predicted"};
  return {std::string(words[in.word("word", words)]), in.text("reason")};
}

ValidationConditions read(ModelSection in) {
  ValidationConditions out;
  const std::vector<std::string> runner = in.table("runner").texts("settings");
  read_compared(in.table("compared"), out);
  read_forward(in.table("forward"), out);
  for (const ModelSection& table : in.tables("speed_")) out.speeds.push_back(read_speed(table, runner));
  for (const ModelSection& table : in.tables("origin_")) out.origins[table.key().substr(7)] = read_evidence(table);
  return out;
}

}  // namespace

tl::expected<ValidationConditions, Diagnostics> read_validation_conditions() {
  return read_model_file(model_path("reference/validation_conditions.toml"), read);
}

const SpeedCondition* find_speed(const ValidationConditions& conditions, double speed_m_s) {
  const auto found = std::find_if(conditions.speeds.begin(), conditions.speeds.end(),
                                  [&](const auto& s) { return std::abs(s.speed_m_s - speed_m_s) < 1e-9; });
  return found == conditions.speeds.end() ? nullptr : &*found;
}

}  // namespace stridelab
