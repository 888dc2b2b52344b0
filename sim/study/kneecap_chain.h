#pragma once

#include <vector>

#include "study/solved_form.h"

namespace stridelab {

/// What the kneecap force is made of at the instant of its peak, right leg:
///
///   force = ground force x its lever arm at the knee x (knee moment / moment of the ground force)
///           x (thigh's moment / knee moment) x (kneecap force per moment, bare knee) x (what is worn)
///
/// SI units, forces of the plan. The lever arm is that of the ground force about the knee's flexion axis, positive where
/// the force passes behind the knee and bends it. METHODS (15)-(18).
struct KneecapChain {
  double body_weight_n = 0.0;
  double ground_force_n = 0.0;   ///< size in the plane of the shank
  double lever_arm_m = 0.0;      ///< of the ground force at the knee
  double knee_moment_nm = 0.0;   ///< net internal, extension positive
  double thigh_moment_nm = 0.0;  ///< what the quadriceps supplies: with co-contraction
  double knee_flexion_rad = 0.0;
  double force_per_moment_1_m = 0.0;  ///< kneecap force / thigh moment by the geometry of the bent knee
  double worn_factor = 1.0;           ///< of the force, by tape, brace or sleeve
  double force_n = 0.0;
  double contact_area_mm2 = 0.0, stress_mpa = 0.0;
};

KneecapChain kneecap_chain(const SolvedForm& solved, const LoadModels& models);

/// A link of that chain and how much of the change it makes.
enum class ChainLink { ground_force, lever_arm, shank_inertia, co_contraction, bent_knee, worn };
struct LinkChange {
  ChainLink link;
  double log_ratio;  ///< ln(b / a); over all links they sum to that of the force in body weights
};

/// The links: those that go the way of the whole change first, each kind with its largest first. Empty where the ground
/// force does not bend the knee at the peak: then there is no such chain.
std::vector<LinkChange> link_changes(const KneecapChain& a, const KneecapChain& b);

}  // namespace stridelab
