#pragma once

namespace stridelab {

/// Stance s = 0 .. 1 runs from the first to the last trace of force; measured contact (vertical force > 50 N) begins and
/// ends inside it. Fractions of the measured contact time; they follow from the force shape, whose value and slope
/// start and end at zero.
inline constexpr double onset_before_contact = 0.030;
inline constexpr double release_after_contact = 0.060;
inline constexpr double stance_per_contact = 1.0 + onset_before_contact + release_after_contact;

/// Phase of measured contact, 0 at 50 N rising and 1 at 50 N falling, for a phase of stance.
inline double contact_phase(double s) { return s * stance_per_contact - onset_before_contact; }

}  // namespace stridelab
