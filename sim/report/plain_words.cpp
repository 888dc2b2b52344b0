#include "report/plain_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "core/frames.h"
#include "core/invalid_model_files.h"
#include "guidance/guidance.h"
#include "report/console_style.h"
#include "report/words.h"
#include "study/change.h"

namespace stridelab {
namespace {

constexpr double same_percent = 0.05;  ///< smaller changes would print as zero

const Guidance& words() {
  const auto& read = shipped_guidance();
  if (!read) throw InvalidModelFiles(read.error());
  return *read;
}

bool same_value(const ParameterValue& a, const ParameterValue& b) {
  return std::abs(a.number - b.number) <= 1e-9 * std::max(std::abs(a.number), std::abs(b.number)) && a.text == b.text;
}

bool is_gait(std::string_view key) { return key == "speed_m_s" || key == "cadence_spm" || key == "stride_length_m"; }

/// Whether a value is somebody's own: of three that close, those given.
bool is_given(const ParameterValue& value) {
  return value.origin == Origin::scenario || value.origin == Origin::command_line;
}

std::string percent_phrase(double percent) {
  if (std::abs(percent) < same_percent) return "stays the same";
  return fmt::format("{} by {}", percent > 0.0 ? "rises" : "falls", signed_percent(std::abs(percent)).substr(1));
}

bool in_newtons(const MetricRow& row, const EngineRun& a, const EngineRun& b) {
  return row.as.per == Normalisation::body_weight && row.unit == "BW" &&
         a.parameters.number("mass_kg") != b.parameters.number("mass_kg");
}

std::string newton_phrase(const std::string& label, const Change& change, const EngineRun& a, const EngineRun& b,
                          Units units) {
  const double from_n = *change.a * a.parameters.number("mass_kg") * gravity_m_s2;
  const double to_n = *change.b * b.parameters.number("mass_kg") * gravity_m_s2;
  return fmt::format("{} {}, from {} to {}", label, percent_phrase(100.0 * (to_n / from_n - 1.0)),
                     force_text(from_n, units), force_text(to_n, units));
}

std::string angle_phrase(const std::string& label, const MetricRow& row, double change) {
  if (std::abs(change) < 0.05) return label + " stays the same";
  return fmt::format("{} {} by {} {}", label, change > 0.0 ? "grows" : "shrinks", fixed(std::abs(change), row.decimals),
                     row.unit);
}

bool is_impulse(const MetricRow& row) {
  return row.reduction == Reduction::impulse || row.reduction == Reduction::impulse_per_km;
}

struct KneecapWay {
  std::string_view method, peak;
};
constexpr std::array kneecap_ways{KneecapWay{"net", "pfj_force_net_peak_bw"},
                                  KneecapWay{"willson_2015", "pfj_force_willson_peak_bw"},
                                  KneecapWay{"static_optimisation", "pfj_force_static_opt_peak_bw"}};

/// "-12, -6.3 or -1.8 %" by the three ways; empty where they agree within 3 points or one has no value.
std::string disagreement(const EngineRun& a, const EngineRun& b) {
  constexpr double agree_points = 3.0;
  std::vector<double> changes;
  for (const KneecapWay& way : kneecap_ways) {
    const auto change = change_between(*metric(way.peak).row, a.metrics->value(way.peak), b.metrics->value(way.peak));
    if (!change.change_percent) return {};
    changes.push_back(*change.change_percent);
  }
  if (std::ranges::max(changes) - std::ranges::min(changes) <= agree_points) return {};
  const auto number = [](double percent) {
    const std::string text = signed_percent(percent);
    return text.substr(0, text.size() - 2);
  };
  return fmt::format("three ways to work out the kneecap's force give {}, {} and {} %", number(changes[0]),
                     number(changes[1]), number(changes[2]));
}

std::string value_of(const ParameterValue& value, Units units) {
  const std::string number = value.info->kind == ParameterKind::text
                                 ? value.text
                                 : fmt::format("{}", std::round(value.number * 1000.0) / 1000.0);
  return with_units(value.info->key, value.number, number, value.info->unit, units);
}

}  // namespace

std::string plain_label(std::string_view metric_key) {
  const MetricNotes* notes = words().metric(metric_key);
  return notes != nullptr && !notes->plain.empty() ? notes->plain : std::string(metric(metric_key).row->label);
}

std::vector<const ParameterValue*> changed_inputs(const ParameterSet& a, const ParameterSet& b) {
  std::vector<const ParameterValue*> changed;
  bool gait_said = false;
  for (const ParameterValue& there : b.values()) {
    const ParameterValue& here = a.value(there.info->key);
    if (same_value(here, there) || !(is_given(there) || is_given(here))) continue;
    // Speed, cadence and stride length are one subject: what was given first speaks for it.
    if (is_gait(there.info->key) && gait_said) continue;
    gait_said = gait_said || is_gait(there.info->key);
    changed.push_back(&there);
  }
  return changed;
}

std::vector<std::string> asked_metrics(const ParameterSet& a, const ParameterSet& b) {
  constexpr std::size_t most = 3;
  std::vector<std::string> keys;
  for (const ParameterValue* input : changed_inputs(a, b)) {
    const ParameterNotes* notes = words().parameter(input->info->key);
    if (notes == nullptr) continue;
    for (const std::string& key : notes->asked)
      if (keys.size() < most && std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  }
  if (keys.empty()) keys = {"pfj_force_peak_bw", "pfj_stress_peak_mpa"};
  return keys;
}

std::string plain_change(std::string_view key, const EngineRun& a, const EngineRun& b, Units units,
                         const std::string& range) {
  const MetricRow& row = *metric(key).row;
  const Change change = change_between(row, a.metrics->value(key), b.metrics->value(key));
  if (!change.change) return {};
  const std::string label = plain_label(key);
  if (row.zero == Zero::convention) return angle_phrase(label, row, *change.change) + range;
  if (in_newtons(row, a, b)) return newton_phrase(label, change, a, b, units);
  if (!change.change_percent) return {};
  if (is_impulse(row)) return label + " " + percent_phrase(*change.change_percent) + range;
  const std::string to = fmt::format("{} {}", fixed(*change.b, row.decimals), row.unit);
  if (std::abs(*change.change_percent) < same_percent) return fmt::format("{} stays at {}{}", label, to, range);
  return fmt::format("{} {}{}, from {} to {}", label, percent_phrase(*change.change_percent), range,
                     fixed(*change.a, row.decimals), to);
}

std::string plain_elsewhere(const EngineRun& a, const EngineRun& b, const std::vector<std::string>& headline) {
  constexpr double worth_saying_percent = 2.0;
  constexpr std::size_t most = 2;
  std::vector<std::pair<double, std::string>> found;
  for (const std::string_view key :
       {"hamstrings_force_swing_peak_bw", "tibiofemoral_force_peak_bw", "hip_extension_moment_peak_nm_kg",
        "vgrf_peak_bw", "loading_rate_bw_s", "braking_peak_bw"}) {
    if (std::ranges::find(headline, key) != headline.end()) continue;
    const auto percent = change_between(*metric(key).row, a.metrics->value(key), b.metrics->value(key)).change_percent;
    if (percent && std::abs(*percent) >= worth_saying_percent)
      found.emplace_back(*percent, plain_label(key) + " " + signed_percent(*percent));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& x, const auto& y) { return std::abs(x.first) > std::abs(y.first); });
  std::string text;
  for (std::size_t i = 0; i < std::min(found.size(), most); ++i) text += (i == 0 ? "" : ", ") + found[i].second;
  return text;
}

std::string doubt_of_change(const EngineRun& a, const EngineRun& b) {
  std::string text;
  for (const ParameterValue* input : changed_inputs(a.parameters, b.parameters)) {
    const ParameterNotes* notes = words().parameter(input->info->key);
    if (notes == nullptr || !text.empty()) continue;
    text = notes->doubt();
    text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
  }
  const std::string ways = disagreement(a, b);
  return text + (text.empty() || ways.empty() ? "" : "; ") + ways;
}

std::string doubt_of_run(const EngineRun& run) {
  std::vector<double> peaks;
  for (const KneecapWay& way : kneecap_ways)
    if (const auto value = run.metrics->value(way.peak)) peaks.push_back(*value);
  if (peaks.size() < kneecap_ways.size()) return {};
  return fmt::format("three ways to work out the kneecap's force give {} to {} BW; trust changes more than levels",
                     fixed(std::ranges::min(peaks), 1), fixed(std::ranges::max(peaks), 1));
}

std::string runner_text(const ParameterSet& parameters, Units units) {
  std::string text =
      fmt::format("{}, {} steps/min; {}, {}, {}", value_of(parameters.value("speed_m_s"), units),
                  fixed(parameters.number("cadence_spm"), 0), parameters.text("sex") == "male" ? "man" : "woman",
                  value_of(parameters.value("mass_kg"), units), value_of(parameters.value("height_m"), units));
  std::string others;
  const ParameterSet usual;
  for (const ParameterValue& value : parameters.values()) {
    const std::string_view key = value.info->key;
    const bool said = is_gait(key) || key == "mass_kg" || key == "height_m" || key == "sex";
    if (!said && is_given(value) && !same_value(value, usual.value(key)))
      others += (others.empty() ? "; " : ", ") + spoken(key) + " " + value_of(value, units);
  }
  return text + others;
}

std::string without_arrows(std::string text) {
  constexpr std::string_view arrow = " -> ";
  for (std::size_t at = text.find(arrow); at != std::string::npos; at = text.find(arrow, at))
    text.replace(at, arrow.size(), " to ");
  return text;
}

}  // namespace stridelab
