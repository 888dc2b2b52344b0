#pragma once

namespace stridelab {

/// How people usually run, beyond the measured curves: models/gait/normative_laws.toml, where each is defined.
struct NormativeLaws {
  struct ContactTime {
    double seconds, speed_exponent, cadence_exponent;
  };
  struct Flight {
    double bends_from_duty, bends_by_duty;
  };
  struct Load {
    double share, cadence_exponent;
  };
  struct SlopeHabit {
    double cadence_per_rad;  ///< share of the preferred cadence
    double strike_deg_per_deg;
  };
  struct Women {
    double hip_adduction_rad, hip_rotation_rad;  ///< more than men's
  };
  struct Usual {
    double trunk_lean_rad, pelvis_share_of_lean, step_width_m, toe_out_rad;
  };
  struct UpperBody {
    double lumbar_rotation_rad, arm_mean_deg, arm_swing_deg;
  };
  struct Rearfoot {
    double swing_inversion_rad;
    double landing_inversion_rad;            ///< to the ground
    double rolls_in_from_s, flat_at_s;       ///< after contact
    double toe_break_rad, oblique_rise_rad;  ///< of the line of metatarsal heads; heel rise about it
    double arch_change_rad;
    double comes_over_stride;  ///< share of the stride before contact
  };
  struct Toes {
    double push_from, push_over;  ///< shares of stance
    double back_over_stride;      ///< share of the stride
  };
  struct WeakRotation {
    double turn_rad, bends;
  };
  double slowest_force_m_s, fastest_force_m_s;  ///< speeds between which the vertical force shape follows the speed
  ContactTime contact_time;
  Flight flight;
  Load load;
  double knee_zero_rad, ankle_zero_rad;
  SlopeHabit slope_habit;
  Women women;
  Usual usual;
  UpperBody upper_body;
  Rearfoot rearfoot;
  double arch_support_share;
  Toes toes;
  WeakRotation weak_rotation;
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const NormativeLaws& normative_laws();

}  // namespace stridelab
