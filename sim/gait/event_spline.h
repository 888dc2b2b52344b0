#pragma once

#include <array>
#include <vector>

namespace stridelab {

/// Quotient rounded down: which turn of the circle an index of a periodic sequence is on; b > 0.
constexpr int floor_divide(int a, int b) { return a >= 0 ? a / b : -((b - 1 - a) / b); }

/// Values of the basis functions that are not zero at one phase, with three derivatives with respect to phase.
struct BasisWindow {
  static constexpr int order = 6;
  int first;  ///< index of the first function; may be negative, the functions repeat with period half_count per half stride
  std::array<std::array<double, order>, 4> value;  ///< [derivative][function]
};

/// Periodic quintic B-splines in the phase of the stride, with knots tied to the events of running.
///
/// Knots lie at foot contact (0), toe-off (duty), the other foot's contact (1/2) and its toe-off, twice each, so that
/// the fourth derivative may jump there and no lower one: accelerations stay smooth where forces start and end. In between they are uniform.
/// The knot vector has period 1/2, so one leg's functions are the other's shifted by half_count(). METHODS (7). Where the
/// steps differ the halves alternate: its own from phase 0, the other's from 1/2. METHODS (65).
class EventSpline {
 public:
  /// duty factor in (0, 0.5); intervals per stance and per flight, at least 2.
  EventSpline(double duty, int stance_intervals, int flight_intervals)
      : EventSpline(duty, duty, stance_intervals, flight_intervals) {}
  /// The same for a stride whose second step has a duty factor of its own.
  EventSpline(double duty, double other_duty, int stance_intervals, int flight_intervals);

  [[nodiscard]] int half_count() const { return half_count_; }
  [[nodiscard]] BasisWindow at(double phase) const;

 private:
  [[nodiscard]] double knot(int index) const;

  std::array<std::vector<double>, 2> half_knots_;  ///< of the half strides from phase 0 and from 1/2
  int half_count_;
};

}  // namespace stridelab
