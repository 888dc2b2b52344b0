#pragma once

#include <memory>
#include <string>
#include <vector>

#include "forward/command_log.h"
#include "forward/frame.h"
#include "forward/live_command.h"
#include "forward/live_status.h"
#include "loads/load_models.h"
#include "render/live/live_stride.h"

namespace stridelab::view {

/// How a form comes into force.
enum class Passage {
  blended,  ///< while running, over the next step or two
  anew,     ///< from a start: for a form that is far from the one before it
};

/// The forward run beside the sliders: it begins with the first form that is not a preview, follows each change in the
/// next steps, and hands out values. What is asked for before it exists takes effect when it does. Forms come with their
/// stride; nothing is solved here.
///
/// A passage to a form that is far away may make the runner fall, as it may on the road. A fall ends the run until
/// restart() or the next form that is not a preview.
///
/// thread  all calls from one thread; none of them waits: stepping happens behind it
class LiveFeed {
 public:
  explicit LiveFeed(const LoadModels& models);
  ~LiveFeed();
  LiveFeed(const LiveFeed&) = delete;
  LiveFeed& operator=(const LiveFeed&) = delete;

  /// Run like this from now on. Of forms that come faster than they can be run the newest wins. Previews are always
  /// blended in; another body or ground always begins anew. The first form starts the run, which takes milliseconds.
  void follow(const SetRunner& form, Passage passage = Passage::blended);

  void play(bool on);
  void set_rate(double rate);  ///< simulated over wall time, held inside 0.001 .. 100; not a number is ignored
  void step(double seconds);   ///< pauses and lets that much simulated time pass at once, 0.001 .. 60; not after a fall
  void restart();              ///< after a fall, or at will
  /// A push from the side on the pelvis over 0.1 s, N s, to the right positive; not a number is ignored.
  void push(double impulse_n_s) { push(Vec3(0.0, 0.0, impulse_n_s)); }
  /// The same in any direction, world frame.
  void push(const Vec3& impulse_n_s);

  /// Once a frame: takes what is new.
  void poll();
  /// The newest; null until the run has begun. All its numbers are finite: of a run that diverges, the last such frame.
  [[nodiscard]] const Frame* frame() const;
  [[nodiscard]] const LiveStatus& status() const;  ///< as of the last poll()
  [[nodiscard]] const std::string& fault() const;  ///< why there is no run, or why it ended; empty if it runs
  /// The last strides of the form in force, once it is blended in; oldest first, at most 6.
  [[nodiscard]] const std::vector<LiveStride>& last_strides() const;
  /// The frame nearest to this phase in the last stride, to look at while paused; valid until poll(). Null if there is
  /// none.
  [[nodiscard]] const Frame* recorded(double stride_phase) const;

  /// All commands were taken and nothing goes on by itself: status() holds until the next command.
  [[nodiscard]] bool idle() const;
  /// Everything that took effect so far, up to the step of status() at least: replay() does it again, bit for bit.
  /// Of no use before there is a frame().
  [[nodiscard]] CommandLog log() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stridelab::view
