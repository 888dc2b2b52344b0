#pragma once

#include <optional>

#include "metrics/stride_record.h"

namespace stridelab {

/// An extremum over stance, located between samples by the parabola through three of them, so that it is a smooth
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

/// Largest value over stance, its ends included.
StancePeak stance_maximum(const LegRecord& leg, Channel channel);

/// Smallest value over stance, its ends included.
StancePeak stance_minimum(const LegRecord& leg, Channel channel);

/// Value of a channel at a phase, by the parabola through the three nearest samples.
double value_near(const LegRecord& leg, Channel channel, double phase);

/// Integral of f(channel) over stance, in the channel's unit times seconds, by the trapezoidal rule with exact ends.
double stance_integral(const LegRecord& leg, Channel channel, double period_s, double (*f)(double));

/// First local maximum of the vertical force before 25 % of stance; empty when there is none.
std::optional<StancePeak> impact_peak(const LegRecord& leg);

/// Mean slope of the 50 Hz vertical force from 20 to 80 % of the way from contact to the impact peak, or to 13 % of
/// stance where there is none. N/s, rising positive.
double loading_rate_n_s(const LegRecord& leg, double period_s);

}  // namespace stridelab
