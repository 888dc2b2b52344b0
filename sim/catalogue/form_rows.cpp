#include <array>

#include "catalogue/parameter_rows.h"

namespace stridelab {
namespace {

constexpr std::array rows{
    number_row("speed_m_s", "form", "m/s", 3.3, 1.8, 6.0,
               "forward speed along the slope; 3.3 m/s is 5:03 min per km, and 12 km/h is 3.33 m/s", "convention",
               &Form::speed_m_s),
    following_row("cadence_spm", "form", "steps/min", "preferred at that speed", 130.0, 220.0,
                  "steps per minute, both feet together; a watch that counts one foot shows half of it",
                  "Fukuchi, Fukuchi & Duarte 2017, PeerJ 5:e3298", &Form::cadence_spm),
    following_row("stride_length_m", "form", "m", "derived", 1.2, 4.5,
                  "two steps: from one right foot contact to the next; speed = stride length x cadence / 120",
                  "definition (speed and cadence give it)"),
    sided(number_row(
        "foot_strike_deg", "form", "deg", 12.0, -15.0, 30.0,
        "angle of the sole to the ground at contact; heel first is positive, below about 0 is a forefoot strike",
        "convention; 5.8 +- 10.1 at 2.5 m/s and 9.05 at 3.5 m/s in Fukuchi 2017; a shoe may change the default",
        &Form::foot_strike_rad, Conversion::degrees)),
    number_row("foot_placement_m", "form", "m", 0.0, -0.10, 0.10,
               "shift of the landing point from where this form would put it; positive is further ahead (overstriding)",
               "convention", &Form::foot_placement_m),
    number_row("trunk_lean_deg", "form", "deg", 6.0, -10.0, 25.0,
               "forward lean of the trunk to the vertical, mean over the stride",
               "Teng & Powers 2014, JOSPT 44:785: self-selected 7.3 +- 3.6", &Form::trunk_lean_rad,
               Conversion::degrees),
    number_row("trunk_lateral_lean_deg", "form", "deg", 0.0, -5.0, 15.0,
               "lean of the trunk toward the standing leg at mid-stance of every step, beyond the usual slight lean",
               "convention; a compensation of weak hips: Hewett & Myer 2011, Exerc Sport Sci Rev 39:161",
               &Form::trunk_lateral_lean_rad, Conversion::degrees),
    number_row("step_width_m", "form", "m", 0.04, -0.05, 0.25,
               "distance between the line of the left and the line of the right foot; negative crosses over",
               "Fukuchi 2017: 0.041 at 2.5 and 0.030 at 3.5 m/s", &Form::step_width_m),
    sided(number_row("toe_out_deg", "form", "deg", 7.0, -15.0, 30.0,
                     "how far the foot points outward from the running direction; negative points inward", "convention",
                     &Form::toe_out_rad, Conversion::degrees)),
};

}  // namespace

std::span<const ParameterInfo> form_rows() { return rows; }

}  // namespace stridelab
