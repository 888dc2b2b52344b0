#pragma once

#include <memory>
#include <string>
#include <vector>

#include "forward/frame.h"
#include "forward/live_status.h"
#include "loads/load_models.h"
#include "scenario/resolve.h"

namespace stridelab::view {

/// One stride of the right leg as the forward run made it, for a thin line behind the synthesised curve.
struct LiveStride {
  std::int64_t number = 0;                  ///< rising over the session
  std::vector<std::vector<double>> values;  ///< one row per curve of curve_table(), 101 values over 0 .. 100 %
};

/// The forward run beside the sliders: it begins when the first form is there, follows each change in the next steps,
/// and hands out values.
///
/// thread  all calls from one thread; starting, solving and stepping happen behind it
class LiveFeed {
 public:
  explicit LiveFeed(const LoadModels& models);
  ~LiveFeed();
  LiveFeed(const LiveFeed&) = delete;
  LiveFeed& operator=(const LiveFeed&) = delete;

  /// Run like this from now on. The first call starts the run in the background.
  void follow(const RunInputs& inputs, bool preview);

  void play(bool on);
  void set_rate(double rate);  ///< simulated over wall time
  void step(double seconds);   ///< pauses and lets that much simulated time pass
  void restart();              ///< after a fall, or at will
  /// A push from the side on the pelvis, N s, to the right positive.
  void push(double impulse_n_s);

  /// Once a frame: takes what is new.
  void poll();
  [[nodiscard]] const Frame* frame() const;        ///< the newest; null until the run has begun
  [[nodiscard]] const LiveStatus& status() const;  ///< as of the last poll()
  [[nodiscard]] const std::string& fault() const;  ///< why there is no run, or why it ended; empty if it runs
  [[nodiscard]] const std::vector<LiveStride>& last_strides() const;  ///< oldest first, at most 6, of the form in force
  /// The newest recorded frame of about this phase of the stride, to look at while paused; null if there is none.
  [[nodiscard]] const Frame* recorded(double stride_phase) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stridelab::view
