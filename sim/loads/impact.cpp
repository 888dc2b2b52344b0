#include "loads/impact.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/frames.h"

namespace stridelab {
namespace {

/// A transient beyond half the step's impulse is no landing any more; the rest must stay a push.
constexpr double largest_impulse_share = 0.5;

/// Impulse that stops a mass from a descent speed within 2 dt while gravity goes on pulling.
double stopping_impulse_ns(double stopped_kg, double descent_m_s, double gravity_n_kg, double half_duration_s) {
  return stopped_kg * (descent_m_s / half_duration_s + gravity_n_kg) * 2.0 * half_duration_s;
}

ImpactPulse own_pulse(const ImpactModel& model, const Landing& landing) {
  const ImpactStyle style = impact_style(model, model.own, landing.foot_strike_rad);
  const HeelFactors heel = heel_factors(model, landing.footing);
  const double half_duration_s = style.half_duration_s * heel.time;
  if (landing.descent_speed_m_s <= 0.0) return {half_duration_s, 0.0};
  const double stopped_kg =
      style.effective_mass_fraction * heel.mass * knee_mass_factor(model, landing.knee_flexion_rad) * landing.mass_kg;
  const double impulse_ns =
      stopping_impulse_ns(stopped_kg, landing.descent_speed_m_s, landing.normal_gravity_m_s2, half_duration_s);
  return {half_duration_s, std::min(impulse_ns, largest_impulse_share * landing.plan_impulse_ns)};
}

ImpactPulse smeared_pulse(const ImpactModel& model, const Landing& landing) {
  const ImpactStyle style = impact_style(model, model.smear, landing.foot_strike_rad);
  const double descent_m_s = std::max(0.0, smear_descent_speed_m_s(model, landing.speed_m_s));
  return {style.half_duration_s, stopping_impulse_ns(style.effective_mass_fraction * landing.mass_kg, descent_m_s,
                                                     gravity_m_s2, style.half_duration_s)};
}

}  // namespace

double ImpactPulse::force_n(double time_since_contact_s) const {
  const double t = time_since_contact_s;
  if (t <= 0.0 || t >= 2.0 * half_duration_s) return 0.0;
  const double swing = std::cos(std::numbers::pi * (t - half_duration_s) / half_duration_s);
  return impulse_ns / (2.0 * half_duration_s) * (1.0 + swing);
}

double ImpactCorrection::change_n(double plan_n, double time_since_contact_s) const {
  if (plan_impulse_ns <= 0.0) return 0.0;
  return own.force_n(time_since_contact_s) - smear.force_n(time_since_contact_s) -
         plan_n * (own.impulse_ns - smear.impulse_ns) / plan_impulse_ns;
}

double ImpactCorrection::total_n(double plan_n, double time_since_contact_s) const {
  return plan_n + share * change_n(plan_n, time_since_contact_s);
}

void ImpactCorrection::keep_pushing(double plan_n, double time_since_contact_s) {
  const double change = change_n(plan_n, time_since_contact_s);
  if (plan_n > 0.0 && change < 0.0) share = std::min(share, -plan_n / change);
}

ImpactStyle impact_style(const ImpactModel& model, const ImpactModel::Styles& styles, double foot_strike_rad) {
  const double span_rad = model.rearfoot_from_rad - model.forefoot_below_rad;
  const double u = std::clamp((model.rearfoot_from_rad - foot_strike_rad) / span_rad, 0.0, 1.0);
  const double forefoot = u * u * (3.0 - 2.0 * u);
  const ImpactStyle& a = styles.rearfoot;
  const ImpactStyle& b = styles.forefoot;
  return {a.effective_mass_fraction + forefoot * (b.effective_mass_fraction - a.effective_mass_fraction),
          a.half_duration_s + forefoot * (b.half_duration_s - a.half_duration_s)};
}

double knee_mass_factor(const ImpactModel& model, double knee_flexion_rad) {
  const ImpactModel::Knee& knee = model.knee;
  const double factor = 1.0 + knee.change_per_rad * (knee.reference_flexion_rad - knee_flexion_rad);
  return std::clamp(factor, knee.smallest, knee.largest);
}

HeelFactors heel_factors(const ImpactModel& model, const Footing& footing) {
  const ImpactModel::Heel& heel = model.heel;
  // A heel cannot be harder than the pad of the bare foot alone, which is a good third of the usual compliance.
  const double ratio = std::max(1.0 + footing.heel_compliance_change_m_n / heel.usual_compliance_m_n, 0.3);
  const double stiffer_leg = std::clamp(std::pow(ratio, heel.mass_exponent), heel.smallest, heel.largest);
  return {stiffer_leg * (1.0 + footing.landing_mass_change), std::pow(ratio, heel.time_exponent)};
}

double smear_descent_speed_m_s(const ImpactModel& model, double speed_m_s) {
  const auto& speed = model.smear_speed_m_s;
  const auto& descent = model.smear_descent_speed_m_s;
  const double u = std::log(speed_m_s / speed[0]) / std::log(speed[1] / speed[0]);
  return descent[0] + u * (descent[1] - descent[0]);
}

ImpactCorrection impact_correction(const ImpactModel& model, const Landing& landing) {
  if (landing.plan_impulse_ns <= 0.0) return {};
  return {own_pulse(model, landing), smeared_pulse(model, landing), landing.plan_impulse_ns, 1.0};
}

}  // namespace stridelab
