#pragma once

#include "loads/load_models.h"

namespace stridelab {

/// The transient of landing: a raised cosine added to the synthesised vertical force, which is scaled down so that
/// the impulse of the whole step, and with it the mean force, stays what Newton demands.
///
/// unit    s, N, dimensionless
/// sign    upward positive
/// valid   0 <= t; the superposition is a display of what the foot's own stop adds, it does not feed joint moments
/// source  Clark, Ryan & Weyand 2017, J Exp Biol 220:247; METHODS (loads)
struct ImpactTransient {
  double half_duration_s = 0.0;  ///< contact to the peak of the transient
  double peak_n = 0.0;           ///< of the transient alone
  double active_scale = 1.0;     ///< what the active curve is multiplied with

  /// Force of the transient at a time after touch-down; 0 before it and after twice the half duration.
  [[nodiscard]] double force_n(double time_since_contact_s) const;

  /// Impulse of the transient, Ns.
  [[nodiscard]] double impulse_ns() const;
};

/// Blend of rearfoot and forefoot landing for a strike angle (heel first positive).
ImpactStyle impact_style(const ImpactModel& model, double foot_strike_rad);

/// What decides the size of the transient.
struct Landing {
  double mass_kg;
  double foot_strike_rad;      ///< sole to ground at contact, heel first positive
  double descent_speed_m_s;    ///< of the ankle centre at touch-down, toward the surface positive
  double normal_gravity_m_s2;  ///< component of gravity into the surface
  double active_impulse_ns;    ///< of the active vertical force over the contact
};

/// Transient of a landing: J1 = m_e (dv/dt + g) 2 dt and active x (1 - J1 / J).
/// A foot that does not descend (dv <= 0) and a stride without impulse have no transient.
/// errors  none (pure function)
ImpactTransient impact_transient(const ImpactModel& model, const Landing& landing);

}  // namespace stridelab
