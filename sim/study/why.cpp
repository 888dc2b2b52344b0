#include "study/why.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "study/change.h"
#include "study/kneecap_chain.h"
#include "study/trade_off.h"

namespace stridelab {
namespace {

constexpr double same_percent = 0.5;  ///< smaller changes are no story

double percent(double a, double b) { return 100.0 * (b / a - 1.0); }

std::string signed_text(double percent_change) {
  return std::abs(percent_change) < 9.95 ? fmt::format("{:+.1f} %", percent_change)
                                         : fmt::format("{:+.0f} %", percent_change);
}

std::string more_or_less(double percent_change, std::string_view more, std::string_view less) {
  return fmt::format("{:.1f} % {}", std::abs(percent_change), percent_change > 0.0 ? more : less);
}

std::string link_text(const LinkChange& change, const KneecapChain& a, const KneecapChain& b) {
  const double by = 100.0 * (std::exp(change.log_ratio) - 1.0);
  switch (change.link) {
    case ChainLink::ground_force:
      return fmt::format("the ground pushes with {:.2f} instead of {:.2f} BW at that instant ({})",
                         b.ground_force_n / b.body_weight_n, a.ground_force_n / a.body_weight_n, signed_text(by));
    case ChainLink::lever_arm:
      return fmt::format("the ground force passes {:.0f} instead of {:.0f} mm behind the knee ({})",
                         1000.0 * b.lever_arm_m, 1000.0 * a.lever_arm_m, signed_text(by));
    case ChainLink::shank_inertia:
      return fmt::format("weight and swing of the lower leg leave the knee {} to hold",
                         more_or_less(by, "more", "less"));
    case ChainLink::co_contraction:
      return fmt::format("calf and hamstrings, which bend the knee, ask {} of the thigh",
                         more_or_less(by, "more", "less"));
    case ChainLink::bent_knee:
      return fmt::format("with the knee at {:.1f} instead of {:.1f} deg the same moment presses {}",
                         b.knee_flexion_rad * deg_per_rad, a.knee_flexion_rad * deg_per_rad,
                         more_or_less(by, "more", "less"));
    case ChainLink::worn:
      return fmt::format("what is worn on the knee adds {}", more_or_less(by, "to it", "less to it"));
  }
  return {};
}

/// The links worth saying: the largest that goes the way of the change, and a second one of at least a third of it; in
/// short one that goes against it alone, without which the first would say too much.
std::string cause(const KneecapChain& a, const KneecapChain& b, bool in_short = false) {
  const std::vector<LinkChange> links = link_changes(a, b);
  if (links.empty())
    return fmt::format("the moment that the thigh holds goes from {:.0f} to {:.0f} Nm", a.thigh_moment_nm,
                       b.thigh_moment_nm);
  const std::string text = link_text(links[0], a, b);
  const auto second = std::max_element(links.begin() + 1, links.end(), [](const LinkChange& x, const LinkChange& y) {
    return std::abs(x.log_ratio) < std::abs(y.log_ratio);
  });
  if (std::abs(second->log_ratio) < std::abs(links[0].log_ratio) / 3.0) return text;
  const bool against = links[0].log_ratio * second->log_ratio < 0.0;
  if (in_short && !against) return text;
  return text + (against ? ", although " : ", and ") + link_text(*second, a, b);
}

/// The place beside the kneecap whose load changed most.
std::optional<TradeOffRow> largest_elsewhere(const SolvedForm& a, const SolvedForm& b) {
  std::optional<TradeOffRow> largest;
  for (const TradeOffRow& row : trade_off(a, b, LoadPer::step)) {
    // The two tendons of the kneecap follow its force: no news.
    const bool kneecap = row.region == "front" || row.region == "above_kneecap" || row.region == "below_kneecap";
    if (kneecap || !row.change_percent || std::abs(*row.change_percent) < same_percent) continue;
    if (!largest || std::abs(*row.change_percent) > std::abs(*largest->change_percent)) largest = row;
  }
  return largest;
}

std::string row_text(const TradeOffRow& row) {
  return fmt::format("{} {:.{}f} -> {:.{}f} {} ({}{})", row.load, *row.a, row.decimals, *row.b, row.decimals, row.unit,
                     signed_text(*row.change_percent), row.size_uncertain ? ", size uncertain" : "");
}

constexpr std::array<std::string_view, 1> from_ahead = {"knee_valgus_fppa_at_peak_flexion_deg"};
constexpr std::array<std::string_view, 8> all_motions = {
    "pelvic_drop_peak_deg",           "hip_adduction_peak_deg",      "knee_valgus_fppa_at_peak_flexion_deg",
    "knee_flexion_peak_deg",          "ankle_dorsiflexion_peak_deg", "rearfoot_eversion_peak_deg",
    "hip_internal_rotation_peak_deg", "trunk_lean_lateral_peak_deg"};

/// The joint angle of these that moved most, by more than the least: what the eye can see of a change.
std::string largest_motion(const MetricValues& a, const MetricValues& b, std::span<const std::string_view> keys,
                           double least_deg) {
  std::string text;
  double most = least_deg;
  for (const std::string_view key : keys) {
    const auto before = a.value(key), after = b.value(key);
    if (!before || !after || std::abs(*after - *before) <= most) continue;
    most = std::abs(*after - *before);
    text = fmt::format("{} {:.1f} -> {:.1f} deg", find_metric(key)->row->label, *before, *after);
  }
  return text;
}

std::string elsewhere_text(const std::optional<TradeOffRow>& row, bool kneecap_falls) {
  if (!row) return {};
  const bool rises = *row->change_percent > 0.0;
  const std::string_view head = rises && kneecap_falls ? "The price is paid" : rises ? "More load also" : "Less load";
  return fmt::format(" {} at the {}: {}.", head, row->place, row_text(*row));
}

/// What the panels show of the kneecap: the same numbers as in every table.
struct Kneecap {
  double force_bw, stress_mpa, area_mm2, weight_n;
};

/// Not a number where a metric is missing: then nothing is told.
Kneecap kneecap_of(const SolvedForm& solved) {
  const auto value = [&](std::string_view key) { return solved.metrics().value(key).value_or(std::nan("")); };
  return {value("pfj_force_peak_bw"), value("pfj_stress_peak_mpa"), value("pfj_contact_area_at_peak_mm2"),
          solved.run.record.body_weight_n()};
}

/// Why the pressure changed in another way than the force in body weights: another weight, another area, or both.
std::string pressure_cause(const Kneecap& a, const Kneecap& b) {
  const bool weight = std::abs(percent(a.weight_n, b.weight_n)) >= same_percent;
  const bool area = std::abs(percent(a.area_mm2, b.area_mm2)) >= same_percent;
  const std::string weights = fmt::format("A body weight is {:.0f} instead of {:.0f} N", b.weight_n, a.weight_n);
  const std::string areas = fmt::format("spread over {:.0f} instead of {:.0f} mm2", b.area_mm2, a.area_mm2);
  if (weight) return area ? weights + ", " + areas : weights;
  return area ? "It is " + areas : "Its peak is at another instant";
}

/// Said where pressure does not follow the force.
std::string pressure_text(const Kneecap& a, const Kneecap& b) {
  constexpr double follows_percent = 2.0;
  const double pressure = percent(a.stress_mpa, b.stress_mpa);
  if (!std::isfinite(pressure) || std::abs(percent(a.force_bw, b.force_bw) - pressure) < follows_percent) return {};
  return fmt::format(" {}: pressure {:.1f} -> {:.1f} MPa ({}).", pressure_cause(a, b), a.stress_mpa, b.stress_mpa,
                     signed_text(pressure));
}

/// A kneecap that changes by less is no story if another place changes several times as much.
bool is_told_elsewhere(double kneecap_percent, const std::optional<TradeOffRow>& row) {
  constexpr double small_percent = 2.0, several = 3.0;
  return std::abs(kneecap_percent) < small_percent && row &&
         std::abs(*row->change_percent) > several * std::abs(kneecap_percent);
}

std::string told_elsewhere(const TradeOffRow& row, const SolvedForm& a, const SolvedForm& b, double kneecap_percent) {
  const std::string motion = largest_motion(a.metrics(), b.metrics(), all_motions, 0.3);  // degrees; less is not seen
  const std::string kneecap =
      std::abs(kneecap_percent) < same_percent
          ? "stays as it is"
          : fmt::format("{} by {:.1f} %", kneecap_percent > 0.0 ? "rises" : "falls", std::abs(kneecap_percent));
  return fmt::format("Most changes at the {}: {}{}. The force at the kneecap {}.", row.place, row_text(row),
                     motion.empty() ? "" : ", with " + motion, kneecap);
}

/// Of all that is computed of the motion and the loads, what changed most. Empty if nothing did.
std::string largest_metric(const SolvedForm& a, const SolvedForm& b) {
  std::string text;
  double most = same_percent;
  for (const MetricRow& row : metric_table()) {
    if (row.group == MetricGroup::quality) continue;
    const Change change = change_between(row, a.metrics().value(row.key), b.metrics().value(row.key));
    if (!change.change_percent || std::abs(*change.change_percent) < most) continue;
    most = std::abs(*change.change_percent);
    text = fmt::format("{} {:.{}f} -> {:.{}f} {} ({}{})", row.label, *change.a, row.decimals, *change.b, row.decimals,
                       row.unit, signed_text(*change.change_percent),
                       row.confidence == Confidence::direction ? ", size uncertain" : "");
  }
  return text;
}

/// Whether strengths alone differ, none of them smaller in B.
bool is_only_stronger(const ParameterSet& a, const ParameterSet& b) {
  bool stronger = false;
  for (const ParameterValue& value : b.values()) {
    const ParameterValue& before = a.value(value.info->key);
    if (before.number == value.number && before.text == value.text) continue;
    if (!value.info->key.ends_with("_strength_percent") || value.number < before.number) return false;
    stronger = true;
  }
  return stronger;
}

std::string nothing_changed(const SolvedForm& a, const SolvedForm& b) {
  if (is_only_stronger(a.parameters, b.parameters))
    return "A was strong enough for this run: where strength is above the demand, more of it changes no load.";
  const std::string largest = largest_metric(a, b);
  return largest.empty() ? "No load and no motion changes by more than half a per cent."
                         : "No main load changes by more than half a per cent. What changes most: " + largest + ".";
}

}  // namespace

std::string why(const SolvedForm& a, const SolvedForm& b, const LoadModels& models) {
  if (a.inputs == b.inputs) return "A and B are the same form.";
  const Kneecap kneecap_a = kneecap_of(a), kneecap_b = kneecap_of(b);
  const double change = percent(kneecap_a.force_bw, kneecap_b.force_bw);
  if (!std::isfinite(change)) return "The kneecap carries nothing in one of the two runs.";
  const std::string pressure = pressure_text(kneecap_a, kneecap_b);
  const auto elsewhere = largest_elsewhere(a, b);
  if (is_told_elsewhere(change, elsewhere) && pressure.empty()) return told_elsewhere(*elsewhere, a, b, change);
  if (std::abs(change) < same_percent && pressure.empty()) return nothing_changed(a, b);
  const bool same = std::abs(change) < same_percent;
  const std::string force =
      same ? fmt::format("The kneecap force stays at {:.2f} BW.", kneecap_b.force_bw)
           : fmt::format("Kneecap force {:.2f} -> {:.2f} BW ({}): {}.", kneecap_a.force_bw, kneecap_b.force_bw,
                         signed_text(change), cause(kneecap_chain(a, models), kneecap_chain(b, models)));
  // A knee that falls inward is what people look for: told wherever it can be seen, whatever the kneecap's force does.
  const std::string motion = largest_motion(a.metrics(), b.metrics(), from_ahead, 2.0);
  const std::string seen = motion.empty() ? "" : " Seen from ahead: " + motion + ".";
  if (!pressure.empty() && !seen.empty()) return force + pressure + seen;  // three sentences at most
  return force + pressure + seen + elsewhere_text(elsewhere, change <= -same_percent);
}

std::string why_in_short(const SolvedForm& a, const SolvedForm& b, const LoadModels& models) {
  if (a.inputs == b.inputs) return "A and B are the same form.";
  const Kneecap kneecap_a = kneecap_of(a), kneecap_b = kneecap_of(b);
  const double change = percent(kneecap_a.force_bw, kneecap_b.force_bw);
  if (!std::isfinite(change)) return "The kneecap carries nothing in one of the two runs.";
  const std::string pressure = pressure_text(kneecap_a, kneecap_b);
  const auto elsewhere = largest_elsewhere(a, b);
  if (is_told_elsewhere(change, elsewhere) && pressure.empty()) return told_elsewhere(*elsewhere, a, b, change);
  if (std::abs(change) < same_percent) return pressure.empty() ? nothing_changed(a, b) : pressure.substr(1);
  std::string text = cause(kneecap_chain(a, models), kneecap_chain(b, models), true) + ".";
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace stridelab
