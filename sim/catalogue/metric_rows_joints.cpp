#include <algorithm>
#include <array>

#include "catalogue/metric_rows.h"

namespace stridelab {
namespace {

using enum MetricGroup;
using enum Reduction;

constexpr std::string_view energy = "Winter 2009 ch. 6; METHODS (54)";

constexpr std::array rows{
    Metric{.key = "knee_extension_moment_peak_nm_kg",
           .label = "knee extension",
           .group = joint_moments,
           .reduction = loaded_peak,
           .of = quantity("knee_extension_moment_nm"),
           .shown = Shown::first},
    Metric{.key = "knee_abduction_moment_peak_nm_kg",
           .label = "knee abduction",
           .group = joint_moments,
           .reduction = loaded_peak,
           .of = quantity("knee_abduction_moment_nm")},
    Metric{.key = "hip_abduction_moment_peak_nm_kg",
           .label = "hip abduction",
           .group = joint_moments,
           .reduction = loaded_peak,
           .of = quantity("hip_abduction_moment_nm"),
           .shown = Shown::first},
    Metric{.key = "hip_extension_moment_peak_nm_kg",
           .label = "hip extension",
           .group = joint_moments,
           .reduction = loaded_peak,
           .of = quantity("hip_extension_moment_nm"),
           .shown = Shown::first},
    Metric{.key = "hip_retraction_moment_peak_nm_kg",
           .label = "hip extension, pulling back",
           .group = joint_moments,
           .reduction = retraction_peak,
           .of = quantity("hip_extension_moment_nm")},
    Metric{.key = "ankle_plantarflexion_moment_peak_nm_kg",
           .label = "ankle plantarflexion",
           .group = joint_moments,
           .reduction = loaded_peak,
           .of = quantity("ankle_plantarflexion_moment_nm"),
           .shown = Shown::first},
    Metric{.key = "support_moment_peak_nm_kg",
           .label = "support moment",
           .group = joint_moments,
           .reduction = loaded_peak,
           .of = quantity("support_moment_nm")},
    Metric{.key = "knee_energy_absorbed_j_kg",
           .label = "energy the knee absorbs",
           .group = joint_moments,
           .reduction = absorbed,
           .of = quantity("knee_power_w"),
           .as = Presentation{"J/kg", 1.0, Normalisation::body_mass, 3},
           .sign = "absorbed positive"},
    Metric{.key = "leg_work_j_kg_m",
           .label = "work of the legs",
           .group = joint_moments,
           .reduction = leg_work,
           .as = Presentation{"J/kg/m"},
           .sign = "gives energy to the runner positive",
           .definition = "hip flexion, knee and ankle, moment x rate, both legs over one stride / mass / stride length "
                         "along the slope",
           .source = energy},
    Metric{.key = "joint_work_j_kg_m",
           .label = "work of all joints",
           .group = joint_moments,
           .reduction = joint_work,
           .as = Presentation{"J/kg/m"},
           .sign = "gives energy to the runner positive",
           .definition = "the same sum over every coordinate: legs in three planes, toes, trunk, arms",
           .source = energy},
};

static_assert(std::all_of(rows.begin(), rows.end(), is_complete));

}  // namespace

std::span<const Metric> joint_metrics() { return rows; }

}  // namespace stridelab
