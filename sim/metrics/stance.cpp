#include "metrics/stance.h"

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

constexpr double step = 1.0 / record_samples;

int first_inside(const LegRecord& leg) { return static_cast<int>(std::floor(leg.contact_phase / step)) + 1; }
int last_inside(const LegRecord& leg) { return static_cast<int>(std::ceil(leg.toe_off_phase / step)) - 1; }

/// Quadratic interpolation in a periodic grid of values.
template <typename Get>
double interpolate(Get get, double phase) {
  const double position = phase / step;
  const int middle = static_cast<int>(std::lround(position));
  const double u = position - middle;
  return parabola_value(get(middle - 1), get(middle), get(middle + 1), u);
}

/// Largest value of sign x channel; both named extrema are this function.
StancePeak signed_maximum(const LegRecord& leg, Channel channel, double sign) {
  StancePeak best{sign * leg.at_contact[channel], leg.contact_phase};
  if (sign * leg.at_toe_off[channel] > best.value) best = {sign * leg.at_toe_off[channel], leg.toe_off_phase};
  int peak = -1;
  for (int i = first_inside(leg); i <= last_inside(leg); ++i) {
    if (sign * leg.at(channel, i) <= best.value) continue;
    best = {sign * leg.at(channel, i), i * step};
    peak = i;
  }
  if (peak < 0) return {sign * best.value, best.phase};
  const double before = sign * leg.at(channel, peak - 1);
  const double after = sign * leg.at(channel, peak + 1);
  if (before > best.value || after > best.value) return {sign * best.value, best.phase};
  const Vertex vertex = parabola_vertex(before, best.value, after);
  return {sign * vertex.value, (peak + vertex.offset) * step};
}

}  // namespace

Vertex parabola_vertex(double before, double middle, double after) {
  const double curvature = before - 2.0 * middle + after;
  if (curvature == 0.0) return {0.0, middle};
  const double offset = 0.5 * (before - after) / curvature;
  return {offset, middle - 0.25 * (before - after) * offset};
}

double parabola_value(double before, double middle, double after, double offset) {
  return middle + 0.5 * offset * (after - before) + 0.5 * offset * offset * (after - 2.0 * middle + before);
}

StancePeak stance_maximum(const LegRecord& leg, Channel channel) { return signed_maximum(leg, channel, 1.0); }
StancePeak stance_minimum(const LegRecord& leg, Channel channel) { return signed_maximum(leg, channel, -1.0); }

double value_near(const LegRecord& leg, Channel channel, double phase) {
  return interpolate([&](int i) { return leg.at(channel, i); }, phase);
}

double stance_integral(const LegRecord& leg, Channel channel, double period_s, double (*f)(double)) {
  double phase = leg.contact_phase;
  double value = f(leg.at_contact[channel]);
  double sum = 0.0;
  const auto add = [&](double next_phase, double next_value) {
    sum += 0.5 * (value + next_value) * (next_phase - phase);
    phase = next_phase;
    value = next_value;
  };
  for (int i = first_inside(leg); i <= last_inside(leg); ++i) add(i * step, f(leg.at(channel, i)));
  add(leg.toe_off_phase, f(leg.at_toe_off[channel]));
  return sum * period_s;
}

}  // namespace stridelab
