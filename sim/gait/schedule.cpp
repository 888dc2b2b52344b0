#include "gait/schedule.h"

#include <algorithm>
#include <cmath>

#include "core/frames.h"
#include "gait/foot_laws.h"
#include "gait/reference_runners.h"
#include "gait/stance_phase.h"
#include "gait/strike_groups.h"

namespace stridelab {
namespace {

double smooth_step(double x) {
  const double u = std::clamp(x, 0.0, 1.0);
  return u * u * (3.0 - 2.0 * u);
}

/// Monotone cubic through the table (Fritsch & Carlson slopes by harmonic mean), so the path has no corners.
double interpolate(const FootLaws::Path& x, const FootLaws::Path& y, double s) {
  FootLaws::Path slope{};
  auto secant = [&](std::size_t i) { return (y[i + 1] - y[i]) / (x[i + 1] - x[i]); };
  slope.front() = secant(0);
  slope.back() = secant(5);
  for (std::size_t i = 1; i < 6; ++i) {
    const double a = secant(i - 1), b = secant(i);
    slope[i] = a * b > 0.0 ? 2.0 * a * b / (a + b) : 0.0;
  }
  std::size_t k = 0;
  while (k < 5 && s > x[k + 1]) ++k;
  const double h = x[k + 1] - x[k], u = (s - x[k]) / h, v = 1.0 - u;
  return (1 + 2 * u) * v * v * y[k] + u * v * v * h * slope[k] + u * u * (3 - 2 * u) * y[k + 1] -
         u * u * v * h * slope[k + 1];
}

double sole_pitch_rad(const FootLaws::Pitch& law, const Form& form, double contact) {
  const double strike = form.foot_strike_rad - law.flat_rad;
  const double faster_m_s = form.speed_m_s - reference_runners().fast.speed_m_s;
  const double push = (law.push_deg + law.push_rise_deg_s_m * faster_m_s) * rad_per_deg;
  double pitch_rad = law.flat_rad;
  if (contact < law.flat_from) pitch_rad += strike * std::pow(1.0 - contact / law.flat_from, law.landing_exponent);
  if (contact > law.heel_off)
    pitch_rad -= push * std::pow((contact - law.heel_off) / (1.0 - law.heel_off), law.push_exponent);
  return pitch_rad;
}

}  // namespace

double forefoot_share(const Form& form) {
  const StrikeGroups& groups = strike_groups();
  return smooth_step((groups.rearfoot_from_deg - form.foot_strike_rad * deg_per_rad) /
                     (groups.rearfoot_from_deg - groups.forefoot_below_deg));
}

FootSchedule foot_schedule(const Form& form, double s) {
  const FootLaws& laws = foot_laws();
  const FootLaws::RestingPoint& point = laws.resting_point;
  const double contact = std::max(0.0, contact_phase(s));
  FootSchedule f{};
  f.pitch_rad = sole_pitch_rad(laws.pitch, form, contact);
  // Before heel-off the toes follow the foot; after it they stay down until the joint is at its limit.
  f.toe_pitch_rad = f.pitch_rad > laws.pitch.flat_rad ? f.pitch_rad : std::min(0.0, f.pitch_rad + laws.toe_limit_rad);
  f.heel = 0.5 * (1.0 + std::tanh(std::sin(f.pitch_rad) / point.heel_width));
  const double tip = 0.5 * (1.0 + std::tanh((std::sin(-f.toe_pitch_rad) - point.tip_from) / point.tip_width));
  f.toe = (1.0 - f.heel) * tip;
  f.ball = 1.0 - f.heel - f.toe;
  const double k = forefoot_share(form);
  const double within = std::clamp(contact, 0.0, 1.0);
  f.cop = (1.0 - k) * interpolate(laws.path_contact, laws.path_rearfoot, within) +
          k * interpolate(laws.path_contact, laws.path_forefoot, within);
  f.toe_load = smooth_step((contact - laws.toe_load_from) / laws.toe_load_over);
  f.rest = smooth_step(std::min(s / laws.rest_full_from, (1.0 - s) / laws.rest_fades_over));
  return f;
}

}  // namespace stridelab
