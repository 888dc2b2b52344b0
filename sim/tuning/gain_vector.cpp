#include "tuning/gain_vector.h"

#include <fmt/format.h>

namespace stridelab {
namespace {

// A slope moves the gain by itself over 1 m/s or 10 % of incline; half the scale is as noticeable there.
constexpr double slope_scale = 0.5;

}  // namespace

Eigen::VectorXd to_vector(const ReflexGains& gains, bool scheduled) {
  Eigen::VectorXd v(scheduled ? 3 * n_gains : n_gains);
  for (int i = 0; i < n_gains; ++i) {
    const double scale = gain_table()[static_cast<std::size_t>(i)].scale;
    const ScheduledGain& g = gains.gain[static_cast<std::size_t>(i)];
    v(i) = g.value / scale;
    if (!scheduled) continue;
    v(n_gains + i) = g.by_speed_s_m / (slope_scale * scale);
    v(2 * n_gains + i) = g.by_slope / (slope_scale * scale);
  }
  return v;
}

ReflexGains to_gains(const Eigen::VectorXd& v, const ReflexGains& origin, bool scheduled) {
  ReflexGains gains = origin;
  for (int i = 0; i < n_gains; ++i) {
    const double scale = gain_table()[static_cast<std::size_t>(i)].scale;
    ScheduledGain& g = gains.gain[static_cast<std::size_t>(i)];
    g.value = v(i) * scale;
    if (!scheduled) continue;
    g.by_speed_s_m = v(n_gains + i) * slope_scale * scale;
    g.by_slope = v(2 * n_gains + i) * slope_scale * scale;
  }
  return gains;
}

std::string to_toml(const ReflexGains& gains, const std::string& command) {
  std::string text =
      "# Reflex gains of the forward runner, for 70 kg: value + by_speed (v - 3.3 m/s) + by_slope (slope / 10 %).\n"
      "# Found by:\n#   " +
      command + "\n";
  for (std::size_t i = 0; i < n_gains; ++i) {
    const GainRow& row = gain_table()[i];
    const ScheduledGain& g = gains.gain[i];
    text += fmt::format("\n# {}: {}\n[gain.{}]  # {}\nvalue = {}\nby_speed = {}\nby_slope = {}\n", row.key, row.meaning,
                        row.key, row.unit, g.value, g.by_speed_s_m, g.by_slope);
  }
  return text;
}

}  // namespace stridelab
