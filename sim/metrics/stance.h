#pragma once

#include "metrics/stride_record.h"

namespace stridelab {

/// An extremum over stance or swing, located between samples by the parabola through three of them, so that it is a smooth
/// function of the parameters.
struct StancePeak {
  double value;
  double phase;  ///< from the leg's touch-down in the plan
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
StancePeak stance_maximum(const LegRecord& leg, Channel channel);

/// Smallest value over stance, its ends included.
StancePeak stance_minimum(const LegRecord& leg, Channel channel);

/// Largest value over swing, from toe-off to the next contact, its ends included.
StancePeak swing_maximum(const LegRecord& leg, Channel channel);

/// Value of a channel at a phase, by the parabola through the three nearest samples.
double value_near(const LegRecord& leg, Channel channel, double phase);

/// Integral of f(channel) over stance, in the channel's unit times seconds, by the trapezoidal rule with exact ends.
double stance_integral(const LegRecord& leg, Channel channel, double period_s, double (*f)(double));

}  // namespace stridelab
