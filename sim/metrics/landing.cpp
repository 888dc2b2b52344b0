#include "metrics/landing.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "metrics/butterworth.h"

namespace stridelab {
namespace {

constexpr int fine_samples = landing_samples;
constexpr int refinement = fine_samples / record_samples;  ///< samples of the landing force per sample of the record
constexpr double fine_step = 1.0 / fine_samples;
constexpr double descent_window_s = 0.020;
constexpr std::size_t descent_speeds = 9;          ///< in that window, both ends included
constexpr double impact_until_stance = 0.25;       ///< contract: an impact peak comes before this share of stance
constexpr double rate_without_peak_stance = 0.13;  ///< contract: where the rate ends when there is no peak

double impulse_ns(const LegRecord& leg, double period_s) {
  double sum_n = 0.0;
  for (const LegValues& values : leg.grid) sum_n += values[quantity("vertical_force_n")];
  return sum_n * period_s / record_samples;
}

/// The plan's force between two samples of the record: the cubic through four of them.
double plan_n(const LegRecord& leg, int fine) {
  const int i = fine / refinement;
  const double u = static_cast<double>(fine % refinement) / refinement;
  const auto f = [&](int k) { return leg.at(quantity("vertical_force_n"), i + k); };
  if (fine % refinement == 0) return f(0);
  return -u * (u - 1.0) * (u - 2.0) / 6.0 * f(-1) + (u + 1.0) * (u - 1.0) * (u - 2.0) / 2.0 * f(0) -
         (u + 1.0) * u * (u - 2.0) / 2.0 * f(1) + (u + 1.0) * u * (u - 1.0) / 6.0 * f(2);
}

/// The landing force between its samples; the phase lies inside stance, away from the ends of the grid.
double fine_at(const std::vector<double>& force_n, double phase) {
  const double position = phase / fine_step;
  const auto i = static_cast<std::size_t>(std::lround(position));
  return parabola_value(force_n[i - 1], force_n[i], force_n[i + 1], position - static_cast<double>(i));
}

}  // namespace

double descent_speed_m_s(const StrideSource& source, const LegRecord& leg) {
  const double step_s = descent_window_s / (descent_speeds - 1);
  std::array<double, descent_speeds + 1> height_m{};
  for (std::size_t i = 0; i < height_m.size(); ++i) {
    const double time_s = (static_cast<double>(i) - 0.5) * step_s;
    const double phase = leg.touch_down_phase + leg.contact_phase + time_s / source.period_s;
    height_m[i] = source.at(phase).leg[static_cast<std::size_t>(index(leg.side))].ankle_m.y();
  }
  std::array<double, descent_speeds> speed_m_s{};
  for (std::size_t i = 0; i < descent_speeds; ++i) speed_m_s[i] = (height_m[i] - height_m[i + 1]) / step_s;
  const auto best = static_cast<std::size_t>(std::max_element(speed_m_s.begin(), speed_m_s.end()) - speed_m_s.begin());
  if (best == 0 || best == descent_speeds - 1) return speed_m_s[best];
  return parabola_vertex(speed_m_s[best - 1], speed_m_s[best], speed_m_s[best + 1]).value;
}

ImpactCorrection landing_correction(const StrideSource& source, const LoadModels& models, const LegRecord& leg) {
  const Form& form = source.form_of(leg.side);
  Landing landing{};
  landing.mass_kg = source.body.mass_kg;
  landing.speed_m_s = form.speed_m_s;
  landing.foot_strike_rad = form.foot_strike_rad;
  landing.knee_flexion_rad = leg.at_contact[quantity("knee_flexion_rad")];
  landing.descent_speed_m_s = descent_speed_m_s(source, leg);
  landing.normal_gravity_m_s2 = gravity_m_s2 * std::cos(form.slope_rad);
  landing.footing = form.footing;
  landing.plan_impulse_ns = impulse_ns(leg, source.period_s);
  ImpactCorrection impact = impact_correction(models.impact, landing);
  for (int i = 0; i < record_samples; ++i)
    impact.keep_pushing(leg.at(quantity("vertical_force_n"), i), leg.since_contact(i) * source.period_s);
  return impact;
}

std::vector<double> landing_force_n(const LegRecord& leg, double period_s) {
  if (!leg.measured_landing_n.empty()) return leg.measured_landing_n;
  std::vector<double> force_n(fine_samples);
  for (int i = 0; i < fine_samples; ++i) {
    const double time_s = (i * fine_step - leg.contact_phase) * period_s;
    force_n[static_cast<std::size_t>(i)] = leg.impact.total_n(plan_n(leg, i), time_s);
  }
  return zero_lag_butterworth(force_n, fine_samples / period_s, landing_cutoff_hz);
}

std::optional<StancePeak> impact_peak(const LegRecord& leg, const std::vector<double>& landing_force_n) {
  const double until = leg.contact_phase + impact_until_stance * leg.stance_phase();
  const auto first = static_cast<std::size_t>(leg.contact_phase / fine_step) + 1;
  for (std::size_t i = first; static_cast<double>(i) * fine_step <= until; ++i) {
    const double before = landing_force_n[i - 1];
    const double middle = landing_force_n[i];
    const double after = landing_force_n[i + 1];
    if (middle <= before || middle < after) continue;
    const Vertex vertex = parabola_vertex(before, middle, after);
    const double phase = (static_cast<double>(i) + vertex.offset) * fine_step;
    if (phase < until) return StancePeak{vertex.value, phase};
  }
  return std::nullopt;
}

double loading_rate_n_s(const LegRecord& leg, double period_s, const std::vector<double>& landing_force_n) {
  const std::optional<StancePeak> peak = impact_peak(leg, landing_force_n);
  const double span = peak ? peak->phase - leg.contact_phase : rate_without_peak_stance * leg.stance_phase();
  const double rise_n = fine_at(landing_force_n, leg.contact_phase + 0.8 * span) -
                        fine_at(landing_force_n, leg.contact_phase + 0.2 * span);
  return rise_n / (0.6 * span * period_s);
}

}  // namespace stridelab
