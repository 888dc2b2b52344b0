#pragma once

#include "gait/footing.h"
#include "loads/load_models.h"

namespace stridelab {

/// A raised cosine: the force of a mass that is brought to rest.
///
/// unit    s, Ns, N
/// sign    upward positive
/// source  Clark, Ryan & Weyand 2017, J Exp Biol 220:247; METHODS (19)
struct ImpactPulse {
  double half_duration_s = 0.0;  ///< contact to the peak of the pulse
  double impulse_ns = 0.0;

  /// J / (2 dt) (1 + cos(pi (t - dt) / dt)) for 0 < t < 2 dt, else 0.
  [[nodiscard]] double force_n(double time_since_contact_s) const;
};

/// How the synthesised vertical force ("plan") becomes the force a plate under one runner would show.
///
/// The plan follows the mean curve of many runners, which contains the landing transient smeared by the averaging.
/// The smear is exchanged for the runner's own transient; the plan is scaled so that the impulse of the step, and with
/// it the mean force, stays what Newton demands:
///
///   total(t) = plan(t) (1 - c (J - J_ref) / J_plan) + c (F(t; J, dt) - F(t; J_ref, dt_ref)),  c = 1
///
/// A share c below 1 keeps the ground from pulling where the plan is tiny; the impulse holds for any c.
///
/// unit    N
/// sign    upward positive
/// valid   the superposition shows what the foot's own stop adds; it does not feed the joint moments
struct ImpactCorrection {
  ImpactPulse own;             ///< F(t; J, dt)
  ImpactPulse smear;           ///< F(t; J_ref, dt_ref)
  double plan_impulse_ns = 0;  ///< J_plan, over one contact
  double share = 1.0;          ///< c

  /// Total vertical force at a time after contact (50 N), given the plan's force at that time.
  [[nodiscard]] double total_n(double plan_n, double time_since_contact_s) const;

  /// Reduces the share until the total does not pull on the ground at this instant. A plan that pulls by itself is
  /// not the correction's fault and left alone.
  void keep_pushing(double plan_n, double time_since_contact_s);

 private:
  [[nodiscard]] double change_n(double plan_n, double time_since_contact_s) const;
};

/// Blend of rearfoot and forefoot landing for a strike angle (heel first positive).
ImpactStyle impact_style(const ImpactModel& model, const ImpactModel::Styles& styles, double foot_strike_rad);

/// Factor of the effective mass for a knee flexion at contact; 1 at the model's easy run, larger for a straighter leg.
double knee_mass_factor(const ImpactModel& model, double knee_flexion_rad);

/// Descent speed of the reference runners' ankle at a running speed, m/s, a straight line in ln(speed).
double smear_descent_speed_m_s(const ImpactModel& model, double speed_m_s);

/// What shoe and ground under the heel change: on softer ones the landing takes longer, and because people meet them with
/// a stiffer leg, more of the body is stopped. Exactly 1 and 1 for the usual pair.
///
/// source  models/loads/impact.toml (why the peak stays), models/shoes/maximalist.toml (a shoe with a habit of its own)
struct HeelFactors {
  double mass, time;
};
HeelFactors heel_factors(const ImpactModel& model, const Footing& footing);

/// What decides the size of the transient.
struct Landing {
  double mass_kg;
  double speed_m_s;            ///< of running
  double foot_strike_rad;      ///< sole to ground at contact, heel first positive
  double knee_flexion_rad;     ///< at contact
  double descent_speed_m_s;    ///< largest of the ankle centre just after contact, toward the surface positive
  double normal_gravity_m_s2;  ///< component of gravity into the surface
  double plan_impulse_ns;      ///< of the plan's vertical force over one contact
  Footing footing = {};        ///< shoe and surface against the usual ones
};

/// Correction for a landing: J = m_e m (dv / dt + g_n) 2 dt for the runner and, with the reference runners' numbers on
/// level ground, for the smear. A foot that does not descend has J = 0; a step without impulse has no correction.
/// errors  none (pure function)
ImpactCorrection impact_correction(const ImpactModel& model, const Landing& landing);

}  // namespace stridelab
