#pragma once

#include "metrics/stride_record.h"

namespace stridelab {

/// An extremum over stance or swing, located between samples by the parabola through three of them, so that it is a smooth
/// function of the parameters.
struct StancePeak {
  double value;
  double phase;          ///< from the leg's touch-down in the plan
  bool at_edge = false;  ///< the largest value stands at an end of the window: it goes on growing outside
};

/// Vertex of the parabola through three equidistant samples: offset in samples from the middle one, and value.
/// The middle sample is returned as it is when the three lie on a line.
struct Vertex {
  double offset;
  double value;
};
Vertex parabola_vertex(double before, double middle, double after);

/// Value of that parabola, the offset in samples from the middle one.
double parabola_value(double before, double middle, double after, double offset);

/// Largest value over stance, its ends included.
StancePeak stance_maximum(const LegRecord& leg, QuantityIndex of);

/// Smallest value over stance, its ends included.
StancePeak stance_minimum(const LegRecord& leg, QuantityIndex of);

/// Share of contact before which the leg that just landed is still being stopped: what happens there is the end of swing.
inline constexpr double retraction_until_stance = 0.10;
/// Share of swing from which on the leg is pulled back for the landing.
inline constexpr double retraction_from_swing = 0.90;

/// Largest value from 10 % of contact to toe-off, ends included: while the leg carries.
StancePeak loaded_maximum(const LegRecord& leg, QuantityIndex of);

/// Largest value from 90 % of swing to 10 % of the contact that follows, ends included: while the leg is pulled back and
/// stopped.
StancePeak retraction_maximum(const LegRecord& leg, QuantityIndex of);

/// Largest value over swing, from toe-off to the next contact, its ends included.
StancePeak swing_maximum(const LegRecord& leg, QuantityIndex of);

/// Value of a quantity at a phase, by the parabola through the three nearest samples.
double value_near(const LegRecord& leg, QuantityIndex of, double phase);

/// Integral of f(quantity) over stance, in the quantity's unit times seconds, by the trapezoidal rule with exact ends.
double stance_integral(const LegRecord& leg, QuantityIndex of, double period_s, double (*f)(double));

}  // namespace stridelab
