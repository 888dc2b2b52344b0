#pragma once

#include <array>
#include <optional>

#include "study/stride_events.h"

namespace stridelab::view {

/// Where the shown runner is in the stride: one clock for figure, curves and timeline. It runs by itself, or is led by a
/// forward run.
class Playback {
 public:
  /// Slow motion people can choose: 1x, 1/2, 1/5, 1/10, 1/20.
  static constexpr std::array<double, 5> rates{1.0, 0.5, 0.2, 0.1, 0.05};
  static constexpr int steps_per_stride = 200;  ///< of step()

  /// Lets real time pass.
  ///
  /// real_s    seconds since the last call; held inside 0 .. 0.25, so that a stall of the window is no leap
  /// period_s  of the shown stride, > 0; nothing moves without one
  void advance(double real_s, double period_s);

  void play(bool on) { playing_ = on; }
  void set_rate(double rate);  ///< held inside 1/20 .. 1; not a number is ignored
  void scrub(double phase);    ///< pauses and goes there; any number, wrapped
  void step(int samples);      ///< pauses and moves by 1/200 of a stride each
  void jump(const StrideEvents& events, StrideEvent event) { scrub(events.at(event)); }

  /// Another clock leads: the phase is the one it says, and advance() does nothing until let_go().
  void lead(double phase);
  void let_go() { led_to_.reset(); }
  /// Led, but a hand has gone elsewhere since.
  [[nodiscard]] bool searched() const { return led_to_ && *led_to_ != phase_; }

  [[nodiscard]] bool playing() const { return playing_; }
  [[nodiscard]] double rate() const { return rate_; }
  [[nodiscard]] double phase() const { return phase_; }      ///< 0 .. 1, 0 = right foot down in the plan
  [[nodiscard]] double strides() const { return strides_; }  ///< played so far, scrubbing left out: moves the ground

 private:
  bool playing_ = true;
  double rate_ = 0.2;
  double phase_ = 0.0;
  double strides_ = 0.0;
  std::optional<double> led_to_;
};

}  // namespace stridelab::view
