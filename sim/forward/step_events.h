#pragma once

namespace stridelab {

/// Finds contact and toe-off of one foot in its vertical force, sample by sample.
///
/// An event is where the force crosses 50 N, on the straight line between two samples. Three rules keep chatter from
/// counting as running:
///   - A new contact needs a foot that was below 20 N without a break for 40 ms. A swing lasts 0.28 s or more (220
///     steps/min, stance just under half of the stride), a foot of 1.5 kg that bounces on 60 kN/m is back after
///     15 ms, and noise about 50 N does not reach 20 N.
///   - Toe-off is the last fall through 50 N before those 40 ms, so a heel that lifts for a moment ends nothing.
///   - A contact counts once the ground has given body weight x 20 ms. A toe that brushes the ground in swing gives a
///     tenth of that, a step 17 times as much.
///
/// unit    s, N
/// valid   samples in order of time, at most 5 ms apart
/// errors  none
class ContactDetector {
 public:
  enum class Event { none, contact, toe_off };

  explicit ContactDetector(double body_weight_n);

  /// Takes the next sample and says which event became certain with it; contact_s() or toe_off_s() tell when it was.
  Event add(double time_s, double vertical_force_n);

  [[nodiscard]] double contact_s() const { return contact_s_; }  ///< of the latest contact, certain or not yet
  [[nodiscard]] double toe_off_s() const { return toe_off_s_; }  ///< of the latest one
  [[nodiscard]] bool landing() const { return state_ == State::landing; }  ///< touched, not yet certain

 private:
  /// A foot that is loaded at the very first sample is in `unknown`: nobody saw its contact.
  enum class State { unknown, swing, landing, stance };

  void note_crossing(double time_s, double force_n);
  Event lift();

  double certain_impulse_ns_;
  State state_ = State::unknown;
  bool started_ = false;
  double last_s_ = 0.0, last_n_ = 0.0;
  double unloaded_since_s_ = 0.0;
  bool unloaded_ = false;
  double impulse_ns_ = 0.0;
  double contact_s_ = 0.0, fall_s_ = 0.0, toe_off_s_ = 0.0;
};

}  // namespace stridelab
