#pragma once

#include <array>

namespace stridelab {

/// Regions of the sole that press on the ground.
enum class SoleRegion : int { heel, ball, toe };
inline constexpr int n_sole_regions = 3;

/// What one foot and the ground do to each other: shoe, soft tissue and surface in series, ready for the contact law.
///
///   normal    f = k d (1 + c dd/dt), never negative (no adhesion), d the compression
///   friction  mu f against the sliding velocity, smooth below `creep_speed_m_s`
///
/// source  Hunt & Crossley 1975, J Appl Mech 42:440 (damping by depth); linear in d as measured midsoles nearly are
struct ContactModel {
  std::array<double, n_sole_regions> stiffness_n_m{60e3, 60e3, 60e3};  ///< of a whole region (all its points)
  std::array<double, n_sole_regions> damping_s_m{0.8, 0.8, 0.8};       ///< c
  double friction = 0.9;
  double creep_speed_m_s = 0.02;
  bool operator==(const ContactModel&) const = default;
};

}  // namespace stridelab
