#include "render/ui/why.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "loads/patellofemoral.h"
#include "metrics/stance.h"
#include "render/ui/trade_off.h"
#include "report/words.h"
#include "whatif/change.h"

namespace stridelab::view {
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
    case Link::ground_force:
      return fmt::format("the ground pushes with {:.2f} instead of {:.2f} BW at that instant ({})",
                         b.ground_force_n / b.body_weight_n, a.ground_force_n / a.body_weight_n, signed_text(by));
    case Link::lever_arm:
      return fmt::format("the ground force passes {:.0f} instead of {:.0f} mm behind the knee ({})",
                         1000.0 * b.lever_arm_m, 1000.0 * a.lever_arm_m, signed_text(by));
    case Link::shank_inertia:
      return fmt::format("weight and swing of the lower leg leave the knee {} to hold",
                         more_or_less(by, "more", "less"));
    case Link::co_contraction:
      return fmt::format("calf and hamstrings, which bend the knee, ask {} of the thigh",
                         more_or_less(by, "more", "less"));
    case Link::bent_knee:
      return fmt::format("with the knee at {:.1f} instead of {:.1f} deg the same moment presses {}",
                         b.knee_flexion_rad * deg_per_rad, a.knee_flexion_rad * deg_per_rad,
                         more_or_less(by, "more", "less"));
    case Link::worn:
      return fmt::format("what is worn on the knee adds {}", more_or_less(by, "to it", "less to it"));
  }
  return {};
}

/// The links worth saying: the largest that goes the way of the change, and a second one of at least a third of it.
std::string cause(const KneecapChain& a, const KneecapChain& b) {
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
  return text + (against ? ", although " : ", and ") + link_text(*second, a, b);
}

/// The place beside the kneecap whose load changed most.
std::optional<TradeOffRow> largest_elsewhere(const ShownRun& a, const ShownRun& b) {
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

/// The joint angle that moved most: what the eye can see of a change.
std::string largest_motion(const MetricValues& a, const MetricValues& b) {
  std::string text;
  double most = 0.3;  // degrees; less is not seen
  for (const std::string_view key :
       {"pelvic_drop_peak_deg", "hip_adduction_peak_deg", "knee_flexion_peak_deg", "ankle_dorsiflexion_peak_deg",
        "rearfoot_eversion_peak_deg", "hip_internal_rotation_peak_deg", "trunk_lean_lateral_peak_deg"}) {
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
  const std::string_view head = rises && kneecap_falls ? "The price" : rises ? "More load also" : "Less load";
  return fmt::format(" {}: {}, {}.", head, row->label, row_text(*row));
}

/// Said where pressure does not follow the force: the area is another.
std::string pressure_text(const KneecapChain& a, const KneecapChain& b) {
  constexpr double follows_percent = 2.0;
  const double pressure = percent(a.stress_mpa, b.stress_mpa);
  if (std::abs(percent(a.force_n, b.force_n) - pressure) < follows_percent) return {};
  return fmt::format(" It is spread over {:.0f} instead of {:.0f} mm2: pressure {:.1f} -> {:.1f} MPa ({}).",
                     b.contact_area_mm2, a.contact_area_mm2, a.stress_mpa, b.stress_mpa, signed_text(pressure));
}

/// A kneecap that changes by less is no story if another place changes several times as much.
bool is_told_elsewhere(double kneecap_percent, const std::optional<TradeOffRow>& row) {
  constexpr double small_percent = 2.0, several = 3.0;
  return std::abs(kneecap_percent) < small_percent && row &&
         std::abs(*row->change_percent) > several * std::abs(kneecap_percent);
}

std::string told_elsewhere(const TradeOffRow& row, const ShownRun& a, const ShownRun& b, double kneecap_percent) {
  const std::string motion = largest_motion(a.metrics(), b.metrics());
  const std::string kneecap =
      std::abs(kneecap_percent) < same_percent ? "stays as it is" : "changes by " + signed_text(kneecap_percent);
  return fmt::format("Most changes at the {}: {}{}. The force at the kneecap {}.", row.label, row_text(row),
                     motion.empty() ? "" : ", with " + motion, kneecap);
}

}  // namespace

KneecapChain kneecap_chain(const ShownRun& run, const LoadModels& models) {
  const StrideRecord& record = run.run->record;
  const StrideSample sample = run.stride().at(run.events.peak_load);
  const LegValues values = leg_values(sample, Side::right, record.body, record.form, models);
  const LegSample& leg = sample.leg[0];
  const Vec3 axis = leg.tibia.col(2);
  KneecapChain chain;
  chain.body_weight_n = record.body_weight_n();
  // About the knee's axis the ground force extends it with (cop - knee) x F; the muscles supply the opposite.
  const double ground_moment_nm = -(sample.cop_m - leg.knee_m).cross(leg.grf_n).dot(axis);
  chain.ground_force_n = (leg.grf_n - leg.grf_n.dot(axis) * axis).norm();
  chain.lever_arm_m = chain.ground_force_n > 0.0 ? ground_moment_nm / chain.ground_force_n : 0.0;
  chain.knee_moment_nm = values[Channel::knee_extension_nm];
  chain.knee_flexion_rad = values[Channel::knee_flexion_rad];
  chain.thigh_moment_nm = values[Channel::quadriceps_force_n] *
                          quadriceps_lever_arm_m(models.patellofemoral, record.body, chain.knee_flexion_rad);
  chain.force_n = values[Channel::pfj_force_n];
  chain.force_per_moment_1_m = pfj_force_ratio(models.patellofemoral, chain.knee_flexion_rad) /
                               quadriceps_lever_arm_m(models.patellofemoral, record.body, chain.knee_flexion_rad);
  chain.worn_factor = chain.force_n / (chain.thigh_moment_nm * chain.force_per_moment_1_m);
  chain.contact_area_mm2 = values[Channel::pfj_contact_area_mm2];
  chain.stress_mpa = values[Channel::pfj_stress_mpa];
  return chain;
}

std::vector<LinkChange> link_changes(const KneecapChain& a, const KneecapChain& b) {
  const auto links = [](const KneecapChain& c) {
    return std::array{c.ground_force_n / c.body_weight_n,
                      c.lever_arm_m,
                      c.knee_moment_nm / (c.ground_force_n * c.lever_arm_m),
                      c.thigh_moment_nm / c.knee_moment_nm,
                      c.force_per_moment_1_m,
                      c.worn_factor};
  };
  const auto links_a = links(a), links_b = links(b);
  std::vector<LinkChange> changes;
  for (std::size_t i = 0; i < links_a.size(); ++i) {
    const double log_ratio = std::log(links_b[i] / links_a[i]);
    if (!(links_a[i] > 0.0) || !std::isfinite(log_ratio)) return {};
    changes.push_back({static_cast<Link>(i), log_ratio});
  }
  double whole = 0.0;
  for (const LinkChange& change : changes) whole += change.log_ratio;
  std::stable_sort(changes.begin(), changes.end(), [&](const LinkChange& x, const LinkChange& y) {
    const bool along_x = x.log_ratio * whole > 0.0, along_y = y.log_ratio * whole > 0.0;
    return along_x != along_y ? along_x : std::abs(x.log_ratio) > std::abs(y.log_ratio);
  });
  return changes;
}

std::string why(const ShownRun& a, const ShownRun& b, const LoadModels& models) {
  if (a.question.inputs == b.question.inputs) return "A and B are the same form: move a slider to see what it does.";
  const KneecapChain chain_a = kneecap_chain(a, models), chain_b = kneecap_chain(b, models);
  const double force_a = chain_a.force_n / chain_a.body_weight_n, force_b = chain_b.force_n / chain_b.body_weight_n;
  const double change = percent(force_a, force_b);
  if (!std::isfinite(change)) return "The kneecap carries nothing in one of the two runs.";
  const std::string pressure = pressure_text(chain_a, chain_b);
  const auto elsewhere = largest_elsewhere(a, b);
  if (is_told_elsewhere(change, elsewhere) && pressure.empty()) return told_elsewhere(*elsewhere, a, b, change);
  if (std::abs(change) < same_percent && pressure.empty())
    return "No load of the leg changes by more than half a per cent.";
  const std::string because = std::abs(change) < same_percent ? "" : ": " + cause(chain_a, chain_b);
  return fmt::format("Kneecap force {:.2f} -> {:.2f} BW ({}){}.", force_a, force_b, signed_text(change), because) +
         pressure + elsewhere_text(elsewhere, change < 0.0);
}

}  // namespace stridelab::view
