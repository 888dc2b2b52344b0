#include "report/forward_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"
#include "report/console_style.h"
#include "report/words.h"

namespace stridelab {
namespace {

/// Reasons in the order they first come, with how often each.
std::vector<std::pair<std::string, int>> reasons_left_out(const ForwardResult& result) {
  std::vector<std::pair<std::string, int>> reasons;
  for (const StepResult& step : result.steps) {
    if (step.left_out.empty()) continue;
    const auto known = std::find_if(reasons.begin(), reasons.end(), [&](auto& r) { return r.first == step.left_out; });
    if (known == reasons.end())
      reasons.emplace_back(step.left_out, 1);
    else
      ++known->second;
  }
  return reasons;
}

struct SettingPair {
  std::string_view name;
  std::string a, b;
};

std::array<SettingPair, 4> settings_of(const RunSettings& a, const RunSettings& b) {
  const auto percent = [](double value) { return number_text(value) + " %"; };
  return {{{"duration", number_text(a.duration_s) + " s", number_text(b.duration_s) + " s"},
           {"assist", percent(a.assist_percent), percent(b.assist_percent)},
           {"torque noise", percent(a.torque_noise_percent), percent(b.torque_noise_percent)},
           {"seed", std::to_string(a.seed), std::to_string(b.seed)}}};
}

}  // namespace

std::string engine_sentence(const RunReport& report) {
  if (!report.is_forward()) return "one synthesised stride, every step the same";
  std::string text = fmt::format("run forward for {} s", number_text(report.run.duration_s));
  if (report.run.assist_percent == 0.0) text += ", nothing holds the runner";
  if (report.forward) text += "; " + steps_sentence(*report.forward);
  return text;
}

std::string what_differs(const RunReport& a, const RunReport& b) {
  std::string text = what_changed(a.parameters, b.parameters);
  if (text == "nothing") text.clear();
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (a.run.engine != b.run.engine) add(fmt::format("{} engine -> {} engine", a.run.engine, b.run.engine));
  if (a.is_forward() && b.is_forward())
    for (const auto& [name, from, to] : settings_of(a.run, b.run))
      if (from != to) add(fmt::format("{} {} -> {}", name, from, to));
  return text.empty() ? "the two runs are the same" : text;
}

int averaged_steps(const ForwardResult& result, Side side) {
  return static_cast<int>(std::count_if(result.steps.begin(), result.steps.end(), [&](const StepResult& step) {
    return step.side == side && step.left_out.empty();
  }));
}

std::string steps_sentence(const ForwardResult& result) {
  std::string text = fmt::format("mean and SD of {} right and {} left steps", averaged_steps(result, Side::right),
                                 averaged_steps(result, Side::left));
  std::string separator = "; left out: ";
  for (const auto& [reason, count] : reasons_left_out(result)) {
    text += separator + fmt::format("{} {}", count, reason);
    separator = ", ";
  }
  return text;
}

std::string quality_sentence(const RunningQuality& quality) {
  const int worst = quality.worst_joint();
  const std::string height = fixed(1e3 * quality.height_error_m, 0);
  return fmt::format(
      "worst joint {} {} deg RMS from the plan, vertical force {} N RMS, height {} mm, {} of {} planned steps",
      coordinate_names[static_cast<std::size_t>(worst)], fixed(deg_per_rad * quality.joint_rms_rad[worst], 1),
      fixed(quality.vertical_force_rms_n, 0), height.front() == '-' || height == "0" ? height : "+" + height,
      quality.steps, quality.planned_steps);
}

}  // namespace stridelab
