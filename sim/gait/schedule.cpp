#include "gait/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/frames.h"
#include "gait/stance_phase.h"

namespace stridelab {
namespace {

constexpr std::array<double, 7> cop_s = {0.0, 0.10, 0.25, 0.50, 0.70, 0.85, 1.0};
constexpr std::array<double, 7> cop_rearfoot = {0.05, 0.27, 0.57, 0.79, 0.92, 1.03, 1.10};
constexpr std::array<double, 7> cop_forefoot = {1.00, 0.91, 0.86, 0.885, 0.97, 1.04, 1.10};
constexpr double mtp_limit_rad = 30.0 * rad_per_deg;

double smooth_step(double x) {
  const double u = std::clamp(x, 0.0, 1.0);
  return u * u * (3.0 - 2.0 * u);
}

/// Monotone cubic through the table (Fritsch & Carlson slopes by harmonic mean), so the path has no corners.
double interpolate(const std::array<double, 7>& y, double s) {
  std::array<double, 7> slope{};
  auto secant = [&](std::size_t i) { return (y[i + 1] - y[i]) / (cop_s[i + 1] - cop_s[i]); };
  slope.front() = secant(0);
  slope.back() = secant(5);
  for (std::size_t i = 1; i < 6; ++i) {
    const double a = secant(i - 1), b = secant(i);
    slope[i] = a * b > 0.0 ? 2.0 * a * b / (a + b) : 0.0;
  }
  std::size_t k = 0;
  while (k < 5 && s > cop_s[k + 1]) ++k;
  const double h = cop_s[k + 1] - cop_s[k], u = (s - cop_s[k]) / h, v = 1.0 - u;
  return (1 + 2 * u) * v * v * y[k] + u * v * v * h * slope[k] + u * u * (3 - 2 * u) * y[k + 1] -
         u * u * v * h * slope[k + 1];
}

}  // namespace

double forefoot_share(const Form& form) { return smooth_step((8.0 - form.foot_strike_rad * deg_per_rad) / 10.0); }

FootSchedule foot_schedule(const Form& form, double s) {
  const double flat = -2.5 * rad_per_deg;
  const double strike = form.foot_strike_rad - flat;
  const double push = (48.0 + 5.0 * (form.speed_m_s - 3.5)) * rad_per_deg;
  FootSchedule f{};
  f.pitch_rad = flat;
  const double contact = std::max(0.0, contact_phase(s));
  if (contact < 0.2) f.pitch_rad += strike * std::pow(1.0 - contact / 0.2, 1.5);
  if (contact > 0.25) f.pitch_rad -= push * std::pow((contact - 0.25) / 0.75, 2.55);
  // Before heel-off the toes follow the foot; after it they stay down until the joint is at its limit.
  f.toe_pitch_rad = f.pitch_rad > flat ? f.pitch_rad : std::min(0.0, f.pitch_rad + mtp_limit_rad);
  f.heel = 0.5 * (1.0 + std::tanh(std::sin(f.pitch_rad) / 0.06));
  const double tip = 0.5 * (1.0 + std::tanh((std::sin(-f.toe_pitch_rad) - 0.08) / 0.06));
  f.toe = (1.0 - f.heel) * tip;
  f.ball = 1.0 - f.heel - f.toe;
  const double k = forefoot_share(form);
  const double within = std::clamp(contact, 0.0, 1.0);
  f.cop = (1.0 - k) * interpolate(cop_rearfoot, within) + k * interpolate(cop_forefoot, within);
  f.toe_load = smooth_step((contact - 0.65) / 0.25);
  f.rest = smooth_step(std::min(s / 0.20, (1.0 - s) / 0.25));
  return f;
}

}  // namespace stridelab
