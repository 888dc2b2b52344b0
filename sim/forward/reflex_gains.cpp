#include "forward/reflex_gains.h"

#include <algorithm>

namespace stridelab {

// Starting values are of the order that the mechanics asks for: a body of 70 kg on a leg of 0.9 m falls with
// m g h = 600 Nm/rad, so attitude needs about 1000; the height swings by 90 mm at 3 Hz, so a few kN/m hold it.
const std::array<GainRow, n_gains>& gain_table() {
  static constexpr std::array<GainRow, n_gains> table = {{
      {"roll_stiffness", "Nm/rad", 1250.0, 250.0, "pelvis list against the plan, through the stance hip"},
      {"roll_damping", "Nm s/rad", 97.0, 20.0, "list rate"},
      {"yaw_stiffness", "Nm/rad", 330.0, 80.0, "pelvis rotation"},
      {"yaw_damping", "Nm s/rad", 36.0, 10.0, "rotation rate"},
      {"pitch_stiffness", "Nm/rad", 2700.0, 500.0, "pelvis tilt"},
      {"pitch_damping", "Nm s/rad", 132.0, 30.0, "tilt rate"},
      {"speed_damping", "N s/m", 355.0, 80.0, "forward speed, through the whole stance leg"},
      {"speed_integral", "N/m", 200.0, 60.0, "its integral"},
      {"height_stiffness", "N/m", 7400.0, 1500.0, "pelvis height"},
      {"height_damping", "N s/m", 1140.0, 250.0, "vertical speed"},
      {"height_integral", "N/(m s)", 0.0, 1500.0, "mean height over the last strides"},
      {"side_stiffness", "N/m", 98.0, 80.0, "distance from the line of running"},
      {"side_damping", "N s/m", 154.0, 60.0, "lateral speed"},
      {"foot_speed", "s", 0.125, 0.03, "landing point ahead per speed error"},
      {"foot_speed_integral", "1", 0.03, 0.03, "landing point ahead per integral of speed error"},
      {"foot_side", "1", 0.083, 0.05, "landing point to the side per distance from the line"},
      {"foot_side_speed", "s", 0.205, 0.04, "landing point to the side per lateral speed"},
      {"thigh_pitch", "1", 1.18, 0.25, "share of the pelvis's tilt error that the swing hip takes out"},
      {"thigh_roll", "1", 0.5, 0.25, "the same for list"},
      {"lean_on_speed", "rad/m", 0.0, 0.05, "forward lean of the pelvis per integral of missing speed"},
      {"ankle_on_speed", "Nm s/m", 40.0, 15.0, "plantarflexion of the stance ankle per speed in excess"},
      {"phase_reset", "1", 0.5, 0.12, "share of the timing error at contact that the clock takes over"},
      {"push_on_timing", "N", 500.0, 300.0,
       "vertical push of the stance leg per stride by which the landings were early"},
      {"joint_stiffness", "1", 0.62, 0.12, "of the joint feedback, times its base"},
      {"joint_damping", "1", 0.48, 0.12, "of the joint feedback, times its base"},
      {"stance_stiffness", "1", 1.0, 0.2, "the joint stiffness of a loaded leg, times that of a free one"},
      {"stance_damping", "1", 1.0, 0.2, "the same for joint damping"},
  }};
  return table;
}

std::array<double, n_gains> ReflexGains::at(double speed_m_s, double slope) const {
  const double v = std::clamp(speed_m_s, 2.0, 5.0) - 3.3;
  const double up = std::clamp(slope, -0.1, 0.1) / 0.1;
  std::array<double, n_gains> now{};
  std::transform(gain.begin(), gain.end(), now.begin(),
                 [&](const ScheduledGain& g) { return g.value + g.by_speed_s_m * v + g.by_slope * up; });
  // A negative stiffness or damping of a joint would feed energy in.
  for (const Gain g : {Gain::joint_stiffness, Gain::joint_damping, Gain::stance_stiffness, Gain::stance_damping})
    now[static_cast<std::size_t>(g)] = std::max(now[static_cast<std::size_t>(g)], 0.05);
  return now;
}

ReflexGains untuned_gains() {
  ReflexGains gains;
  for (std::size_t i = 0; i < n_gains; ++i) gains.gain[i].value = gain_table()[i].start;
  return gains;
}

}  // namespace stridelab
