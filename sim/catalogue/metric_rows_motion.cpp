#include <algorithm>
#include <array>

#include "catalogue/metric_rows.h"

namespace stridelab {
namespace {

using enum MetricGroup;
using enum Reduction;

constexpr std::array motion_rows{
    Metric{.key = "speed_m_s",
           .label = "speed",
           .group = motion,
           .reduction = speed,
           .as = Presentation{"m/s"},
           .sign = "forward positive",
           .definition = "stride_length_m x cadence_spm / 120",
           .source = "input"},
    Metric{.key = "cadence_spm",
           .label = "cadence",
           .group = motion,
           .reduction = cadence,
           .shown = Shown::first,
           .as = Presentation{.unit = "steps/min", .decimals = 1},
           .definition = "120 / stride time",
           .source = "input"},
    Metric{.key = "stride_length_m",
           .label = "stride length",
           .group = motion,
           .reduction = stride_length,
           .shown = Shown::first,
           .as = Presentation{.unit = "m", .decimals = 3},
           .definition = "speed x stride time",
           .source = "input"},
    Metric{.key = "step_length_m",
           .label = "step length",
           .group = motion,
           .reduction = step_length,
           .as = Presentation{.unit = "m", .decimals = 3},
           .definition = "stride_length_m / 2",
           .source = "input"},
    Metric{.key = "contact_time_ms",
           .label = "contact time",
           .group = motion,
           .reduction = contact_time,
           .shown = Shown::first,
           .as = Presentation{.unit = "ms", .decimals = 0},
           .definition = "vertical force above 50 N",
           .source = quantity_rows::kinematics},
    Metric{.key = "flight_time_ms",
           .label = "flight time",
           .group = motion,
           .reduction = flight_time,
           .as = Presentation{.unit = "ms", .decimals = 0},
           .definition = "step time - contact time",
           .source = quantity_rows::kinematics},
    Metric{.key = "duty_factor",
           .label = "duty factor",
           .group = motion,
           .reduction = duty_factor,
           .as = Presentation{.unit = "1", .decimals = 3},
           .definition = "contact time / stride time",
           .source = quantity_rows::kinematics},
    Metric{.key = "vertical_oscillation_cm",
           .label = "vertical oscillation",
           .group = motion,
           .reduction = vertical_oscillation,
           .shown = Shown::first,
           .as = Presentation{.unit = "cm", .decimals = 1},
           .definition = "maximum - minimum over the stride, normal to the surface",
           .source = quantity_rows::kinematics},
};

constexpr std::array quality_rows{
    Metric{.key = "residual_force_peak_percent_bw",
           .label = "unexplained force",
           .group = quality,
           .reduction = residual_force,
           .as = Presentation{"% BW"},
           .definition = "largest |m (a - g) - ground force| between two events, a by differences of the centre of "
                         "mass; floor 0.06; in a forward run the force that helps to hold the runner",
           .source = "METHODS (gait)"},
    Metric{.key = "residual_moment_peak_percent_bw_height",
           .label = "unexplained moment",
           .group = quality,
           .reduction = residual_moment,
           .as = Presentation{"% BW height"},
           .definition = "largest magnitude in flight, about the centre of mass; in a forward run the moment that "
                         "helps to hold the runner",
           .source = "METHODS (gait)"},
    Metric{.key = "solve_time_ms",
           .label = "solve time",
           .group = quality,
           .reduction = solve_time,
           .as = Presentation{.unit = "ms", .decimals = 1},
           .definition = "wall clock of the synthesis; the one number that differs between repeats",
           .source = "clock"},
};

static_assert(std::all_of(motion_rows.begin(), motion_rows.end(), is_complete));
static_assert(std::all_of(quality_rows.begin(), quality_rows.end(), is_complete));

}  // namespace

std::span<const Metric> motion_metrics() { return motion_rows; }
std::span<const Metric> quality_metrics() { return quality_rows; }

}  // namespace stridelab
