#include <algorithm>
#include <array>

#include "catalogue/metric_rows.h"

namespace stridelab {
namespace {

using enum MetricGroup;
using enum Reduction;

constexpr std::array rows{
    Metric{.key = "knee_flexion_contact_deg",
           .label = "knee flexion at contact",
           .group = posture,
           .reduction = at_contact,
           .of = quantity("knee_flexion_rad"),
           .shown = Shown::first},
    Metric{.key = "knee_flexion_peak_deg",
           .label = "knee flexion, peak",
           .group = posture,
           .reduction = stance_peak,
           .of = quantity("knee_flexion_rad"),
           .shown = Shown::first},
    Metric{.key = "hip_flexion_contact_deg",
           .label = "hip flexion at contact",
           .group = posture,
           .reduction = at_contact,
           .of = quantity("hip_flexion_rad")},
    Metric{.key = "hip_adduction_peak_deg",
           .label = "hip adduction, peak",
           .group = posture,
           .reduction = stance_peak,
           .of = quantity("hip_adduction_rad"),
           .shown = Shown::first},
    Metric{.key = "hip_internal_rotation_peak_deg",
           .label = "hip internal rotation, peak",
           .group = posture,
           .reduction = stance_peak,
           .of = quantity("hip_internal_rotation_rad")},
    Metric{.key = "pelvic_drop_peak_deg",
           .label = "pelvic drop, peak",
           .group = posture,
           .reduction = stance_drop,
           .of = quantity("pelvic_list_rad"),
           .shown = Shown::first,
           .sign = "drop of the other side positive"},
    Metric{.key = "knee_valgus_fppa_at_peak_flexion_deg",
           .label = "knee valgus, front, deepest knee",
           .group = posture,
           .reduction = at_peak_of,
           .of = quantity("fppa_rad"),
           .at_peak = quantity("knee_flexion_rad"),
           .shown = Shown::first},
    Metric{.key = "knee_valgus_fppa_excursion_deg",
           .label = "knee valgus, front, from contact",
           .group = posture,
           .reduction = rise_to_peak_of,
           .of = quantity("fppa_rad"),
           .at_peak = quantity("knee_flexion_rad"),
           .shown = Shown::first,
           .sign = "inward positive"},
    Metric{.key = "knee_valgus_fppa_peak_deg",
           .label = "knee valgus from the front, peak",
           .group = posture,
           .reduction = stance_peak,
           .of = quantity("fppa_rad")},
    Metric{.key = "knee_abduction_peak_deg",
           .label = "knock-knee angle, peak",
           .group = posture,
           .reduction = stance_peak,
           .of = quantity("knee_abduction_rad")},
    Metric{.key = "ankle_dorsiflexion_peak_deg",
           .label = "ankle dorsiflexion, peak",
           .group = posture,
           .reduction = stance_peak,
           .of = quantity("ankle_dorsiflexion_rad")},
    Metric{.key = "rearfoot_eversion_peak_deg",
           .label = "rearfoot eversion, peak",
           .group = posture,
           .reduction = stance_peak,
           .of = quantity("rearfoot_eversion_rad")},
    Metric{.key = "trunk_lean_lateral_peak_deg",
           .label = "trunk lean to the side, peak",
           .group = posture,
           .reduction = stance_peak,
           .of = quantity("trunk_lean_lateral_rad")},
    Metric{.key = "shank_angle_contact_deg",
           .label = "shank angle at contact",
           .group = posture,
           .reduction = at_contact,
           .of = quantity("shank_angle_rad")},
    Metric{.key = "foot_ahead_of_com_m",
           .label = "foot ahead of the body",
           .group = posture,
           .reduction = at_contact,
           .of = quantity("foot_ahead_of_com_m"),
           .shown = Shown::first},
};

static_assert(std::all_of(rows.begin(), rows.end(), is_complete));

}  // namespace

std::span<const Metric> posture_metrics() { return rows; }

}  // namespace stridelab
