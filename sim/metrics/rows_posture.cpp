#include "metrics/metric_rows.h"

namespace stridelab {

using enum MetricGroup;
using namespace row_source;

std::vector<MetricRow> posture_rows() {
  return {
      {"knee_flexion_contact_deg", "knee flexion at contact", "deg", posture, true, 1, "knee bend at landing",
       "flexion positive", "at 50 N", kinematics, Shown::first, Confidence::size, Zero::convention},
      {"knee_flexion_peak_deg", "knee flexion, peak", "deg", posture, true, 1, "deepest knee bend on the ground",
       "flexion positive", "maximum over stance", kinematics, Shown::first, Confidence::size, Zero::convention},
      {"hip_flexion_contact_deg", "hip flexion at contact", "deg", posture, true, 1, "hip bend at landing",
       "flexion positive", "at 50 N, OpenSim's pelvis zero", kinematics, Shown::all, Confidence::size,
       Zero::convention},
      {"hip_adduction_peak_deg", "hip adduction, peak", "deg", posture, true, 1,
       "how far the thigh leans inward under the pelvis", "adduction positive", "maximum over stance", kinematics,
       Shown::first, Confidence::size, Zero::convention},
      {"hip_internal_rotation_peak_deg", "hip internal rotation, peak", "deg", posture, true, 1,
       "how far the thigh turns inward", "internal rotation positive", "maximum over stance", kinematics, Shown::all,
       Confidence::size, Zero::convention},
      {"pelvic_drop_peak_deg", "pelvic drop, peak", "deg", posture, true, 1,
       "how far the pelvis sinks on the swing side", "drop of the other side positive",
       "-minimum over stance of pelvic list", kinematics, Shown::first, Confidence::size, Zero::convention},
      {"knee_valgus_fppa_at_peak_flexion_deg", "knee valgus, front, deepest knee", "deg", posture, true, 1,
       "how far the knee leans inward seen from the front, where it bends most under load",
       "valgus (knee inward) positive",
       "180 deg - hip-knee-ankle angle of the joint centres in the frontal plane, at peak stance knee flexion",
       kinematics, Shown::first, Confidence::size, Zero::convention},
      {"knee_valgus_fppa_excursion_deg", "knee valgus, front, from contact", "deg", posture, true, 1,
       "how far the knee moves inward from landing to its deepest bend", "inward positive",
       "knee_valgus_fppa_at_peak_flexion_deg - the same angle at 50 N", kinematics, Shown::first},
      {"knee_valgus_fppa_peak_deg", "knee valgus from the front, peak", "deg", posture, true, 1,
       "largest lean inward seen from the front; at contact or toe-off in most runners, so not loaded",
       "valgus (knee inward) positive",
       "maximum over stance of 180 deg - hip-knee-ankle angle of the joint centres in the frontal plane", kinematics,
       Shown::all, Confidence::size, Zero::convention},
      {"knee_abduction_peak_deg", "knock-knee angle, peak", "deg", posture, true, 1,
       "how far the shank bends outward under the thigh", "valgus positive",
       "maximum over stance of static alignment + a judged share of hip adduction beyond the usual; the model "
       "has "
       "no such joint",
       "METHODS (loads)", Shown::all, Confidence::direction, Zero::convention},
      {"ankle_dorsiflexion_peak_deg", "ankle dorsiflexion, peak", "deg", posture, true, 1,
       "deepest ankle bend on the ground", "dorsiflexion positive", "maximum over stance", kinematics, Shown::all,
       Confidence::size, Zero::convention},
      {"rearfoot_eversion_peak_deg", "rearfoot eversion, peak", "deg", posture, true, 1,
       "how far the heel rolls inward", "eversion positive",
       "maximum over stance of the rotation about the subtalar axis", kinematics, Shown::all, Confidence::size,
       Zero::convention},
      {"trunk_lean_lateral_peak_deg", "trunk lean to the side, peak", "deg", posture, true, 1,
       "how far the trunk leans over the standing leg", "toward the stance side positive",
       "maximum over stance, trunk axis to the gravity vertical", kinematics},
      {"shank_angle_contact_deg", "shank angle at contact", "deg", posture, true, 1,
       "how far the shank points forward at landing", "ankle ahead of knee positive",
       "at 50 N, to the normal of the surface", kinematics},
      {"foot_ahead_of_com_m", "foot ahead of the body", "m", posture, true, 3,
       "how far ahead of the body the foot lands", "foot ahead positive",
       "ankle centre to centre of mass at 50 N, along the ground", kinematics, Shown::first},
  };
}

}  // namespace stridelab
