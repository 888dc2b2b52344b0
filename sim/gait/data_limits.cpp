#include "gait/data_limits.h"

#include <fmt/format.h>

#include <cmath>

#include "core/frames.h"
#include "gait/normative_data.h"
#include "gait/strike_groups.h"

namespace stridelab {

std::vector<std::string> data_limits(const Body& body, const Form& form) {
  std::vector<std::string> notes;
  const double slowest = normative_data().front().speed_m_s, fastest = normative_data().back().speed_m_s;
  if (form.speed_m_s < slowest || form.speed_m_s > fastest)
    notes.push_back(
        fmt::format("speed {:.2f} m/s: posture and force shapes are extrapolated, measured at {:.1f} .. {:.1f} m/s",
                    form.speed_m_s, slowest, fastest));
  const double lowest_rad = strike_groups().shape_lowest_rad, highest_rad = strike_groups().shape_highest_rad;
  if (form.foot_strike_rad < lowest_rad || form.foot_strike_rad > highest_rad)
    notes.push_back(fmt::format(
        "foot strike {:.0f} deg: the force shape is that of {:.0f} deg, beyond it there are no data",
        form.foot_strike_rad * deg_per_rad, (form.foot_strike_rad < 0.0 ? lowest_rad : highest_rad) * deg_per_rad));
  if (form.slope_rad != 0.0)
    notes.emplace_back("slope: the reference runners ran on level ground; what changes here is the model's own answer");
  if (body.sex == Sex::female)
    notes.emplace_back("sex: segments and kneecap are women's, the reference runners were 25 men and one woman");
  return notes;
}

}  // namespace stridelab
