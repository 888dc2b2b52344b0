#include "metrics/stance.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace stridelab {
namespace {

constexpr double step = 1.0 / record_samples;

/// Samples strictly between two phases.
int first_after(double phase) { return static_cast<int>(std::floor(phase / step)) + 1; }
int last_before(double phase) { return static_cast<int>(std::ceil(phase / step)) - 1; }
int first_inside(const LegRecord& leg) { return first_after(leg.contact_phase); }
int last_inside(const LegRecord& leg) { return last_before(leg.toe_off_phase); }

/// Quadratic interpolation in a periodic grid of values.
template <typename Get>
double interpolate(Get get, double phase) {
  const double position = phase / step;
  const int middle = static_cast<int>(std::lround(position));
  const double u = position - middle;
  return parabola_value(get(middle - 1), get(middle), get(middle + 1), u);
}

struct End {
  double value;
  double phase;
};

/// Largest value of sign x quantity between two phases; all named extrema are this function.
StancePeak signed_maximum(const LegRecord& leg, QuantityIndex of, double sign, const End& from, const End& to) {
  StancePeak best{sign * from.value, from.phase, false};
  double least = best.value;
  if (sign * to.value > best.value) best = {sign * to.value, to.phase, false};
  least = std::min(least, sign * to.value);
  std::optional<int> peak;
  for (int i = first_after(from.phase); i <= last_before(to.phase); ++i) {
    const double value = sign * leg.at(of, i);
    least = std::min(least, value);
    if (value <= best.value) continue;
    best = {value, i * step, false};
    peak = i;
  }
  const double before = peak ? sign * leg.at(of, *peak - 1) : 0.0;
  const double after = peak ? sign * leg.at(of, *peak + 1) : 0.0;
  if (!peak || before > best.value || after > best.value)
    return {sign * best.value, best.phase, least < best.value};  // a constant has no peak and no edge
  const Vertex vertex = parabola_vertex(before, best.value, after);
  return {sign * vertex.value, (*peak + vertex.offset) * step, false};
}

End contact(const LegRecord& leg, QuantityIndex of) { return {leg.at_contact[of], leg.contact_phase}; }
End toe_off(const LegRecord& leg, QuantityIndex of) { return {leg.at_toe_off[of], leg.toe_off_phase}; }
End next_contact(const LegRecord& leg, QuantityIndex of) { return {leg.at_contact[of], leg.contact_phase + 1.0}; }
End inside(const LegRecord& leg, QuantityIndex of, double phase) { return {value_near(leg, of, phase), phase}; }

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

StancePeak stance_maximum(const LegRecord& leg, QuantityIndex of) {
  return signed_maximum(leg, of, 1.0, contact(leg, of), toe_off(leg, of));
}

StancePeak stance_minimum(const LegRecord& leg, QuantityIndex of) {
  return signed_maximum(leg, of, -1.0, contact(leg, of), toe_off(leg, of));
}

StancePeak loaded_maximum(const LegRecord& leg, QuantityIndex of) {
  const double from = leg.contact_phase + retraction_until_stance * leg.stance_phase();
  return signed_maximum(leg, of, 1.0, inside(leg, of, from), toe_off(leg, of));
}

StancePeak retraction_maximum(const LegRecord& leg, QuantityIndex of) {
  const double next = leg.contact_phase + 1.0;
  const double from = leg.toe_off_phase + retraction_from_swing * (next - leg.toe_off_phase);
  const double to = next + retraction_until_stance * leg.stance_phase();
  return signed_maximum(leg, of, 1.0, inside(leg, of, from), inside(leg, of, to));
}

StancePeak swing_maximum(const LegRecord& leg, QuantityIndex of) {
  return signed_maximum(leg, of, 1.0, toe_off(leg, of), next_contact(leg, of));
}

double value_near(const LegRecord& leg, QuantityIndex of, double phase) {
  return interpolate([&](int i) { return leg.at(of, i); }, phase);
}

double stance_integral(const LegRecord& leg, QuantityIndex of, double period_s, double (*f)(double)) {
  double phase = leg.contact_phase;
  double value = f(leg.at_contact[of]);
  double sum = 0.0;
  const auto add = [&](double next_phase, double next_value) {
    sum += 0.5 * (value + next_value) * (next_phase - phase);
    phase = next_phase;
    value = next_value;
  };
  for (int i = first_inside(leg); i <= last_inside(leg); ++i) add(i * step, f(leg.at(of, i)));
  add(leg.toe_off_phase, f(leg.at_toe_off[of]));
  return sum * period_s;
}

}  // namespace stridelab
