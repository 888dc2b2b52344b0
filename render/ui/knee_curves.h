#pragma once

#include <array>
#include <string_view>

#include "render/ui/plot.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// A curve that the knee panel can show.
struct KneeCurve {
  const char* curve;  ///< of curve_table()
  const char* title;  ///< with its unit, for a plot of 260 design pixels
  const char* unit;
  int decimals;
  bool stance_only = false;  ///< means nothing while the leg is in the air
};

/// All that can be chosen; kneecap force and pressure are the first two and always shown.
inline constexpr std::array knee_curves{
    KneeCurve{"pfj_force_bw", "Kneecap force, body weights", "BW", 2},
    KneeCurve{"pfj_stress_mpa", "Kneecap pressure, MPa", "MPa", 1},
    // A bent leg in the air has no meaningful angle in the front view.
    KneeCurve{"knee_valgus_fppa_deg", "Knee inward (valgus +), deg", "deg", 1, true},
    KneeCurve{"knee_flexion_deg", "Knee bend, deg", "deg", 1},
    KneeCurve{"knee_extension_moment_nm_kg", "Knee moment, Nm/kg", "Nm/kg", 2},
    KneeCurve{"vgrf_bw", "Ground force, upward, BW", "BW", 2},
    KneeCurve{"apgrf_bw", "Ground force, forward, BW", "BW", 2},
    KneeCurve{"hip_adduction_deg", "Hip adduction, deg", "deg", 1},
    KneeCurve{"pelvic_list_deg", "Pelvis, drop negative, deg", "deg", 1},
    KneeCurve{"hip_internal_rotation_deg", "Hip, turned inward, deg", "deg", 1},
    KneeCurve{"knee_abduction_deg", "Knee, knock-kneed, deg", "deg", 1},
    KneeCurve{"rearfoot_eversion_deg", "Heel, rolled inward, deg", "deg", 1},
    KneeCurve{"hip_flexion_deg", "Hip bend, deg", "deg", 1},
    KneeCurve{"ankle_dorsiflexion_deg", "Ankle, toes up positive, deg", "deg", 1},
    KneeCurve{"hip_abduction_moment_nm_kg", "Hip moment, outward, Nm/kg", "Nm/kg", 2},
    KneeCurve{"hip_extension_moment_nm_kg", "Hip moment, backward, Nm/kg", "Nm/kg", 2},
    KneeCurve{"ankle_plantarflexion_moment_nm_kg", "Ankle moment, Nm/kg", "Nm/kg", 2},
    KneeCurve{"quadriceps_force_bw", "Quadriceps force, BW", "BW", 2},
    KneeCurve{"achilles_force_bw", "Achilles tendon force, BW", "BW", 2},
    KneeCurve{"itb_strain_percent", "Outer thigh band, stretch, %", "%", 2},
    KneeCurve{"hamstrings_force_bw", "Hamstrings force, BW", "BW", 2},
    KneeCurve{"gluteus_medius_force_bw", "Gluteus medius force, BW", "BW", 2},
    KneeCurve{"tibiofemoral_force_bw", "Knee joint force, BW", "BW", 2}};

/// The row of a curve; the first one for a name that cannot be chosen.
const KneeCurve& knee_curve(std::string_view curve);

/// That curve of A, B and the last strides of the live run, with the band of real runners; needs model.b(). Pins,
/// name, title and marks are the panel's.
Plot plot_of(const KneeCurve& row, const ViewModel& model);

}  // namespace stridelab::view
