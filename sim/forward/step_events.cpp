#include "forward/step_events.h"

#include "metrics/stride_record.h"

namespace stridelab {
namespace {

constexpr double unloaded_below_n = 20.0;
constexpr double unloaded_for_s = 0.040;
constexpr double certain_after_s = 0.020;  ///< of body weight

}  // namespace

ContactDetector::ContactDetector(double body_weight_n) : certain_impulse_ns_(certain_after_s * body_weight_n) {}

void ContactDetector::note_crossing(double time_s, double force_n) {
  const bool was_above = last_n_ > contact_threshold_n;
  const bool is_above = force_n > contact_threshold_n;
  if (was_above == is_above) return;
  const double share = (contact_threshold_n - last_n_) / (force_n - last_n_);
  const double crossing_s = last_s_ + share * (time_s - last_s_);
  if (was_above) {
    fall_s_ = crossing_s;
  } else if (state_ == State::swing) {
    state_ = State::landing;
    contact_s_ = crossing_s;
    impulse_ns_ = 0.0;
  }
}

ContactDetector::Event ContactDetector::lift() {
  const bool stood = state_ == State::stance;
  state_ = State::swing;
  if (!stood) return Event::none;
  toe_off_s_ = fall_s_;
  return Event::toe_off;
}

ContactDetector::Event ContactDetector::add(double time_s, double vertical_force_n) {
  if (!started_) {
    started_ = true;
    if (vertical_force_n < unloaded_below_n) state_ = State::swing;
  } else {
    note_crossing(time_s, vertical_force_n);
  }
  const double interval_s = time_s - last_s_;
  last_s_ = time_s;
  last_n_ = vertical_force_n;
  if (vertical_force_n >= unloaded_below_n) unloaded_ = false;
  if (vertical_force_n < unloaded_below_n && !unloaded_) {
    unloaded_ = true;
    unloaded_since_s_ = time_s;
  }
  if (state_ == State::landing) {
    impulse_ns_ += vertical_force_n * interval_s;
    if (impulse_ns_ >= certain_impulse_ns_) {
      state_ = State::stance;
      return Event::contact;
    }
  }
  const bool lifted = unloaded_ && time_s - unloaded_since_s_ >= unloaded_for_s;
  return lifted && state_ != State::swing ? lift() : Event::none;
}

}  // namespace stridelab
