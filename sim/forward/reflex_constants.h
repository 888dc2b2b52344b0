#pragma once

#include "runner/coordinates.h"

namespace stridelab {

/// What the reflexes have besides gains: models/gait/reflex_constants.toml, where each is defined. Forces, moments and
/// stiffnesses for the reference mass.
struct ReflexConstants {
  struct Time {
    double load_filter_s, speed_filter_s, integral_leak_s, clock_filter_s;
  };
  struct Placement {
    double from_s, full_s, filter_s, decay_s;
  };
  struct Yield {
    double filter_s, leak_s;
  };
  struct Contact {
    double lands_above_n, leaves_below_n;  ///< of any runner
    double shortest_swing_s, most_error_strides, most_sum_strides;
  };
  struct Toes {
    double freedom, stop_stiffness;
  };
  struct GroundFit {
    double full_bw;      ///< planned force from which on the foot is fitted in full
    double smoothing_s;  ///< half width of the raised cosine over the rise
    double rate_share;   ///< of the rise's own rate that the damping of the joints follows
  };
  struct Most {
    double force_n, vertical_force_n, moment_nm, speed_integral_m, reach_rad, spread_rad;
  };
  struct Learning {
    double rate, leak;  ///< per stride
    double smoothing_strides;
    double most_share;  ///< of the joint's strength
    double calm_rad, trust_loss_s, trust_gain_s;
  };
  double reference_mass_kg;
  Time time;
  double full_load_n;
  Placement placement;
  Yield yield;
  Contact contact;
  Toes toes;
  GroundFit ground_fit;
  Most most;
  Learning learning;
  double damping_ratio;
  CoordinateVector stiffness_nm_rad;  ///< 0 for the pelvis
};

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const ReflexConstants& reflex_constants();

}  // namespace stridelab
