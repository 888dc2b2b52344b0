#include <algorithm>
#include <array>

#include "catalogue/metric_rows.h"

namespace stridelab {
namespace {

using enum MetricGroup;
using enum Reduction;

constexpr std::string_view impact = "Clark, Ryan & Weyand 2017, J Exp Biol 220:247 (superposed)";

constexpr std::array rows{
    Metric{.key = "vgrf_peak_bw",
           .label = "peak vertical force",
           .group = ground,
           .reduction = stance_peak,
           .of = quantity("vertical_force_n"),
           .shown = Shown::first},
    Metric{.key = "impact_peak_bw",
           .label = "impact peak",
           .group = ground,
           .reduction = impact_peak,
           .as = Presentation{"BW"},
           .sign = "upward positive",
           .definition = "first local maximum before 25 % of stance, landing transient included (a forward run has its "
                         "own), 50 Hz zero-lag; missing if there is none",
           .source = impact},
    Metric{.key = "loading_rate_bw_s",
           .label = "loading rate",
           .group = ground,
           .reduction = loading_rate,
           .shown = Shown::first,
           .as = Presentation{.unit = "BW/s", .decimals = 1},
           .sign = "rising positive",
           .definition =
               "mean slope from 20 to 80 % of contact to impact peak (to 13 % of stance without one) of the same force",
           .source = impact},
    Metric{.key = "braking_peak_bw",
           .label = "peak braking",
           .group = ground,
           .reduction = stance_lowest,
           .of = quantity("fore_aft_force_n"),
           .shown = Shown::first,
           .sign = "forward positive, so negative"},
    Metric{.key = "propulsion_peak_bw",
           .label = "peak propulsion",
           .group = ground,
           .reduction = stance_peak,
           .of = quantity("fore_aft_force_n")},
    Metric{.key = "leg_stiffness_kn_m",
           .label = "leg stiffness",
           .group = ground,
           .reduction = leg_stiffness,
           .as = Presentation{.unit = "kN/m", .decimals = 1},
           .definition = "sine-wave spring-mass model from contact and flight time, leg length 0.53 x height",
           .source = "Morin 2005, J Appl Biomech 21:167"},
    Metric{.key = "ground_work_j",
           .label = "work of the ground",
           .group = ground,
           .reduction = ground_work,
           .as = Presentation{.unit = "J", .decimals = 1},
           .sign = "gives energy to the runner positive",
           .definition = "force x velocity over the ground of the part of the foot it acts on, both feet, one stride",
           .source = "Winter 2009 ch. 6; METHODS (54)"},
};

static_assert(std::all_of(rows.begin(), rows.end(), is_complete));

}  // namespace

std::span<const Metric> ground_metrics() { return rows; }

}  // namespace stridelab
