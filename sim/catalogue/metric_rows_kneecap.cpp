#include <algorithm>
#include <array>

#include "catalogue/metric_rows.h"

namespace stridelab {
namespace {

using enum MetricGroup;
using enum Reduction;

constexpr std::array rows{
    Metric{.key = "pfj_force_peak_bw",
           .label = "peak kneecap force",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("pfj_force_n"),
           .shown = Shown::first},
    Metric{.key = "pfj_force_net_at_peak_bw",
           .label = "of it for the knee moment alone",
           .group = kneecap,
           .reduction = at_peak_of,
           .of = quantity("pfj_net_force_n"),
           .at_peak = quantity("pfj_force_n")},
    Metric{.key = "pfj_force_net_peak_bw",
           .label = "kneecap force, moment alone",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("pfj_net_force_n")},
    Metric{.key = "pfj_force_willson_peak_bw",
           .label = "kneecap force, co-contraction",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("pfj_willson_force_n")},
    Metric{.key = "pfj_force_static_opt_peak_bw",
           .label = "peak kneecap force, muscle model",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("pfj_static_opt_force_n"),
           .shown = Shown::first},
    Metric{.key = "pfj_stress_peak_mpa",
           .label = "peak kneecap pressure",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("pfj_stress_mpa"),
           .shown = Shown::first},
    Metric{.key = "pfj_lateral_stress_peak_mpa",
           .label = "pressure, outer side of it",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("pfj_lateral_stress_mpa"),
           .shown = Shown::first},
    Metric{.key = "pfj_medial_stress_peak_mpa",
           .label = "pressure, inner side of it",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("pfj_medial_stress_mpa")},
    Metric{.key = "pfj_lateral_force_peak_bw",
           .label = "sideways pull on the kneecap",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("pfj_lateral_force_n")},
    Metric{.key = "pfj_force_impulse_bw_s",
           .label = "kneecap force x time, per step",
           .group = kneecap,
           .reduction = impulse,
           .of = quantity("pfj_force_n")},
    Metric{.key = "pfj_stress_impulse_mpa_s",
           .label = "kneecap pressure x time, per step",
           .group = kneecap,
           .reduction = impulse,
           .of = quantity("pfj_stress_mpa")},
    Metric{.key = "pfj_force_impulse_per_km_bw_s",
           .label = "kneecap force x time, per km",
           .group = kneecap,
           .reduction = impulse_per_km,
           .of = quantity("pfj_force_n"),
           .shown = Shown::first},
    Metric{.key = "pfj_stress_impulse_per_km_mpa_s",
           .label = "kneecap pressure x time, per km",
           .group = kneecap,
           .reduction = impulse_per_km,
           .of = quantity("pfj_stress_mpa")},
    Metric{.key = "pfj_contact_area_at_peak_mm2",
           .label = "contact area at the peak",
           .group = kneecap,
           .reduction = at_peak_of,
           .of = quantity("pfj_contact_area_mm2"),
           .at_peak = quantity("pfj_force_n")},
    Metric{.key = "pfj_contact_band_at_peak_percent",
           .label = "contact height on the kneecap",
           .group = kneecap,
           .reduction = at_peak_of,
           .of = quantity("contact_band"),
           .at_peak = quantity("pfj_force_n")},
    Metric{.key = "quadriceps_force_peak_bw",
           .label = "peak quadriceps pull",
           .group = kneecap,
           .reduction = stance_peak,
           .of = quantity("quadriceps_force_n")},
};

static_assert(std::all_of(rows.begin(), rows.end(), is_complete));

}  // namespace

std::span<const Metric> kneecap_metrics() { return rows; }

}  // namespace stridelab
