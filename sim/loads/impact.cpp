#include "loads/impact.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stridelab {
namespace {

/// A transient beyond half the step's impulse is no landing any more; the active curve must stay a push.
constexpr double largest_share = 0.5;

}  // namespace

double ImpactTransient::force_n(double time_since_contact_s) const {
  const double t = time_since_contact_s;
  if (t <= 0.0 || t >= 2.0 * half_duration_s) return 0.0;
  return 0.5 * peak_n * (1.0 + std::cos(std::numbers::pi * (t - half_duration_s) / half_duration_s));
}

double ImpactTransient::impulse_ns() const { return peak_n * half_duration_s; }

ImpactStyle impact_style(const ImpactModel& model, double foot_strike_rad) {
  const double span_rad = model.rearfoot_from_rad - model.forefoot_below_rad;
  const double u = std::clamp((model.rearfoot_from_rad - foot_strike_rad) / span_rad, 0.0, 1.0);
  const double forefoot = u * u * (3.0 - 2.0 * u);
  const ImpactStyle& a = model.rearfoot;
  const ImpactStyle& b = model.forefoot;
  return {a.effective_mass_fraction + forefoot * (b.effective_mass_fraction - a.effective_mass_fraction),
          a.half_duration_s + forefoot * (b.half_duration_s - a.half_duration_s)};
}

ImpactTransient impact_transient(const ImpactModel& model, const Landing& landing) {
  if (landing.descent_speed_m_s <= 0.0 || landing.active_impulse_ns <= 0.0) return {};
  const ImpactStyle style = impact_style(model, landing.foot_strike_rad);
  const double dt_s = style.half_duration_s;
  const double stop_m_s2 = landing.descent_speed_m_s / dt_s + landing.normal_gravity_m_s2;
  const double stopped_ns = style.effective_mass_fraction * landing.mass_kg * stop_m_s2 * 2.0 * dt_s;
  const double impulse_ns = std::min(stopped_ns, largest_share * landing.active_impulse_ns);
  return {dt_s, impulse_ns / dt_s, 1.0 - impulse_ns / landing.active_impulse_ns};
}

}  // namespace stridelab
