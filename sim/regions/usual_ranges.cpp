#include "regions/usual_ranges.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "catalogue/people_units.h"

namespace stridelab {
namespace {

/// Where a value lies between the knots: the lower one and the way to the next, held at the ends.
struct Place {
  std::size_t below;
  double share;
};

Place place_of(const std::vector<double>& knots, double value) {
  if (knots.size() < 2 || !(value > knots.front())) return {0, 0.0};
  const auto above = std::lower_bound(knots.begin() + 1, knots.end() - 1, value);
  const auto below = static_cast<std::size_t>(above - knots.begin()) - 1;
  return {below, std::min(1.0, (value - knots[below]) / (*above - knots[below]))};
}

UsualRange mixed(const UsualRange& a, const UsualRange& b, double share) {
  return {a.low + share * (b.low - a.low), a.high + share * (b.high - a.high)};
}

}  // namespace

std::string RunConditions::text() const {
  const std::string slope =
      slope_percent == 0.0 ? "on the level"
                           : fmt::format("{} {:.3g} %", slope_percent > 0.0 ? "up" : "down", std::abs(slope_percent));
  return fmt::format("{} at {:.3g} m/s ({}) {}, {} engine", sex == Sex::female ? "women" : "men", speed_m_s,
                     pace_text(speed_m_s, Units::metric), slope, is_forward ? "forward" : "stride");
}

const UsualRanges::ByMetric& UsualRanges::loads(const RunConditions& conditions) const {
  return kinds_[(conditions.is_forward ? 2U : 0U) + (conditions.sex == Sex::female ? 1U : 0U)];
}

UsualRange UsualRanges::of(std::string_view metric, const RunConditions& conditions) const {
  const Surface& surface = loads(conditions).find(metric)->second;
  const std::size_t slopes = surface.slopes_percent.size();
  const Place speed = place_of(surface.speeds_m_s, conditions.speed_m_s);
  const Place slope = place_of(surface.slopes_percent, conditions.slope_percent);
  const auto at_speed = [&](std::size_t i) {
    const UsualRange& here = surface.ranges[i * slopes + slope.below];
    return slope.share == 0.0 ? here : mixed(here, surface.ranges[i * slopes + slope.below + 1], slope.share);
  };
  const UsualRange slow = at_speed(speed.below);
  return speed.share == 0.0 ? slow : mixed(slow, at_speed(speed.below + 1), speed.share);
}

RunConditions UsualRanges::nearest(const RunConditions& conditions) const {
  RunConditions held = conditions;
  const ByMetric& all = loads(conditions);
  if (all.empty()) return held;
  const Surface& surface = all.begin()->second;
  held.speed_m_s = std::clamp(conditions.speed_m_s, surface.speeds_m_s.front(), surface.speeds_m_s.back());
  held.slope_percent =
      std::clamp(conditions.slope_percent, surface.slopes_percent.front(), surface.slopes_percent.back());
  return held;
}

bool UsualRanges::has(std::string_view metric) const {
  return std::all_of(kinds_.begin(), kinds_.end(), [&](const ByMetric& loads) { return loads.contains(metric); });
}

}  // namespace stridelab
