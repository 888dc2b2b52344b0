#include "metrics/metric_rows.h"

namespace stridelab {

using enum MetricGroup;
using namespace row_source;

std::vector<MetricRow> motion_rows() {
  return {
      {"speed_m_s", "speed", "m/s", motion, false, 2, "running speed along the slope", "forward positive",
       "stride_length_m x cadence_spm / 120", "input"},
      {"cadence_spm", "cadence", "steps/min", motion, false, 1, "steps per minute, both feet", "", "120 / stride time",
       "input", Shown::first},
      {"stride_length_m", "stride length", "m", motion, false, 3, "two steps", "", "speed x stride time", "input",
       Shown::first},
      {"step_length_m", "step length", "m", motion, false, 3, "one step", "", "stride_length_m / 2", "input"},
      {"contact_time_ms", "contact time", "ms", motion, true, 0, "how long one foot is on the ground", "",
       "vertical force above 50 N", kinematics, Shown::first},
      {"flight_time_ms", "flight time", "ms", motion, true, 0, "how long no foot is on the ground, per step", "",
       "step time - contact time", kinematics},
      {"duty_factor", "duty factor", "1", motion, true, 3, "share of the stride one foot is on the ground", "",
       "contact time / stride time", kinematics},
      {"vertical_oscillation_cm", "vertical oscillation", "cm", motion, false, 1,
       "how far the centre of mass goes up and down", "", "maximum - minimum over the stride, normal to the surface",
       kinematics, Shown::first},
  };
}

std::vector<MetricRow> quality_rows() {
  return {
      {"residual_force_peak_percent_bw", "unexplained force", "% BW", quality, false, 2,
       "force that nobody supplies: the model's own error", "",
       "largest |m (a - g) - ground force| between two events, a by differences of the centre of mass; floor 0.06; "
       "in a forward run the force that helps to hold the runner",
       "METHODS (gait)"},
      {"residual_moment_peak_percent_bw_height", "unexplained moment", "% BW height", quality, false, 2,
       "moment that nobody supplies: the model's own error", "",
       "largest magnitude in flight, about the centre of mass; in a forward run the moment that helps to hold the "
       "runner",
       "METHODS (gait)"},
      {"solve_time_ms", "solve time", "ms", quality, false, 1, "time the computer took", "",
       "wall clock of the synthesis; the one number that differs between repeats", "clock"},
  };
}

}  // namespace stridelab
