#include "metrics/named_metrics.h"

#include <cmath>
#include <numbers>

#include "gait/reference_runners.h"
#include "metrics/landing.h"
#include "metrics/residual.h"

namespace stridelab {
namespace {

/// Stiffness of the leg spring whose sine-wave force has this contact and flight time.
double leg_stiffness_n_m(const StrideRecord& record, Side side, double contact_s, double flight_s) {
  const double mass_kg = record.body.mass_kg;
  const double leg_m =
      reference_runners().leg_length_m(record.body.height_m) + record.body_of(side).leg_length_change_m;
  const double pi = std::numbers::pi;
  const double force_n = mass_kg * gravity_m_s2 * 0.5 * pi * (flight_s / contact_s + 1.0);
  const double sink_m =
      force_n * contact_s * contact_s / (mass_kg * pi * pi) - gravity_m_s2 * contact_s * contact_s / 8.0;
  const double half_travel_m = 0.5 * record.form.speed_m_s * contact_s;
  // What a soft surface gives is not the leg's.
  const double ground_m = record.form_of(side).footing.midfoot_compliance_change_m_n * force_n;
  const double shortening_m = leg_m - std::sqrt(leg_m * leg_m - half_travel_m * half_travel_m) + sink_m - ground_m;
  return force_n / shortening_m;
}

/// Highest or lowest (sign -1) point of a periodic curve, between samples.
double periodic_maximum_height_m(const std::vector<Vec3>& curve, double sign) {
  const auto at = [&](std::size_t i) { return sign * curve[i % curve.size()].y(); };
  std::size_t best = 0;
  for (std::size_t i = 1; i < curve.size(); ++i)
    if (at(i) > at(best)) best = i;
  return sign * parabola_vertex(at(best + curve.size() - 1), at(best), at(best + 1)).value;
}

double vertical_oscillation_cm(const StrideRecord& record) {
  return 100.0 * (periodic_maximum_height_m(record.com_m, 1.0) - periodic_maximum_height_m(record.com_m, -1.0));
}

/// Of the flight that follows this leg's stance.
double flight_after_s(const StrideRecord& record, const LegRecord& leg, double contact_s) {
  if (!record.left) return 0.5 * record.period_s - contact_s;
  const LegRecord& next = record.of(leg.side == Side::right ? Side::left : Side::right);
  const double phase = next.touch_down_phase + next.contact_phase - leg.touch_down_phase - leg.toe_off_phase;
  return (phase - std::floor(phase)) * record.period_s;
}

MetricValue plain(double value) { return {value, {}, false}; }

}  // namespace

LegFunctions::LegFunctions(const StrideRecord& record, const LegRecord& leg)
    : record_(record),
      leg_(leg),
      landing_force_n_(landing_force_n(leg, record.period_s)),
      contact_s_(leg.stance_phase() * record.period_s),
      flight_s_(flight_after_s(record, leg, contact_s_)) {}

MetricValue LegFunctions::impact_peak_bw() const {
  if (const auto peak = impact_peak(leg_, landing_force_n_)) return plain(1.0 / record_.body_weight_n() * peak->value);
  return {std::nullopt, "the force has no local maximum before 25 % of stance", false};
}

MetricValue LegFunctions::value(Reduction reduction) const {
  switch (reduction) {
    case Reduction::impact_peak:
      return impact_peak_bw();
    case Reduction::loading_rate:
      return plain(1.0 / record_.body_weight_n() * loading_rate_n_s(leg_, record_.period_s, landing_force_n_));
    case Reduction::contact_time:
      return plain(1e3 * contact_s_);
    case Reduction::flight_time:
      return plain(1e3 * flight_s_);
    case Reduction::duty_factor:
      return plain(leg_.stance_phase());
    case Reduction::leg_stiffness:
      return plain(1e-3 * leg_stiffness_n_m(record_, leg_.side, contact_s_, flight_s_));
    default:
      return {std::nullopt, "not a function of a leg", false};
  }
}

StrideFunctions::StrideFunctions(const StrideRecord& record) : record_(record), audit_(energy_audit(record)) {}

MetricValue StrideFunctions::value(Reduction reduction) const {
  const double stride_length_m = record_.form.speed_m_s * record_.period_s;
  const double per_kg_m = 1.0 / (record_.body.mass_kg * record_.form.speed_m_s * record_.period_s);
  switch (reduction) {
    case Reduction::speed:
      return plain(record_.form.speed_m_s);
    case Reduction::cadence:
      return plain(120.0 / record_.period_s);
    case Reduction::stride_length:
      return plain(stride_length_m);
    case Reduction::step_length:
      return plain(0.5 * stride_length_m);
    case Reduction::vertical_oscillation:
      return plain(vertical_oscillation_cm(record_));
    case Reduction::ground_work:
      return plain(audit_.ground_j);
    case Reduction::leg_work:
      return plain(per_kg_m * audit_.legs_j());
    case Reduction::joint_work:
      return plain(per_kg_m * audit_.joints_j());
    case Reduction::residual_force:
      return plain(100.0 * residual_force_peak_n(record_) / record_.body_weight_n());
    case Reduction::residual_moment:
      return plain(100.0 * record_.quality.residual_moment_peak_bw_height);
    default:
      return {std::nullopt, "not computed", false};
  }
}

}  // namespace stridelab
